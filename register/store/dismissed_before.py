"""Matches with a list that were dismissed in another tender: nobody judges the same like name for ever."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.contracts import ProcessRow
from register.models.findings import FindingRow
from register.screening import Decision, DecisionKind
from register.screening.alike import matched
from register.store import findings
from register.store.findings import Kept
from register.store.portions import portions


@dataclass(frozen=True, slots=True)
class Dismissed:
    """The same person or body and the same entry of a list, dismissed in another tender, and how."""

    ocid: str
    tender: str
    decision: Decision


def dismissed_before(
    session: Session, kept: Iterable[Kept], *, but: Collection[str] = ()
) -> Mapping[str, tuple[Dismissed, ...]]:
    """For each of these findings, by fingerprint, the same match as dismissed elsewhere, the latest first.

    Nothing is told of the tenders `but`: those that are withheld from the reader.
    """
    mine = {each.finding.fingerprint: (matched(each.finding), each.ocid) for each in kept}
    rows: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for some in portions(sorted({name for name, _ in mine.values() if name})):
        query = select(FindingRow.matched, FindingRow.fingerprint, FindingRow.ocid, ProcessRow.tender_id)
        query = query.join(ProcessRow, ProcessRow.ocid == FindingRow.ocid).where(FindingRow.matched.in_(some))
        for name, fingerprint, ocid, tender in session.execute(query):
            rows[name].append((fingerprint, ocid, tender or ocid))
    decided = findings.decisions(session, {each[0] for found in rows.values() for each in found})
    found: dict[str, tuple[Dismissed, ...]] = {}
    for fingerprint, (name, here) in mine.items():
        told = [
            Dismissed(ocid, tender, decided[other][-1])
            for other, ocid, tender in rows.get(name, ())
            if ocid != here
            and ocid not in but
            and other in decided
            and decided[other][-1].kind is DecisionKind.DISMISS
        ]
        if told:
            found[fingerprint] = tuple(sorted(told, key=lambda each: each.decision.at, reverse=True))
    return found
