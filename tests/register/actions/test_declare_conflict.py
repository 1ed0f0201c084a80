"""Declarations of conflicts: signed in person for every seat somebody holds, or entered from paper, never both."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.declare_conflict import (
    Asked,
    DeclaringMovedError,
    HasAccountError,
    NotAMemberError,
    Said,
    asked_of,
    asked_on_paper,
    declare_conflict,
    enter_conflict,
)
from register.actions.name_member import NotStaffError, end_seat, name_member
from register.screening import ReasonMissingError
from register.screening.committee import Committee, ConflictKind, Seat, Step
from register.store import accounts, audit, committees, outbox
from register.store.committees import NewMember
from tests.factories.people import person
from tests.factories.tenders import NOW, keep_tender

ROOF = "ocds-story-school-roof"
TODAY = date(2026, 3, 9)
BASE = "https://umiliki.example"


def words(asked: Asked, conflict: bool) -> str:
    return f"{asked.tender}: {'a' if conflict else 'no'} conflict"


def officer(session: Session, name: str = "otieno", role: Role = Role.OFFICER) -> Principal:
    account = person(session, role, email=f"{name}@umiliki.example")
    return Principal(account.id, account.name, role, "en")


@pytest.fixture
def roof(session: Session) -> Session:
    keep_tender(session, bids={"school-roof": ("alfa", "beta")})
    return session


def named(session: Session, by: Principal, who: Principal | None, committee: str = "evaluation") -> int:
    account_id = who.account_id if who else None
    new = NewMember(ROOF, Committee(committee), Seat.MEMBER, "Musau Kilonzo", TODAY, account_id=account_id)
    return name_member(session, new, principal=by, now=NOW, today=TODAY, base_url=BASE)


def declared(session: Session, who: Principal, said: Said) -> None:
    declare_conflict(session, ROOF, said, words, "en", principal=who, now=NOW, today=TODAY)


def test_one_declaration_counts_for_every_seat_that_somebody_holds(roof: Session) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    seats = {named(roof, by, member), named(roof, by, member, "opening")}
    asked = asked_of(roof, ROOF, member.account_id, TODAY)

    declared(roof, member, Said(False, None, "", asked.seen))

    assert {each.id for each in asked.seats} == seats
    assert [each.declared[0].signed for each in committees.of_process(roof, ROOF)] == [
        words(asked, False),
        words(asked, False),
    ]
    assert asked_of(roof, ROOF, member.account_id, TODAY).step is Step.SEEN


def test_a_declaration_that_was_overtaken_writes_nothing(roof: Session) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    named(roof, by, member)
    seen = asked_of(roof, ROOF, member.account_id, TODAY).seen
    declared(roof, member, Said(False, None, "", seen))

    with pytest.raises(DeclaringMovedError):
        declared(roof, member, Said(True, ConflictKind.FAMILY, "My sister.", seen))

    assert len(committees.of_process(roof, ROOF)[0].declared) == 1


@pytest.mark.parametrize(
    "said", [(True, None, "My sister."), (True, ConflictKind.FAMILY, "  ")], ids=["kind", "words"]
)
def test_a_conflict_needs_its_kind_and_its_words(
    roof: Session, said: tuple[bool, ConflictKind | None, str]
) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    named(roof, by, member)
    seen = asked_of(roof, ROOF, member.account_id, TODAY).seen

    with pytest.raises(ReasonMissingError):
        declared(roof, member, Said(*said, seen))


def test_the_audit_trail_tells_that_there_is_a_conflict_and_not_which(roof: Session) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    named(roof, by, member)
    seen = asked_of(roof, ROOF, member.account_id, TODAY).seen

    declared(roof, member, Said(True, ConflictKind.FAMILY, "My sister.", seen))

    (event,) = audit.newest(roof, 1)
    assert (event.action, event.facts["conflict"]) == ("conflict declared", "yes")
    assert "sister" not in str(event)
    assert "family" not in str(event)


def test_paper_is_for_those_without_an_account(roof: Session) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    in_person, on_paper = named(roof, by, member), named(roof, by, None)
    seen = asked_on_paper(roof, on_paper, TODAY).seen
    said = Said(False, None, "", seen)

    enter_conflict(roof, on_paper, said, words, "en", on=date(2026, 3, 4), principal=by, now=NOW, today=TODAY)

    (kept,) = committees.one(roof, on_paper).declared
    assert (kept.on, kept.on_paper, kept.by) == (date(2026, 3, 4), True, by.account_id)
    with pytest.raises(HasAccountError):
        asked_on_paper(roof, in_person, TODAY)


def test_whoever_sits_there_no_more_declares_no_more(roof: Session) -> None:
    by, member = officer(roof), officer(roof, "wanjiru")
    number = named(roof, by, member)

    end_seat(roof, number, principal=by, now=NOW, today=TODAY)

    with pytest.raises(NotAMemberError):
        asked_of(roof, ROOF, member.account_id, TODAY)


def test_no_supplier_and_nobody_who_left_is_named(roof: Session) -> None:
    by, left = officer(roof), officer(roof, "left")
    accounts.set_active(roof, left.account_id, active=False)

    for who in (left, officer(roof, "ana", Role.SUPPLIER)):
        with pytest.raises(NotStaffError):
            named(roof, by, who)


def test_naming_somebody_has_the_tender_asked_again(roof: Session) -> None:
    by = officer(roof)

    named(roof, by, None)

    assert outbox.knows(roof, f"screen:{ROOF}")
