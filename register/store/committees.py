"""Who sits on the committees of tenders and what they declared: only ever added to; words about conflicts are sealed."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.graph.lists import Official
from register.graph.names import folded
from register.models.committees import (
    CommitteeEndRow,
    CommitteeMemberRow,
    ConflictDeclarationRow,
    ConflictWordsRow,
)
from register.screening.committee import (
    Committee,
    Conflict,
    ConflictDeclared,
    ConflictKind,
    Member,
    Seat,
    Step,
)
from register.store import identities
from register.store.engine import vault_of

#: What findings call the committees, as lists of officials do.
BODIES = {Committee.OPENING: "Tender opening committee", Committee.EVALUATION: "Evaluation committee"}


class MemberUnknownError(RegisterError):
    """Nobody holds such a seat."""

    def __init__(self, member_id: int) -> None:
        self.member_id = member_id
        super().__init__(f"no committee member {member_id}")


@dataclass(frozen=True, slots=True, repr=False)
class NewMember:
    """Somebody about to be named; `document_hash` comes from `identities.document_hash`."""

    ocid: str
    committee: Committee
    seat: Seat
    name: str
    appointed_on: date
    until: date | None = None
    account_id: int | None = None
    document_hash: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class NewDeclaration:
    """What is about to be declared; `about` are the words that are kept sealed."""

    step: Step
    conflict: bool
    signed: str
    language: str
    bidders: str
    on: date
    on_paper: bool
    about: Conflict | None = None


def name(session: Session, new: NewMember, *, by: int, now: datetime) -> int:
    """Keep somebody's appointment and give the number of the seat."""
    row = CommitteeMemberRow(
        ocid=new.ocid,
        committee=new.committee.value,
        seat=new.seat.value,
        name=new.name,
        account_id=new.account_id,
        document_hash=new.document_hash,
        appointed_on=new.appointed_on,
        until=new.until,
        named_by=by,
        named_at=now,
    )
    session.add(row)
    session.flush()
    return row.id


def end(session: Session, member_id: int, on: date, *, by: int, now: datetime) -> None:
    """Keep that an appointment ended."""
    session.add(CommitteeEndRow(member_id=member_id, ended_on=on, ended_by=by, ended_at=now))
    session.flush()


def declare(session: Session, member_id: int, new: NewDeclaration, *, by: int, now: datetime) -> int:
    """Keep what a member declared, the words about a conflict sealed, and give its number."""
    told = orjson.dumps(_told(new.about)) if new.about else None
    row = ConflictDeclarationRow(
        member_id=member_id,
        step=new.step.value,
        conflict=new.conflict,
        signed=new.signed,
        language=new.language,
        bidders=new.bidders,
        words_hash=vault_of(session).blind("conflict", told.decode()) if told else None,
        declared_on=new.on,
        on_paper=new.on_paper,
        entered_by=by,
        entered_at=now,
    )
    session.add(row)
    session.flush()
    if told:
        sealed = vault_of(session).seal(told, _place(row.id))
        session.add(ConflictWordsRow(declaration_id=row.id, sealed=sealed))
        session.flush()
    return row.id


def of_process(session: Session, ocid: str) -> tuple[Member, ...]:
    """Everybody who sits or sat on a committee of a tender, in the order in which they were named."""
    return _members(session, CommitteeMemberRow.ocid == ocid)


def of_account(session: Session, account_id: int, ocid: str | None = None) -> tuple[Member, ...]:
    """Every seat of somebody with an account; of one tender alone if it is given."""
    mine = CommitteeMemberRow.account_id == account_id
    return _members(session, mine if ocid is None else mine & (CommitteeMemberRow.ocid == ocid))


