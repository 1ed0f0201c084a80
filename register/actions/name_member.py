"""Name somebody to a committee of a tender, tell them, and have the flags look at them; end an appointment."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import STAFF, Principal
from register.actions.tell_account import tell_account
from register.actions.tell_supplier import News
from register.exceptions import RegisterError
from register.screening.committee import Committee, Member
from register.store import accounts, audit, committees, contracts, outbox
from register.store.committees import NewMember
from register.store.order import take_turn
from register.words import N_

NAMED = News(
    subject=N_("Say whether you have a conflict: tender %(tender)s"),
    text=N_(
        "You are named to a committee of tender %(tender)s: %(title)s.\n\n"
        "Before you see its bidders, declare whether you have a conflict of interest: %(address)s\n\n"
        "What you write about a conflict is kept sealed."
    ),
    short=N_("Umiliki: you sit on a committee of tender %(tender)s. Declare at %(address)s"),
)


class SeatTakenError(RegisterError):
    """Somebody sits on this committee already."""

    def __init__(self, ocid: str, committee: Committee) -> None:
        self.ocid, self.committee = ocid, committee
        super().__init__(f"{ocid}: they sit on the {committee} committee already")


class NotStaffError(RegisterError):
    """An account is none of staff, or may no longer sign in."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        super().__init__(f"account {account_id} cannot be named to a committee")


class OwnSeatError(RegisterError):
    """Somebody wants to decide about their own seat."""

    def __init__(self, member_id: int) -> None:
        self.member_id = member_id
        super().__init__(f"seat {member_id} needs another pair of eyes")


class SeatOverError(RegisterError):
    """The appointment has ended already."""

    def __init__(self, member_id: int) -> None:
        self.member_id = member_id
        super().__init__(f"seat {member_id} is over")


def name_member(
    session: Session, new: NewMember, *, principal: Principal, now: datetime, today: date, base_url: str
) -> int:
    """Keep an appointment, give the number of the seat, and write to whoever has an account.

    Raises ProcessUnknownError, SeatTakenError, NotStaffError.
    """
    take_turn(session, f"committee {new.ocid}")
    process = contracts.process(session, new.ocid)
    sitting = [each for each in committees.of_process(session, new.ocid) if not each.over(today)]

    if new.account_id is not None:
        _refuse_no_staff(session, new.account_id)
    if any(_same(each, new) for each in sitting):
        raise SeatTakenError(new.ocid, new.committee)

    number = committees.name(session, new, by=principal.account_id, now=now)
    outbox.add(session, "screen", f"screen:{new.ocid}", {"ocid": new.ocid}, now=now)
    facts = {"seat": str(number), "committee": new.committee.value, "as": new.seat.value}
    audit.record(
        session, actor=principal.actor, action="committee member named", about=new.ocid, at=now, facts=facts
    )
    if new.account_id is not None:
        told = {
            "tender": process.tender_id or new.ocid,
            "title": process.title,
            "address": f"{base_url.rstrip('/')}/tenders/{new.ocid}/declare",
        }
        tell_account(session, new.account_id, NAMED, key=f"committee|{number}", facts=told, now=now)
    return number


def end_seat(session: Session, member_id: int, *, principal: Principal, now: datetime, today: date) -> None:
    """End an appointment today. Raises MemberUnknownError, OwnSeatError, SeatOverError."""
    member = committees.one(session, member_id)
    take_turn(session, f"committee {member.ocid}")
    member = committees.one(session, member_id)

    if member.account_id == principal.account_id:
        raise OwnSeatError(member_id)
    if member.over(today):
        raise SeatOverError(member_id)

    committees.end(session, member_id, today, by=principal.account_id, now=now)
    outbox.add(session, "screen", f"screen:{member.ocid}", {"ocid": member.ocid}, now=now)
    audit.record(
        session,
        actor=principal.actor,
        action="committee seat ended",
        about=member.ocid,
        at=now,
        facts={"seat": str(member_id)},
    )


def _refuse_no_staff(session: Session, account_id: int) -> None:
    account = accounts.account(session, account_id)
    if not account.active or account.role not in STAFF:
        raise NotStaffError(account_id)


def _same(sitting: Member, new: NewMember) -> bool:
    if sitting.committee is not new.committee:
        return False
    if new.account_id is not None or sitting.account_id is not None:
        return sitting.account_id == new.account_id
    return sitting.name.casefold() == new.name.casefold()
