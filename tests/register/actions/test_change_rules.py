"""Rules change from a day on, by two; what was declared and found before keeps its own."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from bods.writing import as_bytes
from register.actions.change_rules import RuleDayPastError, propose_rule
from register.actions.decide_proposal import Scene, decide_proposal
from register.four_eyes import Outcome
from register.jurisdictions.rulesets import RuleValueError
from register.store import declarations, published_rules, statements
from tests.factories.declarations import draft, held, ids
from tests.factories.declaring import KENYA, NOW, TODAY, supplier
from tests.factories.staff import staff

SCENE = Scene(NOW, TODAY, KENYA, ids("scene").__next__)
FROM = TODAY + timedelta(days=10)


def changed(session: Session, value: str = "50", from_day: date = FROM) -> None:
    proposal = propose_rule(
        session, "owner_threshold", value, from_day, "An invented act", "It says so.",
        by=staff(session, "rehema"), now=NOW, today=TODAY, jurisdiction=KENYA,
    )  # fmt: skip
    decide_proposal(
        session, proposal.id, Outcome.APPROVED, "It does.", by=staff(session, "amina"), scene=SCENE
    )


def test_an_approved_change_is_in_force_from_its_day_on(session: Session) -> None:
    changed(session)

    before, after = (
        published_rules.rules_on(session, KENYA, day) for day in (FROM - timedelta(days=1), FROM)
    )

    assert before.owner_threshold == KENYA.owner_threshold
    assert after.owner_threshold == Decimal(50)
    assert after.ruleset != before.ruleset
    assert after.accepts_at_once == KENYA.accepts_at_once
    assert published_rules.rules_on(session, after, TODAY) == before


def test_a_declaration_states_by_the_rules_of_its_day(session: Session) -> None:
    changed(session)
    alfa = supplier(session)
    alfa.declare(draft(held("ana", 30), held("juma", 70), people=("ana", "juma")))
    early = b"".join(_texts(session, alfa.subject))
    beta = supplier(session, "beta")
    beta.days = 20
    beta.declare(draft(held("ana", 30), held("juma", 70), people=("ana", "juma")))

    late = b"".join(_texts(session, beta.subject))

    assert early.count(b'"beneficialOwnershipOrControl":true') > late.count(
        b'"beneficialOwnershipOrControl":true'
    )


def _texts(session: Session, subject: str) -> list[bytes]:
    return [as_bytes(each) for each in statements.of_subject(session, subject)]


@pytest.mark.parametrize("from_day", [TODAY, TODAY - timedelta(days=1)])
def test_rules_do_not_reach_back(session: Session, from_day: date) -> None:
    with pytest.raises(RuleDayPastError):
        changed(session, from_day=from_day)


@pytest.mark.parametrize("value", ["10", "0", "more"])
def test_what_changes_nothing_or_cannot_be_is_not_proposed(session: Session, value: str) -> None:
    with pytest.raises(RuleValueError):
        changed(session, value)


def test_a_change_whose_day_came_before_the_second_yes_is_not_made(session: Session) -> None:
    proposal = propose_rule(
        session, "owner_threshold", "50", FROM, "An invented act", "It says so.",
        by=staff(session, "rehema"), now=NOW, today=TODAY, jurisdiction=KENYA,
    )  # fmt: skip
    late = Scene(NOW + timedelta(days=10), FROM, KENYA, ids("late").__next__)

    with pytest.raises(RuleDayPastError):
        decide_proposal(session, proposal.id, Outcome.APPROVED, "Yes.", by=staff(session, "juma"), scene=late)

    assert published_rules.changes(session) == ()


def test_a_declaration_keeps_the_name_of_its_rules(session: Session) -> None:
    alfa = supplier(session)
    reference = alfa.declare(draft(held("ana", 60), people=("ana",)))
    changed(session)

    assert declarations.declaration(session, reference).signature.ruleset == KENYA.ruleset
