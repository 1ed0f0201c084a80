"""What the monthly report tells beside an award: why that method was chosen, and who sat on the committees."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.committees import CommitteeMemberRow
from register.models.contracts import ProcessRow
from register.models.officials import OfficialListRow, OfficialRow
from register.screening.committee import Committee
from register.store.portions import portions

LONGEST = 1000


@dataclass(frozen=True, slots=True)
class MethodTold:
    """What a release says of its method: the buyer's own name for it, and the reason; empty where it says nothing."""

    details: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody who sat on a committee: `committee` is one of the register's own, else its name as the list of officials has it."""

    name: str
    committee: Committee | str


def methods(session: Session, ocids: Collection[str]) -> Mapping[str, MethodTold]:
    """What the releases of these processes say of their methods."""
    found: dict[str, MethodTold] = {}
    for some in portions(sorted(set(ocids))):
        query = select(ProcessRow.ocid, ProcessRow.compiled).where(ProcessRow.ocid.in_(some))
        for ocid, compiled in session.execute(query):
            tender = (orjson.loads(compiled) if compiled else {}).get("tender")
            told = tender if isinstance(tender, dict) else {}
            found[ocid] = MethodTold(
                _words(told.get("procurementMethodDetails")), _words(told.get("procurementMethodRationale"))
            )
    return found


def committees(session: Session, ocids: Collection[str]) -> Mapping[str, tuple[Seated, ...]]:
    """Who evaluates, inspects or accepts in these processes, each once a committee; by name."""
    found: dict[str, dict[tuple[str, str], Seated]] = defaultdict(dict)
    for some in portions(sorted(set(ocids))):
        for ocid, seated in (*_members(session, some), *_officials(session, some)):
            found[ocid].setdefault((seated.name.casefold(), seated.committee.casefold()), seated)
    return {
        ocid: tuple(sorted(seats.values(), key=lambda each: (each.committee, each.name)))
        for ocid, seats in found.items()
    }


def _members(session: Session, ocids: Collection[str]) -> Iterator[tuple[str, Seated]]:
    row = CommitteeMemberRow
    query = select(row.ocid, row.name, row.committee)
    query = query.where(row.ocid.in_(ocids), row.committee == Committee.EVALUATION.value)
    for ocid, name, committee in session.execute(query):
        yield ocid, Seated(name, Committee(committee))


def _officials(session: Session, ocids: Collection[str]) -> Iterator[tuple[str, Seated]]:
    newest = select(OfficialListRow.id).order_by(OfficialListRow.listed_on.desc(), OfficialListRow.id.desc())
    row = OfficialRow
    query = select(row.ocid, row.name, row.body)
    for ocid, name, body in session.execute(
        query.where(row.ocid.in_(ocids), row.list_id == newest.limit(1).scalar_subquery())
    ):
        yield ocid or "", Seated(name, body)


def _words(told: object) -> str:
    return " ".join(told.split())[:LONGEST] if isinstance(told, str) else ""
