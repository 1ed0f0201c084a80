"""Issue a certificate or an annex about a tender: kept word for word, its fingerprint in the audit trail."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.paper import Paper
from register.paper.writing import written
from register.screening.gate import GateCheck, GateItem
from register.store import audit, issued_papers
from register.store.issued_papers import PaperKind
from register.store.order import take_turn


class GateOpenError(RegisterError):
    """Something is still open before the award, and nobody said why it does not matter."""

    def __init__(self, ocid: str, items: Sequence[GateItem]) -> None:
        self.ocid, self.items = ocid, tuple(items)
        super().__init__(f"{ocid}: still open: {', '.join(each.value for each in items)}")


class PaperChangedError(RegisterError):
    """The paper is no longer what the officer had before their eyes."""

    def __init__(self, ocid: str) -> None:
        self.ocid = ocid
        super().__init__(f"{ocid}: the paper has changed since it was shown")


def fingerprint_of(paper: Paper) -> str:
    """Give the SHA-256 of a paper as it is kept, in hexadecimal digits."""
    return hashlib.sha256(written(paper).encode()).hexdigest()


def issue_paper(
    session: Session,
    ocid: str,
    kind: PaperKind,
    paper: Paper,
    checks: Sequence[GateCheck],
    *,
    seen: str,
    principal: Principal,
    now: datetime,
) -> int:
    """Keep a paper as it stands and give its number; `seen` is the fingerprint of what the officer looked at.

    `checks` are the list before the award. Raises GateOpenError, PaperChangedError.
    """
    take_turn(session, f"paper {ocid}")

    if still_open := [each.item for each in checks if not each.passed]:
        raise GateOpenError(ocid, still_open)
    fingerprint = fingerprint_of(paper)
    if seen != fingerprint:
        raise PaperChangedError(ocid)

    audit.record(
        session,
        actor=principal.actor,
        action="paper issued",
        about=ocid,
        at=now,
        facts={"kind": kind.value, "fingerprint": fingerprint},
    )
    (event,) = audit.newest(session, 1)
    return issued_papers.add(
        session,
        ocid,
        kind,
        written(paper),
        fingerprint=fingerprint,
        entry=event.sequence,
        by=principal.account_id,
        now=now,
    )
