"""Keep what a committee member declares about conflicts, signed on screen or entered from paper by an officer."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.screening import ReasonMissingError
from register.screening.committee import Conflict, ConflictKind, Member, Step, next_step, who_bids
from register.store import audit, committees, contracts
from register.store.committees import NewDeclaration
from register.store.order import take_turn
from register.store.told_process import process_of


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody answers. `words` tell of the conflict, or why there is none any more; `seen` is `Asked.seen`."""

    conflict: bool
    kind: ConflictKind | None
    words: str = field(repr=False)
    seen: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody is asked to declare: the seats they hold, which step, and who bids, as a digest."""

    ocid: str
    title: str
    tender: str
    buyer: str
    seats: tuple[Member, ...]
    step: Step
    bidders: str

    @property
    def seen(self) -> str:
        """Tells whether something has changed since the form was opened."""
        number = max((each.id for seat in self.seats for each in seat.declared), default=0)
        return f"{self.step.value}.{number}.{self.bidders if self.step is Step.SEEN else ''}"

    @property
    def recused(self) -> bool:
        """Whether a conflict stands."""
        return any(each.recused for each in self.seats)


#: Gives the words to be signed: with a conflict or without, at a step, in the language given beside.
Words = Callable[[Asked, bool], str]


class NotAMemberError(RegisterError):
    """Somebody sits on no committee of a tender now."""

    def __init__(self, ocid: str) -> None:
        self.ocid = ocid
        super().__init__(f"{ocid}: they sit on no committee")


class DeclaringMovedError(RegisterError):
    """Something was declared, or other bidders became known, since the form was opened."""

    def __init__(self, ocid: str) -> None:
        self.ocid = ocid
        super().__init__(f"{ocid}: what is to be declared has changed")


class HasAccountError(RegisterError):
    """A member with an account declares in person, not on paper."""

    def __init__(self, member_id: int) -> None:
        self.member_id = member_id
        super().__init__(f"the member of seat {member_id} declares in person")


def asked_of(session: Session, ocid: str, account_id: int, today: date) -> Asked:
    """What somebody with an account is asked to declare about a tender. Raises NotAMemberError."""
    seats = committees.of_account(session, account_id, ocid)
    if all(each.over(today) for each in seats):
        raise NotAMemberError(ocid)
    # A conflict declared in a seat that is over counts until it is taken back.
    return _asked(session, ocid, tuple(each for each in seats if each.recused or not each.over(today)))


def asked_on_paper(session: Session, member_id: int, today: date) -> Asked:
    """What a member without an account is asked to declare.

    Raises MemberUnknownError, NotAMemberError, HasAccountError.
    """
    member = committees.one(session, member_id)
    if member.account_id is not None:
        raise HasAccountError(member_id)
    return _asked(session, member.ocid, () if member.over(today) else (member,))


def _asked(session: Session, ocid: str, seats: tuple[Member, ...]) -> Asked:
    if not seats:
        raise NotAMemberError(ocid)
    process = process_of(contracts.process(session, ocid))
    bidders = who_bids(process)
    step = next_step(seats, bidders)
    return Asked(ocid, process.title, process.tender_id or ocid, process.buyer, seats, step, bidders)


def declare_conflict(
    session: Session,
    ocid: str,
    said: Said,
    words: Words,
    language: str,
    *,
    principal: Principal,
    now: datetime,
    today: date,
) -> None:
    """Keep what somebody declares in person, for each of their seats.

    Raises NotAMemberError, DeclaringMovedError, ReasonMissingError.
    """
    take_turn(session, f"committee {ocid}")
    asked = asked_of(session, ocid, principal.account_id, today)

    new = _declaration(asked, said, words, language, today, on_paper=False)

    _keep(session, asked, new, principal, now)


def enter_conflict(
    session: Session,
    member_id: int,
    said: Said,
    words: Words,
    language: str,
    *,
    on: date,
    principal: Principal,
    now: datetime,
    today: date,
) -> None:
    """Keep what a member without an account declared on paper on a day.

    Raises MemberUnknownError, NotAMemberError, HasAccountError, DeclaringMovedError, ReasonMissingError.
    """
    take_turn(session, f"committee {committees.one(session, member_id).ocid}")
    asked = asked_on_paper(session, member_id, today)

    new = _declaration(asked, said, words, language, on, on_paper=True)

    _keep(session, asked, new, principal, now)


def _declaration(
    asked: Asked, said: Said, words: Words, language: str, on: date, *, on_paper: bool
) -> NewDeclaration:
    if said.seen != asked.seen:
        raise DeclaringMovedError(asked.ocid)
    told = said.words.strip()
    kind = said.kind if said.conflict else None
    # Whoever takes a conflict back says why there is none any more.
    if (said.conflict and (not told or kind is None)) or (asked.recused and not told):
        raise ReasonMissingError
    return NewDeclaration(
        step=asked.step,
        conflict=said.conflict,
        signed=words(asked, said.conflict),
        language=language,
        bidders=asked.bidders if asked.step is Step.SEEN else "",
        on=on,
        on_paper=on_paper,
        about=Conflict(kind, told) if said.conflict or asked.recused else None,
    )


def _keep(session: Session, asked: Asked, new: NewDeclaration, principal: Principal, now: datetime) -> None:

    for seat in asked.seats:
        number = committees.declare(session, seat.id, new, by=principal.account_id, now=now)
        audit.record(
            session,
            actor=principal.actor,
            action="conflict declared",
            about=asked.ocid,
            at=now,
            facts={
                "seat": str(seat.id),
                "declaration": str(number),
                "step": new.step.value,
                "conflict": "yes" if new.conflict else "no",
                "paper": "yes" if new.on_paper else "no",
            },
        )
