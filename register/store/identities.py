"""One real person behind many records: found by a keyed hash of the identity document, joined once confirmed.

Nothing here is ever told to a declarant: whether a number is known is nobody's business but an officer's.
"""

import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from register.exceptions import RegisterError
from register.graph.picture import Identity
from register.models.people import IdentityClaimRow, IdentityRow
from register.models.sameness import JoinedIdentityRow
from register.store import particulars
from register.store.engine import vault_of
from register.store.order import take_turn
from register.store.portions import among, portions

BY_THE_PERSON = "person"


@dataclass(frozen=True, slots=True)
class Claim:
    """That a person record speaks of an identity; `public_identifier` is published once it is confirmed.

    Identities that a registrar decided to be one person bear the public identifier of the oldest of them.
    `confirmed_by` is "person" or "registrar:<account id>".
    """

    record_id: str
    subject_record_id: str
    public_identifier: str
    claimed_at: datetime
    confirmed_at: datetime | None
    confirmed_by: str | None


class ClaimNotFoundError(RegisterError):
    """Nobody has said who this person record speaks of."""

    def __init__(self, record_id: str) -> None:
        self.record_id = record_id
        super().__init__(f"no identity is claimed for record {record_id}")


def document_hash(session: Session, scheme: str, number: str) -> str:
    """The keyed hash by which an identity document is found again; spaces, dashes and case make no difference."""
    plain = "".join(letter for letter in number.upper() if letter.isalnum())
    return vault_of(session).blind("document", scheme.upper(), plain)


def stand_alone(session: Session, record_id: str, subject: str, now: datetime) -> None:
    """Give a person record without any document an identity of its own, by which it can be decided to be another."""
    if session.get(IdentityClaimRow, record_id) is None:
        claim(session, record_id, subject, vault_of(session).blind("record", record_id), now)


def claim(session: Session, record_id: str, subject: str, document_hash: str, now: datetime) -> bool:
    """Keep that a person record speaks of the holder of a document, confirmed by nobody yet; False if it did before.

    Another document for the record takes the place of the first, and what was confirmed of it falls: the record now
    speaks, for all we know, of somebody else.
    """
    identity = _identity(session, document_hash, now)
    row = session.get(IdentityClaimRow, record_id, populate_existing=True)
    if row is None:
        session.add(
            IdentityClaimRow(
                record_id=record_id, identity_id=identity.id, subject_record_id=subject, claimed_at=now
            )
        )
    elif row.identity_id == identity.id:
        return False
    else:
        row.identity_id, row.claimed_at = identity.id, now
        row.confirmed_at, row.confirmed_by = None, None
    session.flush()
    return True


def _identity(session: Session, document_hash: str, now: datetime) -> IdentityRow:
    take_turn(session, "identity")
    query = select(IdentityRow).where(IdentityRow.document_hash == document_hash)
    identity = session.scalars(query).one_or_none()
    if identity is None:
        identity = IdentityRow(
            document_hash=document_hash, public_identifier=secrets.token_hex(16), created_at=now
        )
        session.add(identity)
        session.flush()
    return identity


def confirm(session: Session, record_id: str, by: str, now: datetime) -> bool:
    """Keep who confirmed a claim; False when it was confirmed before. Raises ClaimNotFoundError."""
    row = session.get(IdentityClaimRow, record_id, with_for_update=True, populate_existing=True)
    if row is None:
        raise ClaimNotFoundError(record_id)
    if row.confirmed_at is not None:
        return False
    row.confirmed_at, row.confirmed_by = now, by
    session.flush()
    return True


def claim_of(session: Session, record_id: str) -> Claim:
    """Whom a person record speaks of. Raises ClaimNotFoundError."""
    found = _claims(session, [record_id])
    if record_id not in found:
        raise ClaimNotFoundError(record_id)
    return found[record_id]


def claims_of(session: Session, record_ids: Collection[str]) -> Mapping[str, Claim]:
    """Whom these person records speak of; records of which nobody has said so are left out."""
    return _claims(session, record_ids)


def claims_sharing(session: Session, record_ids: Collection[str]) -> Mapping[str, Claim]:
    """The claims of these records and of every other record that speaks of the same people, by record id."""
    return _claims_where(session, IdentityClaimRow.identity_id, _people(session, record_ids))


def claims_in(session: Session, subject: str) -> Mapping[str, Claim]:
    """The claims of one company's network, by person record."""
    row = IdentityClaimRow
    records = session.scalars(select(row.record_id).where(row.subject_record_id == subject)).all()
    return _claims(session, records)


def confirmed_in(session: Session, subject: str, closed: frozenset[str] = frozenset()) -> Mapping[str, str]:
    """Public identifiers of the people confirmed in one company's network, by person key; closed records left out."""
    return {
        person_key_of(each): each.public_identifier
        for each in claims_in(session, subject).values()
        if each.confirmed_at is not None and each.record_id not in closed
    }


def identities_of(session: Session, record_ids: Collection[str]) -> Mapping[str, Identity]:
    """Whom the register takes person records for, by record id; for officers alone.

    `key` is the identity's public identifier, also while it is not confirmed and so not published.
    """
    claims = _claims(session, record_ids)
    months = particulars.birth_months(session, {each.subject_record_id for each in claims.values()})
    return {
        record_id: Identity(
            key=each.public_identifier,
            confirmed=each.confirmed_at is not None,
            birth_month=months.get((each.subject_record_id, person_key_of(each))),
        )
        for record_id, each in claims.items()
    }


def person_key_of(claim: Claim) -> str:
    """The person's key in the answers, as the record id tells it (`<subject>-p-<key>`, with a number when reused)."""
    return person_key_in(claim.record_id, claim.subject_record_id)


