"""Working out the owners of all companies anew beside those that readers see, until the new ones are whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.graph.picture import Control, PartyKind
from register.graph.shares import Range
from register.models.kept_owners import KeptCompanyRow, KeptOwnerRow, OwnerGenerationRow
from register.models.statements import StatementRow
from register.store.order import take_turn

#: So many companies of an old generation are thrown away in one transaction.
SWEPT_AT_ONCE = 1_000


class RebuildOvertakenError(RegisterError):
    """Another rebuild began later, and threw away what this one had worked out."""

    def __init__(self, generation: int) -> None:
        self.generation = generation
        super().__init__(f"another rebuild of the owners began after this one ({generation})")


@dataclass(frozen=True, slots=True)
class KeptOwner:
    """One owner of a company, as known on the day the company was last looked at.

    `key` is the record id of a company that declared for itself, the identity of a person, else the party's own key.
    `does`: surely an owner, else only perhaps. `ultimate`: at the upper end of the chains, else on the way.
    """

    key: str
    kind: PartyKind
    name: str
    economic: Range | None
    ways: tuple[Control, ...]
    does: bool
    ultimate: bool


def take_owners_turn(session: Session) -> None:
    """Wait until nobody else works out owners: what is read from here on is not older than what others kept."""
    take_turn(session, "owners kept")


def current(session: Session) -> int | None:
    """The generation that readers see; None while the register has never been worked out as a whole."""
    row = OwnerGenerationRow
    return session.scalar(select(row.id).where(row.finished_at.is_not(None)).order_by(row.id.desc()).limit(1))


def begin(session: Session, now: datetime) -> int:
    """Begin a new generation; one that was begun before and never finished is overtaken."""
    row = OwnerGenerationRow(begun_at=now)
    session.add(row)
    session.flush()
    return row.id


def write_to(session: Session) -> tuple[int, ...]:
    """The generations into which a change goes: the one readers see, and one in the making, so that nothing is lost."""
    row, seen = OwnerGenerationRow, current(session) or 0
    return tuple(session.scalars(select(row.id).where(row.id >= seen).order_by(row.id)))


def keep(
    session: Session,
    generations: Iterable[int],
    company: str,
    owners: Iterable[KeptOwner],
    *,
    as_of: date,
    now: datetime,
) -> None:
    """Keep the owners of a company in the place of those kept before."""
    told = tuple(owners)
    for generation in generations:
        for row in (KeptOwnerRow, KeptCompanyRow):
            session.execute(delete(row).where(row.generation_id == generation, row.company == company))
        session.execute(
            insert(KeptCompanyRow).values(generation_id=generation, company=company, as_of=as_of, kept_at=now)
        )
        if rows := [_row(generation, company, each) for each in told]:
            session.execute(insert(KeptOwnerRow), rows)


def _row(generation: int, company: str, owner: KeptOwner) -> dict[str, object]:
    share = owner.economic
    return {
        "generation_id": generation,
        "company": company,
        "owner_key": owner.key,
        "kind": owner.kind.value,
        "name": owner.name,
        "low": share.low if share else None,
        "high": share.high if share else None,
        "low_excluded": bool(share and share.low_excluded),
        "high_excluded": bool(share and share.high_excluded),
        "ways": " ".join(owner.ways),
        "does": owner.does,
        "ultimate": owner.ultimate,
    }


def finish(session: Session, generation: int, now: datetime) -> None:
    """Let readers see a generation from now on. Raises RebuildOvertakenError."""
    check_newest(session, generation)
    session.execute(
        update(OwnerGenerationRow).where(OwnerGenerationRow.id == generation).values(finished_at=now)
    )


def check_newest(session: Session, generation: int) -> None:
    """Raises RebuildOvertakenError when another rebuild began after this one."""
    row = OwnerGenerationRow
    if session.scalar(select(row.id).order_by(row.id.desc()).limit(1)) != generation:
        raise RebuildOvertakenError(generation)


def sweep(session: Session) -> bool:
    """Throw away a part of what no reader sees and nobody is making; says whether there may be more."""
    row = OwnerGenerationRow
    wanted = write_to(session)
    in_use = {*wanted[:1], *wanted[-1:]}
    old = next(
        (each for each in session.scalars(select(row.id).order_by(row.id)) if each not in in_use), None
    )
    if old is None:
        return False
    if companies := _some_companies(session, old):
        for table in (KeptOwnerRow, KeptCompanyRow):
            session.execute(delete(table).where(table.generation_id == old, table.company <= companies[-1]))
    else:
        session.execute(delete(row).where(row.id == old))
    return True


def _some_companies(session: Session, generation: int) -> tuple[str, ...]:
    row = KeptCompanyRow
    query = select(row.company).where(row.generation_id == generation).order_by(row.company)
    return tuple(session.scalars(query.limit(SWEPT_AT_ONCE)))


def declared_companies(session: Session, after: str, limit: int) -> tuple[str, ...]:
    """The next subjects of declarations in the order of their record ids."""
    row = StatementRow.declaration_subject
    return tuple(session.scalars(select(row).where(row > after).distinct().order_by(row).limit(limit)))
