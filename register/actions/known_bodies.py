"""Find a company or another body in what the register has published, so that nobody types it again. It saves nothing."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from bods.codelists import RecordType
from bods.records import Entity
from register.declarations.draft import AGREEMENTS, EntityKind
from register.declarations.entity_record import TYPES
from register.store import published
from register.store.companies import official_number

MOST = 8


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A body as the register has published it. `country` is ISO 3166-1 alpha-2, empty when unknown.

    `declares` tells whether it has declared its own owners.
    """

    record_id: str
    name: str
    kind: EntityKind
    country: str
    scheme: str
    number: str
    declares: bool


def known_bodies(session: Session, words: str, limit: int = MOST) -> tuple[KnownBody, ...]:
    """The bodies whose name or number is like these words, the likest first, each once."""
    found = published.search(session, words, limit=4 * limit)
    best: dict[tuple[str, str], KnownBody] = {}
    for each in found.names:
        body = _known(session, each.record_id) if each.kind == RecordType.ENTITY.value else None
        if body is None:
            continue
        one = (body.scheme, official_number(body.number)) if body.number else ("", body.record_id)
        if one not in best or (body.declares and not best[one].declares):
            best[one] = body
    return tuple(best.values())[:limit]


def _known(session: Session, record_id: str) -> KnownBody | None:
    told = published.of_record(session, record_id)
    record = told[-1].statement.record if told else None
    if not isinstance(record, Entity) or not record.name:
        return None
    kind = _kind(record)
    if kind is None:
        return None
    numbered = next((each for each in record.identifiers if each.scheme and each.id), None)
    return KnownBody(
        record_id=record_id,
        name=record.name,
        kind=kind,
        country=record.jurisdiction.code[:2] if record.jurisdiction and record.jurisdiction.code else "",
        scheme=(numbered.scheme or "") if numbered else "",
        number=(numbered.id or "") if numbered else "",
        declares=told[-1].statement.declaration_subject == record_id,
    )


def _kind(record: Entity) -> EntityKind | None:
    """The kind in the words of the form; None for agreements, which belong to one chain alone."""
    if record.public_listing and record.public_listing.has_public_listing:
        return EntityKind.LISTED
    fits = (
        kind for kind, (type_, subtype) in TYPES.items() if (type_, subtype) == (record.type, record.subtype)
    )
    alike = (kind for kind, (type_, _subtype) in TYPES.items() if type_ is record.type)
    kind = next(fits, None) or next(alike, EntityKind.OTHER)
    return None if kind in AGREEMENTS else kind
