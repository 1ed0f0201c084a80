"""Take in a paper that somebody hands in as proof, after looking at what it is."""

from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from register.gateways.viruses import Scanner, ScannerSilentError, Verdict
from register.store import audit, evidence
from register.store.evidence import Evidence
from register.uploads import UploadRefusedError, paper
from register.words import N_

#: Papers for one reference: one person of a draft, one claim to act for a company.
MOST = 10

TOO_MANY = N_("There are ten papers here already. Take one away before you add another.")
INFECTED = N_("This file carries a virus, so we did not keep it. Send a clean scan or photograph.")
SCANNER_SILENT = N_(
    "We could not check this file for viruses just now, so we did not keep it. Try again later."
)


def add_evidence(
    session: Session,
    data: Path,
    scanner: Scanner,
    *,
    about: str,
    kind: str,
    name: str,
    content: bytes,
    by: str,
    now: datetime,
) -> Evidence:
    """Keep a PDF, JPEG or PNG file of at most 10 MB as proof for `about` (see `store.evidence.about_draft` and others).

    `data` is the data folder, `by` an actor of the audit trail. Raises UploadRefusedError, whose `sentence` is for the
    sender, and keeps nothing. Whether the sender may speak for `about` is asked at the door.
    """
    there = evidence.count(session, about)

    if there >= MOST:
        raise UploadRefusedError("too many papers", TOO_MANY)
    sound = paper(name, content)
    scanned = _scanned(scanner, content)

    kept = evidence.add(
        session,
        data,
        about=about,
        kind=kind,
        name=sound.name,
        media_type=sound.media_type,
        content=content,
        scanned=scanned,
        by=by,
        now=now,
    )
    facts = {"kind": kind, "number": str(kept.id), "scanned": "yes" if scanned else "no"}
    audit.record(session, actor=by, action="evidence handed in", about=about, at=now, facts=facts)
    return kept


def _scanned(scanner: Scanner, content: bytes) -> bool:
    """Whether the file was scanned and found clean."""
    try:
        verdict = scanner.verdict(content)
    except ScannerSilentError:
        raise UploadRefusedError("scanner silent", SCANNER_SILENT) from None
    if verdict is Verdict.INFECTED:
        raise UploadRefusedError("virus", INFECTED)
    return verdict is Verdict.CLEAN