def officials(session: Session, ocid: str, listed: Sequence[Official]) -> tuple[Official, ...]:
    """Members of a tender's committees as the flags look at them, without those whom a list names already.

    Whoever sits there has a part in the tender from its beginning, whenever they were appointed.
    """
    rows = session.execute(
        select(CommitteeMemberRow, CommitteeEndRow.ended_on)
        .outerjoin(CommitteeEndRow, CommitteeEndRow.member_id == CommitteeMemberRow.id)
        .where(CommitteeMemberRow.ocid == ocid)
        .order_by(CommitteeMemberRow.id)
    ).all()
    hashes = {row.document_hash for row, _ in rows if row.document_hash}
    keys = identities.keys_of(session, hashes) if hashes else {}
    known = {(folded(each.name), each.identity) for each in listed if each.ocid in (None, ocid)}
    named = {name for name, _identity in known}

    def on_a_list(row: CommitteeMemberRow) -> bool:
        key = keys.get(row.document_hash or "")
        return folded(row.name) in named if key is None else (folded(row.name), key) in known

    return tuple(
        Official(
            id=f"committee:{row.id}",
            name=row.name,
            role=row.seat,
            body=BODIES[Committee(row.committee)],
            list_date=row.appointed_on,
            source="",
            until=_until(row.until, ended_on),
            identity=keys.get(row.document_hash or ""),
            ocid=ocid,
            named=True,
        )
        for row, ended_on in rows
        if not on_a_list(row)
    )


def _until(said: date | None, ended: date | None) -> date | None:
    return min(filter(None, (said, ended)), default=None)


def one(session: Session, member_id: int) -> Member:
    """One seat. Raises MemberUnknownError."""
    found = _members(session, CommitteeMemberRow.id == member_id)
    if not found:
        raise MemberUnknownError(member_id)
    return found[0]


def words_of(session: Session, declaration_ids: Collection[int]) -> dict[int, Conflict]:
    """What was said of conflicts, by the number of the declaration: for the member's own eyes."""
    row = ConflictWordsRow
    found = session.scalars(select(row).where(row.declaration_id.in_(declaration_ids)))
    return {each.declaration_id: _conflict(session, each) for each in found}


def _told(about: Conflict) -> dict[str, str]:
    return {"kind": about.kind.value if about.kind else "", "words": about.words}


def _conflict(session: Session, row: ConflictWordsRow) -> Conflict:
    told = orjson.loads(vault_of(session).unseal(row.sealed, _place(row.declaration_id)))
    return Conflict(ConflictKind(told["kind"]) if told["kind"] else None, told["words"])


def _place(declaration_id: int) -> str:
    return f"conflict_words|sealed|{declaration_id}"


def _members(session: Session, condition: ColumnElement[bool]) -> tuple[Member, ...]:
    seat, ended = CommitteeMemberRow, CommitteeEndRow
    rows = session.execute(
        select(seat, ended).outerjoin(ended, ended.member_id == seat.id).where(condition).order_by(seat.id)
    ).all()
    declared = _declared(session, [row.id for row, _ in rows])
    return tuple(_member(row, over, tuple(declared.get(row.id, ()))) for row, over in rows)


def _declared(session: Session, member_ids: Sequence[int]) -> dict[int, list[ConflictDeclared]]:
    if not member_ids:
        return {}
    row = ConflictDeclarationRow
    found: dict[int, list[ConflictDeclared]] = defaultdict(list)
    for each in session.scalars(select(row).where(row.member_id.in_(member_ids)).order_by(row.id)):
        found[each.member_id].append(
            ConflictDeclared(
                each.id,
                Step(each.step),
                each.conflict,
                each.signed,
                each.language,
                each.bidders,
                each.declared_on,
                each.on_paper,
                each.entered_by,
                each.entered_at,
            )
        )
    return found


def _member(
    row: CommitteeMemberRow, over: CommitteeEndRow | None, declared: tuple[ConflictDeclared, ...]
) -> Member:
    return Member(
        id=row.id,
        ocid=row.ocid,
        committee=Committee(row.committee),
        seat=Seat(row.seat),
        name=row.name,
        account_id=row.account_id,
        appointed_on=row.appointed_on,
        until=_until(row.until, over.ended_on if over else None),
        named_by=row.named_by,
        named_at=row.named_at,
        document_hash=row.document_hash,
        declared=declared,
    )
