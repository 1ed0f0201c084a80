"""bar-C3: suppliers, registrars and the clock move declarations in any order; what must hold of their lives holds.

Every step is tried against the real database, and against a model that knows the rules only as sentences.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.accept_declaration import accept_declaration
from register.actions.answer_clarification import answer_clarification
from register.actions.ask_clarification import ask_clarification
from register.actions.begin_telling import DraftUnderWayError, NothingDeclaredError, begin_correction
from register.actions.lapse_clarifications import lapse_clarifications
from register.actions.reject_declaration import reject_declaration
from register.actions.take_into_review import take_into_review
from register.actions.withdraw_declaration import withdraw_declaration
from register.declarations.life import (
    STANDING,
    WAITING,
    FourEyesError,
    Kind,
    Move,
    MoveNotAllowedError,
    State,
)
from register.store import accounts, clarifications, declarations, drafts, life, published, statements
from register.store.clarifications import NothingAskedError
from register.store.declarations import DeclarationAlreadyDecidedError
from tests.factories.declarations import draft, held
from tests.factories.declaring import BASE, NOW, REVIEWED, registrar, supplier

FULL = os.environ.get("BARS") == "full"
SEEDS = range(20) if FULL else range(2)
#: Steps of one story, and stories of one seed: 10,000 steps a seed in the long run.
STEPS, STORIES = (50, 200) if FULL else (20, 4)
REFUSALS = (
    DeclarationAlreadyDecidedError,
    MoveNotAllowedError,
    NothingAskedError,
    FourEyesError,
)
COMPANIES = st.sampled_from(("alfa", "beta"))
REGISTRARS = st.sampled_from((0, 1))
WHICH = st.integers(0, 3)


class Lives(RuleBasedStateMachine):
    """Two companies, two registrars and a clock. `session` is a fresh database of this story."""

    session: Session

    @initialize()
    def begin(self) -> None:
        self.savepoint = self.session.begin_nested()
        self.suppliers = {name: supplier(self.session, name, law=REVIEWED) for name in ("alfa", "beta")}
        second = accounts.create(self.session, "two@umiliki.example", "Musa", Role.REGISTRAR, now=NOW)
        self.registrars = (
            registrar(self.session),
            Principal(second.id, second.name, Role.REGISTRAR, "en"),
        )
        self.now = NOW
        #: What was decided once, and how.
        self.decided: dict[str, State] = {}
        self.stated: dict[str, int] = {}

    def teardown(self) -> None:
        if hasattr(self, "savepoint"):
            self.savepoint.rollback()
            self.session.expunge_all()

    # What people do -----------------------------------------------------------------------------------------------

    @rule(company=COMPANIES, share=st.integers(11, 100))
    def signs(self, company: str, share: int) -> None:
        of = self.suppliers[company]
        if not drafts.exists(self.session, of.company.id):
            of.save(draft(held("ana", share), people=("ana",)))
        of.days = (self.now - NOW).days
        waited = declarations.last(self.session, of.company.id, *WAITING)

        reference = of.submit(f"{company} {len(declarations.of_company(self.session, of.company.id))}")

        if waited is not None and waited.reference != reference:
            assert self._state(waited.reference) is State.WITHDRAWN
            self.decided[waited.reference] = State.WITHDRAWN
        assert self._state(reference) is State.SUBMITTED

    @rule(company=COMPANIES)
    def sends_the_same_again(self, company: str) -> None:
        of = self.suppliers[company]
        made = declarations.of_company(self.session, of.company.id)
        if made:
            assert of.submit(made[0].signature.submission_key) == made[0].reference

    @rule(company=COMPANIES)
    def begins_a_correction(self, company: str) -> None:
        of = self.suppliers[company]
        with suppress(DraftUnderWayError, NothingDeclaredError):
            begin_correction(self.session, of.company.id, "Typed wrongly.", now=self.now)
            told = drafts.draft(self.session, of.company.id).draft
            of.save(told if told.declarant else draft(held("ana", 55), people=("ana",)))

    @rule(company=COMPANIES, which=WHICH)
    def withdraws(self, company: str, which: int) -> None:
        reference = self._pick(company, which)
        before = self._state(reference) if reference else None
        if reference and self._tries(
            lambda: withdraw_declaration(
                self.session, reference, by=self.suppliers[company].principal, now=self.now
            )
        ):
            assert before in WAITING
            self.decided[reference] = State.WITHDRAWN

    @rule(company=COMPANIES, which=WHICH)
    def answers(self, company: str, which: int) -> None:
        reference = self._pick(company, which)
        asked = reference and clarifications.unanswered(self.session, reference)
        if reference and self._tries(
            lambda: answer_clarification(
                self.session, reference, "So it is.", by=self.suppliers[company].principal, now=self.now
            )
        ):
            assert asked
            assert self._state(reference) is State.IN_REVIEW

    @rule(company=COMPANIES, which=WHICH, by=REGISTRARS)
    def takes(self, company: str, which: int, by: int) -> None:
        reference = self._pick(company, which)
        before = self._state(reference) if reference else None
        if reference and self._tries(
            lambda: take_into_review(self.session, reference, by=self.registrars[by], now=self.now)
        ):
            assert before is State.SUBMITTED

    @rule(company=COMPANIES, which=WHICH, by=REGISTRARS)
    def asks(self, company: str, which: int, by: int) -> None:
        reference = self._pick(company, which)
        if reference and self._tries(
            lambda: ask_clarification(
                self.session,
                reference,
                "Is it so?",
                by=self.registrars[by],
                now=self.now,
                jurisdiction=REVIEWED,
                base_url=BASE,
            )
        ):
            assert self._state(reference) is State.CLARIFICATION_ASKED

    @rule(company=COMPANIES, which=WHICH, by=REGISTRARS)
    def accepts(self, company: str, which: int, by: int) -> None:
        reference = self._pick(company, which)
        if not reference:
            return
        before = declarations.declaration(self.session, reference)
        approved = life.approvals(self.session, reference)
        account = self.registrars[by].account_id
        if self._tries(
            lambda: accept_declaration(
                self.session,
                reference,
                by=self.registrars[by],
                now=self.now,
                jurisdiction=REVIEWED,
                new_id=self.suppliers[company].new_id,
                base_url=BASE,
            )
        ):
            assert before.state in (State.SUBMITTED, State.IN_REVIEW)
            if before.about.kind is Kind.CORRECTION and not approved:
                assert self._state(reference) is State.IN_REVIEW
                return
            assert before.about.kind is not Kind.CORRECTION or account not in approved
            self.decided[reference] = State.ACCEPTED

    @rule(company=COMPANIES, which=WHICH, by=REGISTRARS)
    def rejects(self, company: str, which: int, by: int) -> None:
        reference = self._pick(company, which)
        before = self._state(reference) if reference else None
        if reference and self._tries(
            lambda: reject_declaration(
                self.session, reference, "Not so.", by=self.registrars[by], now=self.now
            )
        ):
            assert before in (State.SUBMITTED, State.IN_REVIEW)
            self.decided[reference] = State.REJECTED

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)
        today = REVIEWED.day_of(self.now)
        late = {each.reference for each in clarifications.past_due(self.session, today)}

        gone = lapse_clarifications(self.session, now=self.now, jurisdiction=REVIEWED)

        assert set(gone) <= late
        assert lapse_clarifications(self.session, now=self.now, jurisdiction=REVIEWED) == ()

    # What holds at every moment ---------------------------------------------------------------------------------

    @invariant()
    def what_is_decided_stays_so(self) -> None:
        for reference, state in getattr(self, "decided", {}).items():
            assert self._state(reference) is state

    @invariant()
    def a_company_has_at_most_one_undecided_declaration(self) -> None:
        for of in getattr(self, "suppliers", {}).values():
            made = declarations.of_company(self.session, of.company.id)
            assert sum(each.state in WAITING for each in made) <= 1

    @invariant()
    def only_what_was_accepted_is_stated_and_public(self) -> None:
        for of in getattr(self, "suppliers", {}).values():
            standing = {
                each.reference
                for each in declarations.of_company(self.session, of.company.id)
                if each.state in STANDING
            }
            told = statements.of_subject(self.session, of.subject)
            public = published.of_subject(self.session, of.subject)
            assert {each.declaration for each in told} <= standing
            assert [each.statement.statement_id for each in public] == [each.statement_id for each in told]

    @invariant()
    def the_history_of_each_leads_to_where_it_stands(self) -> None:
        for of in getattr(self, "suppliers", {}).values():
            for made in declarations.of_company(self.session, of.company.id):
                moves = life.moves(self.session, made.reference)
                assert moves[0].move is Move.SUBMIT
                assert moves[-1].state is made.stage
                assert [each.at for each in moves] == sorted(each.at for each in moves)

    @invariant()
    def who_waits_for_an_answer_was_asked(self) -> None:
        for of in getattr(self, "suppliers", {}).values():
            for made in declarations.of_company(self.session, of.company.id):
                if made.state is State.CLARIFICATION_ASKED:
                    assert clarifications.unanswered(self.session, made.reference)

    # ---------------------------------------------------------------------------------------------------------------

    def _pick(self, company: str, which: int) -> str | None:
        made = declarations.of_company(self.session, self.suppliers[company].company.id)
        return made[which % len(made)].reference if made else None

    def _state(self, reference: str) -> State:
        return declarations.declaration(self.session, reference).state

    def _tries(self, deed: Callable[[], object]) -> bool:
        """Whether the deed was allowed; one that was refused leaves everything as it was."""
        before = self._everything()
        try:
            deed()
        except REFUSALS:
            assert self._everything() == before
            return False
        return True

    def _everything(self) -> object:
        return [
            (made.reference, made.state, len(life.moves(self.session, made.reference)))
            for of in self.suppliers.values()
            for made in declarations.of_company(self.session, of.company.id)
        ]


@pytest.mark.parametrize("number", SEEDS)
def test_bar_c3_whatever_is_done_in_whatever_order_each_life_keeps_its_rules(
    session: Session, number: int
) -> None:
    class Here(Lives):
        pass

    Here.session = session

    seed(number)(Here)
    run_state_machine_as_test(
        Here,
        settings=settings(
            max_examples=STORIES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
