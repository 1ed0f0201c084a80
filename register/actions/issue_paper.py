"""Issue a certificate or an annex about a tender: kept word for word, its fingerprint in the audit trail.

A certificate is signed by one officer and issued when another has signed it too.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.four_eyes import refuse_same_hand
from register.paper import Paper
from register.paper.writing import written
from register.screening.gate import GateCheck, GateItem
from register.store import audit, issued_papers
from register.store.issued_papers import PaperKind, PaperUnknownError
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


class PaperSignedError(RegisterError):
    """Everybody has signed who must."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"paper {number} is issued already")


#: Papers that two officers sign.
SIGNED_BY_TWO = frozenset({PaperKind.CERTIFICATE})


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
    """Sign a paper as it stands, keep it, and give its number; `seen` is the fingerprint of what the officer looked at.

    `checks` are the list before the award. Raises GateOpenError, PaperChangedError.
    """
    take_turn(session, f"paper {ocid}")

    if still_open := [each.item for each in checks if not each.passed]:
        raise GateOpenError(ocid, still_open)
    fingerprint = fingerprint_of(paper)
    if seen != fingerprint:
        raise PaperChangedError(ocid)

    two = kind in SIGNED_BY_TWO
    action = "paper signed first" if two else "paper issued"
    return issued_papers.add(
        session,
        ocid,
        kind,
        written(paper),
        fingerprint=fingerprint,
        entry=_recorded(session, action, ocid, kind, fingerprint, principal, now),
        by=principal.account_id,
        now=now,
        needs_second=two,
    )


def sign_paper(
    session: Session,
    ocid: str,
    number: int,
    paper: Paper,
    checks: Sequence[GateCheck],
    *,
    principal: Principal,
    now: datetime,
) -> None:
    """Sign second, and so issue, a paper that another officer signed; `paper` is how the same would stand now.

    Raises PaperUnknownError, PaperSignedError, SameHandError, GateOpenError, PaperChangedError.
    """
    take_turn(session, f"paper {ocid}")
    kept = issued_papers.one(session, number)

    if kept.ocid != ocid:
        raise PaperUnknownError(number)
    if kept.issued:
        raise PaperSignedError(number)
    refuse_same_hand(number, kept.by, principal)
    if still_open := [each.item for each in checks if not each.passed]:
        raise GateOpenError(ocid, still_open)
    if fingerprint_of(paper) != kept.fingerprint:
        raise PaperChangedError(ocid)

    entry = _recorded(session, "paper issued", ocid, kept.kind, kept.fingerprint, principal, now)
    issued_papers.sign(session, number, entry=entry, by=principal.account_id, now=now)


def _recorded(
    session: Session,
    action: str,
    ocid: str,
    kind: PaperKind,
    fingerprint: str,
    principal: Principal,
    now: datetime,
) -> int:
    """Write it to the audit trail and give the number of the event."""
    facts = {"kind": kind.value, "fingerprint": fingerprint}
    audit.record(session, actor=principal.actor, action=action, about=ocid, at=now, facts=facts)
    (event,) = audit.newest(session, 1)
    return event.sequence
