"""Share codes of bids: which declaration of which company they show, as of which moment, to whom they were told."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.signing import BidSnapshotRow
from register.store.engine import vault_of

#: Letters and figures that nobody takes for one another when they are read aloud.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, GROUP = 3, 4


@dataclass(frozen=True, slots=True)
class BidSnapshot:
    """What a company had declared at a moment, for one tender."""

    code: str
    company_id: int
    reference: str
    tender: str
    made_at: datetime
    made_by: int
    revoked_at: datetime | None


def make(
    session: Session, *, company_id: int, reference: str, tender: str, by: int, now: datetime
) -> BidSnapshot:
    """Make a share code for a bid; asked for again for the same tender and declaration, it is the same one."""
    tender = folded(tender)
    before = session.scalars(
        select(BidSnapshotRow).where(
            BidSnapshotRow.company_id == company_id,
            BidSnapshotRow.tender == tender,
            BidSnapshotRow.reference == reference,
            BidSnapshotRow.revoked_at.is_(None),
        )
    ).first()
    if before is not None:
        return _snapshot(session, before)
    code = "-".join("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))
    row = BidSnapshotRow(
        code_hash=_hash(session, code),
        code_sealed=b"",
        company_id=company_id,
        reference=reference,
        tender=tender,
        made_at=now,
        made_by=by,
    )
    row.code_sealed = vault_of(session).seal(code.encode(), _place(row))
    session.add(row)
    session.flush()
    return _snapshot(session, row)


def of_company(session: Session, company_id: int) -> tuple[BidSnapshot, ...]:
    """All share codes that a company made, the newest first."""
    rows = session.scalars(
        select(BidSnapshotRow)
        .where(BidSnapshotRow.company_id == company_id)
        .order_by(BidSnapshotRow.made_at.desc(), BidSnapshotRow.code_hash)
    )
    return tuple(_snapshot(session, row) for row in rows)


def with_code(session: Session, typed: str) -> BidSnapshot | None:
    """The snapshot of a code, however it was typed; None for one that never was. A revoked one is told as revoked."""
    row = session.get(BidSnapshotRow, _hash(session, typed))
    return _snapshot(session, row) if row else None


def revoke(session: Session, company_id: int, code: str, now: datetime) -> bool:
    """Take a code back, for its own company. False when there is none to take back."""
    row = session.get(BidSnapshotRow, _hash(session, code))
    if row is None or row.company_id != company_id or row.revoked_at is not None:
        return False
    row.revoked_at = now
    session.flush()
    return True


def folded(tender: str) -> str:
    """A tender's number as it is compared: one space between words, capitals."""
    return " ".join(tender.split()).upper()


def _hash(session: Session, code: str) -> str:
    return vault_of(session).blind("bid snapshot", "".join(each for each in code.upper() if each.isalnum()))


def _place(row: BidSnapshotRow) -> str:
    return f"bid_snapshot|code_sealed|{row.code_hash}"


def _snapshot(session: Session, row: BidSnapshotRow) -> BidSnapshot:
    code = vault_of(session).unseal(row.code_sealed, _place(row)).decode()
    return BidSnapshot(
        code, row.company_id, row.reference, row.tender, row.made_at, row.made_by, row.revoked_at
    )
