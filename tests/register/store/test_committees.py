"""Committees of tenders as they are kept: only added to, their words sealed, and what the flags look at."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from register.access import Role
from register.screening.committee import Committee, Conflict, ConflictKind, Seat, Step
from register.store import committees, identities, material, officials
from register.store.committees import MemberUnknownError, NewDeclaration, NewMember
from tests.factories.people import person
from tests.factories.tenders import NOW, keep_officials, keep_tender

ROOF = "ocds-story-school-roof"
MARCH = date(2026, 3, 2)
NO_CONFLICT = NewDeclaration(Step.BEFORE, False, "I have no conflict.", "en", "", MARCH, on_paper=True)


def named(session: Session, name: str = "Musau Kilonzo", *, number: str = "") -> int:
    """Somebody without an account on the evaluation committee of the school roof."""
    by = person(session, Role.OFFICER, email=f"{name.split()[0].lower()}.names@umiliki.example").id
    hashed = identities.document_hash(session, "KEN-IDCARD", number) if number else None
    new = NewMember(ROOF, Committee.EVALUATION, Seat.MEMBER, name, MARCH, document_hash=hashed)
    return committees.name(session, new, by=by, now=NOW)


@pytest.fixture
def roof(session: Session) -> Session:
    keep_tender(session, bids={"school-roof": ("alfa", "beta")})
    return session


def test_what_a_member_declared_is_read_back_in_its_order(roof: Session) -> None:
    number = named(roof)
    by = committees.one(roof, number).named_by
    told = Conflict(ConflictKind.FAMILY, "My sister keeps the books of Delta Ltd.")
    first = committees.declare(roof, number, NO_CONFLICT, by=by, now=NOW)
    then = NewDeclaration(Step.SEEN, True, "I have one.", "en", "d1", MARCH, on_paper=True, about=told)
    second = committees.declare(roof, number, then, by=by, now=NOW)

    (member,) = committees.of_process(roof, ROOF)

    assert [(each.id, each.conflict, each.signed) for each in member.declared] == [
        (first, False, "I have no conflict."),
        (second, True, "I have one."),
    ]
    assert committees.words_of(roof, [first, second]) == {second: told}


def test_an_appointment_that_was_ended_keeps_its_first_day(roof: Session) -> None:
    number = named(roof)
    member = committees.one(roof, number)

    committees.end(roof, number, date(2026, 3, 9), by=member.named_by, now=NOW)

    assert committees.one(roof, number).until == date(2026, 3, 9)
    assert committees.one(roof, number).appointed_on == MARCH


def test_a_seat_that_nobody_holds_is_unknown(session: Session) -> None:
    with pytest.raises(MemberUnknownError):
        committees.one(session, 7)


def test_members_stand_beside_the_list_for_the_flags(roof: Session) -> None:
    keep_officials(roof, "Stephen Nzuki")
    named(roof)
    named(roof, "Stephen Nzuki")

    seen = material.of_process(roof, ROOF).officials

    assert [(each.name, each.named) for each in seen] == [("Stephen Nzuki", False), ("Musau Kilonzo", True)]
    assert seen[1].serves(ROOF, date(2026, 1, 1))
    assert not seen[1].serves("another", date(2026, 3, 9))


def test_a_namesake_with_another_document_is_somebody_else(roof: Session) -> None:
    keep_officials(roof, "Stephen Nzuki")
    listed = officials.officials_in_force(roof)
    identities.claim(roof, "r1", "s1", identities.document_hash(roof, "KEN-IDCARD", "999"), NOW)
    named(roof, "Stephen Nzuki", number="999")

    (member,) = committees.officials(roof, ROOF, listed)

    assert member.identity


@pytest.mark.parametrize(
    "table", ["committee_member", "committee_end", "conflict_declaration", "paper_signature"]
)
@pytest.mark.parametrize("verb", ["UPDATE", "DELETE"])
def test_seats_declarations_and_signatures_are_only_added_to(engine: Engine, table: str, verb: str) -> None:
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        asked = (
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            if sqlite
            else "SELECT tgname FROM pg_trigger"
        )
        triggers = {name.lower() for (name,) in connection.execute(text(asked))}

    assert f"{table}_refuses_{verb}".lower() in triggers


def test_a_declaration_cannot_be_changed_afterwards(roof: Session) -> None:
    number = named(roof)
    by = committees.one(roof, number).named_by
    committees.declare(roof, number, NO_CONFLICT, by=by, now=datetime.now(UTC))

    with pytest.raises(DBAPIError, match="only added to"):
        roof.execute(text("UPDATE conflict_declaration SET conflict = NOT conflict"))
