"""Leave committees in the example county: one whose members have all declared, one that waits."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.declare_conflict import (
    Asked,
    Said,
    asked_of,
    asked_on_paper,
    declare_conflict,
    enter_conflict,
)
from register.actions.name_member import name_member
from register.example.accounts import OFFICER, SECOND_OFFICER, ReadyMade
from register.example.tenders import Tender
from register.screening.committee import Committee, Seat
from register.store import accounts
from register.store.accounts import AccountUnknownError
from register.store.committees import NewMember

BASE_URL = "https://umiliki.example"
SIGNED = "I sit on a committee of an invented tender, and have no conflict of interest in it. Nobody in it is real."
#: Named so long before the close, declared so long before it and so long after it.
NAMED, BEFORE, AFTER = timedelta(days=-14), timedelta(days=-10), timedelta(days=3)


def load_committees(session: Session, tenders: Iterable[Tender], *, today: date) -> None:
    """Name people to the committees of the first tender that was won, where all declared, and of the first that takes bids."""
    told = tuple(tenders)
    for tender in [each for each in told if each.winner is not None][:1]:
        _complete(session, tender)
    for tender in [each for each in told if each.closes >= today][:1]:
        officer, colleague = _principal(session, OFFICER), _principal(session, SECOND_OFFICER)
        _name(session, tender, "", Seat.CHAIR, today, officer, colleague)
        _name(session, tender, "Lydia Nduku Kasimu", Seat.MEMBER, today, officer)


def _complete(session: Session, tender: Tender) -> None:
    officer, colleague = _principal(session, OFFICER), _principal(session, SECOND_OFFICER)
    day = tender.closes + NAMED
    _name(session, tender, "", Seat.CHAIR, day, officer, colleague)
    on_paper = [
        _name(session, tender, name, seat, day, officer)
        for name, seat in (("Dorcas Kalekye Musembi", Seat.MEMBER), ("Benson Mutuku Wambua", Seat.SECRETARY))
    ]
    for days in (BEFORE, AFTER):
        _declare(session, tender, tender.closes + days, colleague)
        for number in on_paper:
            _enter(session, number, tender.closes + days, officer)


def _principal(session: Session, person: ReadyMade) -> Principal:
    account = accounts.by_email(session, person.email)
    if account is None:
        raise AccountUnknownError(0)
    return Principal(account.id, account.name, account.role, account.language)


def _name(
    session: Session,
    tender: Tender,
    name: str,
    seat: Seat,
    day: date,
    officer: Principal,
    colleague: Principal | None = None,
) -> int:
    new = NewMember(
        tender.ocid,
        Committee.EVALUATION,
        seat,
        colleague.name if colleague else name,
        day,
        account_id=colleague.account_id if colleague else None,
    )
    return name_member(session, new, principal=officer, now=_noon(day), today=day, base_url=BASE_URL)


def _declare(session: Session, tender: Tender, day: date, by: Principal) -> None:
    seen = asked_of(session, tender.ocid, by.account_id, day).seen
    said = Said(False, None, "", seen)
    declare_conflict(session, tender.ocid, said, _signed, "en", principal=by, now=_noon(day), today=day)


def _enter(session: Session, number: int, day: date, by: Principal) -> None:
    said = Said(False, None, "", asked_on_paper(session, number, day).seen)
    enter_conflict(session, number, said, _signed, "en", on=day, principal=by, now=_noon(day), today=day)


def _signed(_asked: Asked, _conflict: bool) -> str:
    return SIGNED


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=UTC)
