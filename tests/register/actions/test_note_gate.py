"""A reason before an award is kept with a name, for what was open when it was written."""

import pytest
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.note_gate import GateMovedError, gate_on, note_gate
from register.actions.raise_flags import raise_flags
from register.jurisdictions import load
from register.screening import ReasonMissingError
from register.screening.gate import GateCheck, GateItem
from register.store import audit
from tests.factories.desks import ROOF, roof
from tests.factories.people import person
from tests.factories.tenders import NOW, keep_owners

KENYA = load("kenya_makueni")


@pytest.fixture
def officer(session: Session) -> Principal:
    """An officer; the school roof was checked, and one bidder has not declared."""
    roof(session)
    raise_flags(session, ROOF, now=NOW, jurisdiction=KENYA)
    account = person(session, Role.OFFICER, email="officer@umiliki.example")
    return Principal(account.id, account.name, Role.OFFICER, "en")


def declared(session: Session) -> GateCheck:
    checks = gate_on(session, ROOF, now=NOW, jurisdiction=KENYA)
    return next(each for each in checks if each.item is GateItem.DECLARED)


def note(session: Session, officer: Principal, facts: str, reason: str = "It did not win.") -> None:
    note_gate(session, ROOF, GateItem.DECLARED, facts, reason, principal=officer, now=NOW, jurisdiction=KENYA)


def test_a_reason_is_kept_with_who_gave_it(session: Session, officer: Principal) -> None:
    note(session, officer, declared(session).facts)

    kept = declared(session).note
    assert kept is not None
    assert (kept.reason, kept.by) == ("It did not win.", str(officer.account_id))


def test_the_audit_trail_tells_of_the_reason_and_not_its_words(session: Session, officer: Principal) -> None:
    note(session, officer, declared(session).facts)

    (event,) = audit.newest(session, 1)
    assert (event.action, event.facts["item"]) == ("reason given before an award", "declared")
    assert "did not win" not in str(event.facts)


def test_a_reason_about_what_is_no_longer_open_is_refused(session: Session, officer: Principal) -> None:
    facts = declared(session).facts
    keep_owners(session, ("Faith Syokau", "delta", 100))

    with pytest.raises(GateMovedError):
        note(session, officer, facts)


def test_a_reason_without_words_is_refused(session: Session, officer: Principal) -> None:
    with pytest.raises(ReasonMissingError):
        note(session, officer, declared(session).facts, "  ")