def person_key_in(record_id: str, subject: str) -> str:
    """The same, of a record without a claim."""
    return record_id.removeprefix(f"{subject}-p-").partition("-")[0]


def keys_of(session: Session, document_hashes: Collection[str]) -> Mapping[str, str]:
    """The identity keys (as in `identities_of`) of known documents, by document hash."""
    found: dict[str, str] = {}
    joined, root = JoinedIdentityRow, aliased(IdentityRow)
    for some in portions(sorted(set(document_hashes))):
        found.update(
            session.execute(
                select(IdentityRow.document_hash, root.public_identifier)
                .outerjoin(joined, joined.identity_id == IdentityRow.id)
                .join(root, root.id == func.coalesce(joined.root_id, IdentityRow.id))
                .where(among(session, IdentityRow.document_hash, some))
            ).all()
        )
    return found


def hashes_of(session: Session, record_ids: Collection[str]) -> frozenset[str]:
    """Keyed hashes of every document of the people whom these records speak of."""
    found: set[str] = set()
    for some in portions(sorted(_people(session, record_ids))):
        found.update(
            session.scalars(select(IdentityRow.document_hash).where(among(session, IdentityRow.id, some)))
        )
    return frozenset(found)


def subjects_sharing(session: Session, subject: str) -> frozenset[str]:
    """Other companies in whose network a person stands that is claimed in this one."""
    row = IdentityClaimRow
    mine = session.scalars(select(row.identity_id).where(row.subject_record_id == subject)).all()
    return frozenset(each.subject_record_id for each in _sharing(session, mine)) - {subject}


def companies_sharing(session: Session, record_id: str) -> frozenset[str]:
    """Other subjects whose records claim the same identity as this person record."""
    own = session.get(IdentityClaimRow, record_id)
    if own is None:
        return frozenset()
    sharing = _sharing(session, [own.identity_id])
    return frozenset(each.subject_record_id for each in sharing) - {own.subject_record_id}


def records_sharing(session: Session, record_id: str) -> tuple[Claim, ...]:
    """Other person records, anywhere, that claim the same identity."""
    own = session.get(IdentityClaimRow, record_id)
    sharing = _sharing(session, [own.identity_id]) if own else []
    return tuple(
        _claims(session, [each.record_id for each in sharing if each.record_id != record_id]).values()
    )


def records_of(session: Session, identity_ids: Collection[int]) -> tuple[str, ...]:
    """Every person record that claims one of these identities, or one that a registrar decided to be the same."""
    return tuple(each.record_id for each in _sharing(session, identity_ids))


def identity_ids(session: Session, record_ids: Collection[str]) -> Mapping[str, int]:
    """The row numbers of the identities that these records claim, each its own even where some are one person."""
    row, found = IdentityClaimRow, dict[str, int]()
    for some in portions(sorted(set(record_ids))):
        found.update(
            session.execute(select(row.record_id, row.identity_id).where(row.record_id.in_(some))).all()
        )
    return found


def _sharing(session: Session, identity_ids: Collection[int]) -> list[IdentityClaimRow]:
    row, found = IdentityClaimRow, list[IdentityClaimRow]()
    for some in portions(sorted(_joined(session, set(identity_ids)))):
        found += session.scalars(select(row).where(row.identity_id.in_(some)).order_by(row.record_id))
    return found


def _joined(session: Session, identity_ids: set[int]) -> set[int]:
    """These identities with all that were decided to be one of them."""
    row, found = JoinedIdentityRow, set(identity_ids)
    for some in portions(sorted(identity_ids)):
        roots = session.scalars(
            select(row.root_id).where(or_(row.identity_id.in_(some), row.root_id.in_(some)))
        ).all()
        for each in portions(sorted(set(roots))):
            found.update(each, session.scalars(select(row.identity_id).where(row.root_id.in_(each))))
    return found


def _people(session: Session, record_ids: Collection[str]) -> set[int]:
    """The identities that these records claim, with all that were decided to be one of them."""
    claim, joined, beside = IdentityClaimRow, JoinedIdentityRow, aliased(JoinedIdentityRow)
    root = func.coalesce(joined.root_id, claim.identity_id)
    found: set[int | None] = set()
    for some in portions(sorted(set(record_ids))):
        for row in session.execute(
            select(claim.identity_id, joined.root_id, beside.identity_id)
            .outerjoin(joined, joined.identity_id == claim.identity_id)
            .outerjoin(beside, beside.root_id == root)
            .where(among(session, claim.record_id, some))
        ):
            found.update(row)
    return {each for each in found if each is not None}


def _claims(session: Session, record_ids: Collection[str]) -> dict[str, Claim]:
    return _claims_where(session, IdentityClaimRow.record_id, record_ids)


def _claims_where(
    session: Session, column: InstrumentedAttribute[Any], values: Collection[Any]
) -> dict[str, Claim]:
    found: dict[str, Claim] = {}
    joined = JoinedIdentityRow
    for some in portions(sorted(set(values))):
        for row, public_identifier in session.execute(
            select(IdentityClaimRow, IdentityRow.public_identifier)
            .outerjoin(joined, joined.identity_id == IdentityClaimRow.identity_id)
            .join(IdentityRow, IdentityRow.id == func.coalesce(joined.root_id, IdentityClaimRow.identity_id))
            .where(among(session, column, some))
        ):
            found[row.record_id] = Claim(
                row.record_id,
                row.subject_record_id,
                public_identifier,
                row.claimed_at,
                row.confirmed_at,
                row.confirmed_by,
            )
    return found
