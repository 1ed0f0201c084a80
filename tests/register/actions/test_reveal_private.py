"""bar-P7: private answers are shown to whoever asked with a reason and was let, for minutes, and each look is kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.decide_proposal import Scene, decide_proposal
from register.actions.reveal_private import (
    GOOD_FOR,
    MOST_AN_HOUR,
    OPEN_FOR,
    PersonNotDeclaredError,
    RevealNotOpenError,
    propose_reveal,
    reveal_private,
)
from register.four_eyes import NotTheirRightError, Outcome, ProposalReasonMissingError, SameEyesError
from register.store import audit, outbox, particulars, reveals
from tests.factories.declarations import draft, held, ids, private
from tests.factories.declaring import KENYA, NOW, TODAY, Supplier, supplier
from tests.factories.staff import staff

SCENE = Scene(NOW, TODAY, KENYA, ids("scene").__next__)


def declared(session: Session, *people: str) -> tuple[Supplier, str]:
    alfa = supplier(session)
    first, *others = people
    told = draft(held(first, 100 - len(others)), *(held(each, 1) for each in others), people=people)
    kept = {each: private(each) for each in people}
    return alfa, alfa.declare(replace(told, particulars=kept))


def let(session: Session, reference: str, key: str, asks: Principal, lets: Principal) -> int:
    proposal = propose_reveal(session, reference, key, "Two numbers differ.", by=asks, now=NOW)
    decide_proposal(session, proposal.id, Outcome.APPROVED, "So they do.", by=lets, scene=SCENE)
    return proposal.id


def test_bar_p7_what_a_colleague_let_is_shown_and_the_look_is_kept(session: Session) -> None:
    _, reference = declared(session, "ana")
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = let(session, reference, "ana", rehema, juma)

    person, shown = reveal_private(session, number, by=rehema, now=NOW)

    assert (person.key, shown) == ("ana", private("ana"))
    (look,) = audit.newest(session, 1)
    assert (look.action, look.actor, look.facts["reason"]) == (
        "private answers shown", rehema.actor, "Two numbers differ."
    )  # fmt: skip


def test_bar_p7_nothing_is_shown_without_a_reason_a_role_and_a_second_person(session: Session) -> None:
    _, reference = declared(session, "ana")
    rehema, juma, otieno = staff(session, "rehema"), staff(session, "juma"), staff(session, "otieno")

    with pytest.raises(ProposalReasonMissingError):
        propose_reveal(session, reference, "ana", " ", by=rehema, now=NOW)
    with pytest.raises(NotTheirRightError):
        propose_reveal(session, reference, "ana", "I wonder.", by=otieno, now=NOW)
    asked = propose_reveal(session, reference, "ana", "Two numbers differ.", by=rehema, now=NOW)
    with pytest.raises(RevealNotOpenError):
        reveal_private(session, asked.id, by=rehema, now=NOW)
    decide_proposal(session, asked.id, Outcome.APPROVED, "Yes.", by=juma, scene=SCENE)
    with pytest.raises(SameEyesError):
        reveal_private(session, asked.id, by=juma, now=NOW)
    assert reveals.first_shown(session, asked.id) is None


def test_what_was_let_closes_after_minutes_and_is_forgotten_after_a_day(session: Session) -> None:
    _, reference = declared(session, "ana", "juma")
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    looked_at, left = (let(session, reference, key, rehema, juma) for key in ("ana", "juma"))
    reveal_private(session, looked_at, by=rehema, now=NOW)

    reveal_private(session, looked_at, by=rehema, now=NOW + OPEN_FOR - timedelta(seconds=1))

    for number, later in ((looked_at, OPEN_FOR), (left, GOOD_FOR)):
        with pytest.raises(RevealNotOpenError):
            reveal_private(session, number, by=rehema, now=NOW + later)


def test_bar_p7_whoever_is_shown_more_than_twenty_people_in_an_hour_is_told_of(session: Session) -> None:
    # Keys whose letters add up to different document numbers.
    people = tuple("p" * (number + 1) for number in range(MOST_AN_HOUR + 1))
    _, reference = declared(session, *people)
    rehema, juma, amina = staff(session, "rehema"), staff(session, "juma"), staff(session, "amina")
    numbers = [let(session, reference, key, rehema, juma) for key in people]

    for number in numbers[:-1]:
        reveal_private(session, number, by=rehema, now=NOW)
    before = _alarms(session)
    reveal_private(session, numbers[-1], by=rehema, now=NOW + timedelta(minutes=5))

    assert before == []
    assert "many private answers shown" in [each.action for each in audit.newest(session, 2)]
    (letter,) = _alarms(session)
    assert letter["to"] == "amina@county.example"
    assert rehema.name in letter["text"]
    assert amina.account_id != rehema.account_id


def _alarms(session: Session) -> list[dict[str, str]]:
    letters = [each.payload for each in outbox.newest(session, ("mail",), 100)]
    return [dict(each) for each in letters if "many private answers" in each["subject"]]


def test_what_was_erased_is_not_shown(session: Session) -> None:
    alfa, reference = declared(session, "ana")
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = let(session, reference, "ana", rehema, juma)
    particulars.erase(session, alfa.subject, "ana", NOW)

    _, shown = reveal_private(session, number, by=rehema, now=NOW)

    assert shown is None


def test_whom_the_declaration_does_not_name_nobody_asks_about(session: Session) -> None:
    _, reference = declared(session, "ana")

    with pytest.raises(PersonNotDeclaredError):
        propose_reveal(session, reference, "nobody", "Who?", by=staff(session, "rehema"), now=NOW)
