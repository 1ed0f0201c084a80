"""A declaration goes through review, questions and decision; each step is kept, and of two at once one is refused."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.accept_declaration import accept_declaration
from register.actions.answer_clarification import answer_clarification
from register.actions.ask_clarification import ask_clarification
from register.actions.begin_telling import begin_answer, begin_correction
from register.actions.lapse_clarifications import lapse_clarifications
from register.actions.own_declaration import NotTheirCompanyError
from register.actions.reject_declaration import reject_declaration
from register.actions.take_into_review import take_into_review
from register.actions.withdraw_declaration import withdraw_declaration
from register.declarations.life import FourEyesError, Move, MoveNotAllowedError, ReasonMissingError, State
from register.models.life import ClarificationRow
from register.store import accounts, clarifications, declarations, drafts, life, outbox, statements
from register.store.clarifications import NothingAskedError
from register.store.declarations import DeclarationAlreadyDecidedError
from tests.factories.declarations import draft, held
from tests.factories.declaring import BASE, NOW, REVIEWED, Supplier, registrar, supplier

TOLD = draft(held("ana", 60), people=("ana",))
LATER = NOW + timedelta(days=3)


def second_registrar(session: Session) -> Principal:
    account = accounts.create(session, "second@umiliki.example", "Musa Mutiso", Role.REGISTRAR, now=NOW)
    return Principal(account.id, account.name, Role.REGISTRAR, "en")


def asked(session: Session, alfa: Supplier, by: Principal) -> tuple[str, date]:
    reference = alfa.declare(TOLD)
    due = ask_clarification(
        session, reference, "Who holds the other 40 %?", by=by, now=NOW, jurisdiction=REVIEWED, base_url=BASE
    )
    return reference, due


def accept(session: Session, alfa: Supplier, reference: str, by: Principal) -> int:
    made = accept_declaration(
        session, reference, by=by, now=LATER, jurisdiction=REVIEWED, new_id=alfa.new_id, base_url=BASE
    )
    return len(made)


def state(session: Session, reference: str) -> State:
    return declarations.declaration(session, reference).stage


def test_a_question_has_thirty_days_and_its_answer_leads_back_to_review(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)

    reference, due = asked(session, alfa, rehema)
    waits = state(session, reference)
    answer_clarification(session, reference, "Nobody: they are unissued.", by=alfa.principal, now=LATER)

    (kept,) = clarifications.of(session, reference)
    assert (due, waits, state(session, reference)) == (
        date(2026, 4, 1),
        State.CLARIFICATION_ASKED,
        State.IN_REVIEW,
    )
    assert (kept.question, kept.answer) == ("Who holds the other 40 %?", "Nobody: they are unissued.")
    assert [each.move for each in life.moves(session, reference)] == [Move.SUBMIT, Move.ASK, Move.ANSWER]


def test_the_words_of_questions_and_answers_are_sealed_at_rest(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference, _ = asked(session, alfa, registrar(session))
    answer_clarification(session, reference, "Plot 77 in Wote.", by=alfa.principal, now=LATER)

    row = session.query(ClarificationRow).one()

    assert b"other 40" not in row.question
    assert b"Plot 77" not in (row.answer or b"")


def test_the_supplier_is_told_of_a_question_in_their_language_with_the_last_day(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    accounts.set_active(session, alfa.principal.account_id, active=True)

    reference, _ = asked(session, alfa, registrar(session))

    (letter,) = [each for each in outbox.newest(session, ("mail",)) if "clarification" in each.key]
    assert letter.payload["to"] == "alfa@umiliki.example"
    assert "1 April 2026" in letter.payload["text"]
    assert f"{BASE}/declare/{alfa.company.id}/declarations/{reference}" in letter.payload["text"]
    assert "other 40" not in letter.payload["text"]


def test_while_the_clock_runs_a_registrar_neither_accepts_nor_rejects(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reference, _ = asked(session, alfa, rehema)

    with pytest.raises(MoveNotAllowedError):
        accept(session, alfa, reference, rehema)
    with pytest.raises(MoveNotAllowedError):
        reject_declaration(session, reference, "No answer.", by=rehema, now=LATER)

    assert state(session, reference) is State.CLARIFICATION_ASKED


def test_the_day_after_the_last_the_clock_puts_the_question_back_and_a_late_answer_counts(
    session: Session,
) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference, due = asked(session, alfa, registrar(session))
    on_the_day = NOW + timedelta(days=(due - date(2026, 3, 2)).days)

    early = lapse_clarifications(session, now=on_the_day, jurisdiction=REVIEWED)
    gone = lapse_clarifications(session, now=on_the_day + timedelta(days=1), jurisdiction=REVIEWED)
    again = lapse_clarifications(session, now=on_the_day + timedelta(days=2), jurisdiction=REVIEWED)
    answer_clarification(session, reference, "I was ill.", by=alfa.principal, now=on_the_day)

    assert (early, gone, again) == ((), (reference,), ())
    assert clarifications.of(session, reference)[0].answer == "I was ill."


def test_the_clocks_day_is_nairobis(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    reference, due = asked(session, alfa, registrar(session))
    last_evening = NOW.replace(hour=20, minute=59) + timedelta(days=(due - date(2026, 3, 2)).days)

    before = lapse_clarifications(session, now=last_evening, jurisdiction=REVIEWED)
    after = lapse_clarifications(session, now=last_evening + timedelta(minutes=2), jurisdiction=REVIEWED)

    assert (before, after) == ((), (reference,))


def test_a_question_may_be_answered_with_another_declaration(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reference, _ = asked(session, alfa, rehema)
    begun = begin_answer(session, reference, now=LATER)
    alfa.save(draft(held("ana", 60), held("ben", 40), people=("ana", "ben")))

    second = alfa.submit()

    (question,) = clarifications.of(session, reference)
    assert begun.about.clarifies == reference
    assert (question.answered_with, state(session, reference)) == (second, State.WITHDRAWN)
    assert declarations.declaration(session, second).replaces == reference
    assert state(session, second) is State.SUBMITTED


def test_whoever_may_not_sign_for_the_company_neither_answers_nor_withdraws(session: Session) -> None:
    alfa, beta = supplier(session, law=REVIEWED), supplier(session, "beta")
    reference, _ = asked(session, alfa, registrar(session))

    with pytest.raises(NotTheirCompanyError):
        answer_clarification(session, reference, "It is theirs.", by=beta.principal, now=LATER)
    with pytest.raises(NotTheirCompanyError):
        withdraw_declaration(session, reference, by=beta.principal, now=LATER)

    assert state(session, reference) is State.CLARIFICATION_ASKED


def test_an_answer_without_a_question_or_without_words_is_refused(session: Session) -> None:
    alfa, beta = supplier(session, law=REVIEWED), supplier(session, "beta", law=REVIEWED)
    unasked = alfa.declare(TOLD)
    reference, _ = asked(session, beta, registrar(session))

    with pytest.raises(NothingAskedError):
        answer_clarification(session, unasked, "Words.", by=alfa.principal, now=LATER)
    with pytest.raises(ReasonMissingError):
        answer_clarification(session, reference, "  ", by=beta.principal, now=LATER)


def test_what_was_withdrawn_stays_withdrawn_and_states_nothing(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reference = alfa.declare(TOLD)

    withdraw_declaration(session, reference, by=alfa.principal, now=LATER, reason="Typed too fast")

    with pytest.raises(DeclarationAlreadyDecidedError):
        take_into_review(session, reference, by=rehema, now=LATER)
    with pytest.raises(DeclarationAlreadyDecidedError):
        accept(session, alfa, reference, rehema)
    with pytest.raises(DeclarationAlreadyDecidedError):
        withdraw_declaration(session, reference, by=alfa.principal, now=LATER)
    assert statements.of_subject(session, alfa.subject) == ()


def test_what_is_in_review_can_still_be_taken_back_by_the_supplier(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reference = alfa.declare(TOLD)

    take_into_review(session, reference, by=rehema, now=LATER)
    withdraw_declaration(session, reference, by=alfa.principal, now=LATER)

    assert state(session, reference) is State.WITHDRAWN


def test_what_is_accepted_and_public_is_said_to_be_published(session: Session) -> None:
    alfa, rehema = supplier(session, law=REVIEWED), registrar(session)
    reference = alfa.declare(TOLD)
    take_into_review(session, reference, by=rehema, now=LATER)

    accept(session, alfa, reference, rehema)

    assert state(session, reference) is State.PUBLISHED
    assert [each.move for each in life.moves(session, reference)] == [
        Move.SUBMIT,
        Move.TAKE,
        Move.ACCEPT,
        Move.PUBLISH,
    ]


def test_a_correction_counts_only_when_two_registrars_agree(session: Session) -> None:
    alfa, rehema, musa = supplier(session, law=REVIEWED), registrar(session), second_registrar(session)
    first = alfa.declare(TOLD)
    accept(session, alfa, first, rehema)
    begin_correction(session, alfa.company.id, "Ana's share was typed wrongly.", now=LATER)
    alfa.save(draft(held("ana", 40), people=("ana",)))
    correction = alfa.submit()

    one = accept(session, alfa, correction, rehema)
    with pytest.raises(FourEyesError):
        accept(session, alfa, correction, rehema)
    halfway = state(session, correction)
    two = accept(session, alfa, correction, musa)

    assert (one, halfway) == (0, State.IN_REVIEW)
    assert two > 0
    assert life.approvals(session, correction) == (rehema.account_id,)


def test_a_correction_is_not_accepted_at_once_even_where_declarations_are(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    begin_correction(session, alfa.company.id, "Ana's share was typed wrongly.", now=LATER)
    alfa.save(draft(held("ana", 40), people=("ana",)))

    correction = alfa.submit()

    assert state(session, correction) is State.SUBMITTED
    assert not drafts.exists(session, alfa.company.id)
