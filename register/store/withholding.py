"""What the public copy withholds by a decision: whose records, since when, and with which reason given."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from bods.codelists import UnspecifiedReason
from bods.parts import Unspecified
from register.models.people import IdentityClaimRow
from register.models.withholding import WithheldRow
from register.store.portions import portions


class Standing(StrEnum):
    """How a record stands in public by a decision: protected and redacted ones are withheld, others are as stated."""

    PROTECTED = "protected"
    REDACTED = "redacted"
    REFUSED = "refused"
    ENDED = "ended"


_REASONS = {reason.value: reason for reason in UnspecifiedReason}
#: Standings under which a record is withheld.
WITHHOLDS = frozenset({Standing.PROTECTED, Standing.REDACTED})


@dataclass(frozen=True, slots=True)
class Withheld:
    """One decision about a record. `unspecified` is what the public reads in the place of the person or body."""

    record_id: str
    standing: Standing
    unspecified: Unspecified
    proposal_id: int | None
    at: datetime

    @property
    def is_withheld(self) -> bool:
        return self.standing in WITHHOLDS


def add(
    session: Session,
    record_id: str,
    standing: Standing,
    unspecified: Unspecified,
    *,
    proposal_id: int | None,
    at: datetime,
) -> None:
    """Keep how a record stands from now on."""
    session.add(
        WithheldRow(
            record_id=record_id,
            standing=standing.value,
            reason=unspecified.reason.value,
            words=unspecified.description or "",
            proposal_id=proposal_id,
            at=at,
        )
    )
    session.flush()


def standing_of(session: Session, record_ids: Collection[str]) -> Mapping[str, Withheld]:
    """The newest decision about each of these records, about which there is one."""
    found: dict[str, Withheld] = {}
    for some in portions(sorted(set(record_ids))):
        newest = (
            select(func.max(WithheldRow.id))
            .where(WithheldRow.record_id.in_(some))
            .group_by(WithheldRow.record_id)
        )
        for row in session.scalars(select(WithheldRow).where(WithheldRow.id.in_(newest))):
            found[row.record_id] = _withheld(row)
    return found


def all_withheld(session: Session) -> tuple[Withheld, ...]:
    """Every record about which the newest decision is to withhold it, the newest decision first."""
    newest = select(func.max(WithheldRow.id)).group_by(WithheldRow.record_id)
    rows = session.scalars(
        select(WithheldRow).where(WithheldRow.id.in_(newest)).order_by(WithheldRow.id.desc())
    )
    return tuple(found for row in rows if (found := _withheld(row)).is_withheld)


def withheld(session: Session, record_ids: Collection[str]) -> Mapping[str, Unspecified]:
    """What stands in the place of those of these records that are withheld.

    A person who is protected in one company's declaration is protected in every other: records that are confirmed to
    be the same person share the protection, whatever was decided about each.
    """
    wanted = sorted(set(record_ids))
    own = {
        record_id: each.unspecified
        for record_id, each in standing_of(session, wanted).items()
        if each.is_withheld
    }
    return {**_as_the_same_person(session, wanted), **own}


def _as_the_same_person(session: Session, record_ids: list[str]) -> dict[str, Unspecified]:
    this, other = aliased(IdentityClaimRow), aliased(IdentityClaimRow)
    pairs: list[tuple[str, str]] = []
    for some in portions(record_ids):
        rows = session.execute(
            select(this.record_id, other.record_id)
            .join(other, other.identity_id == this.identity_id)
            .where(
                this.record_id.in_(some),
                this.record_id != other.record_id,
                this.confirmed_at.is_not(None),
                other.confirmed_at.is_not(None),
            )
        )
        pairs += [(mine, theirs) for mine, theirs in rows]
    stands = standing_of(session, {theirs for _, theirs in pairs})
    return {
        mine: stands[theirs].unspecified
        for mine, theirs in pairs
        if theirs in stands and stands[theirs].standing is Standing.PROTECTED
    }


def protection_elsewhere(session: Session, record_id: str) -> Withheld | None:
    """The protection of somebody who is confirmed to be the person of this record too; None when there is none."""
    stands = standing_of(session, same_person(session, record_id))
    return next((each for each in stands.values() if each.standing is Standing.PROTECTED), None)


def same_person(session: Session, record_id: str) -> tuple[str, ...]:
    """The other records that are confirmed to be the person of this one, in every company's declarations."""
    this, other = aliased(IdentityClaimRow), aliased(IdentityClaimRow)
    return tuple(
        session.scalars(
            select(other.record_id)
            .join(this, this.identity_id == other.identity_id)
            .where(
                this.record_id == record_id,
                other.record_id != record_id,
                this.confirmed_at.is_not(None),
                other.confirmed_at.is_not(None),
            )
            .order_by(other.record_id)
        )
    )


def people_of(session: Session, subject: str) -> tuple[Mapping[str, Unspecified], frozenset[str]]:
    """By person key within one company's answers: why whom the register withholds, and whom it decided to name."""
    rows = session.scalars(
        select(WithheldRow.record_id).where(
            WithheldRow.record_id.startswith(f"{subject}-p-", autoescape=True)
        )
    )
    claimed = session.scalars(
        select(IdentityClaimRow.record_id).where(IdentityClaimRow.subject_record_id == subject)
    )
    records = {*rows, *claimed}
    hidden = {person_key(subject, record_id): why for record_id, why in withheld(session, records).items()}
    named = {
        person_key(subject, record_id)
        for record_id, each in standing_of(session, records).items()
        if not each.is_withheld
    }
    return hidden, frozenset(named - hidden.keys())


def person_key(subject: str, record_id: str) -> str:
    """The key under which a person record stands in the answers of its company."""
    return record_id.removeprefix(f"{subject}-p-").partition("-")[0]


def _withheld(row: WithheldRow) -> Withheld:
    return Withheld(
        row.record_id,
        Standing(row.standing),
        Unspecified(_REASONS[row.reason], row.words or None),
        row.proposal_id,
        row.at,
    )
