"""Which records speak of one real party: joined by identifier or by the register's own identity, never by name."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bods.codelists import EntityType, NameType, PersonType, RecordType
from bods.parts import Identifier, Unspecified
from bods.records import Entity, Person
from bods.statements import Statement
from bods.structures.joint_holdings import is_joint
from register.graph.picture import Identity, Joined, Party, PartyKind
from register.ocds.numbers import is_number

NOBODY_KNOWN = frozenset({EntityType.ANONYMOUS_ENTITY, EntityType.UNKNOWN_ENTITY})


class Unions:
    """Sets that grow together: what shares a mark is one."""

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def root(self, thing: Hashable) -> Hashable:
        """Give the one that stands for the whole set of `thing`."""
        above = self._above.setdefault(thing, thing)
        while above != thing:
            self._above[thing] = self._above[above]
            thing, above = above, self._above[above]
        return thing

    def join(self, one: Hashable, other: Hashable) -> bool:
        """Make two sets one; say whether they were two."""
        first, second = self.root(one), self.root(other)
        self._above[second] = first
        return first != second


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that two records of one party share, and by what right it joins them."""

    scheme: str
    id: str
    joined: Joined

    @property
    def key(self) -> tuple[str, str]:
        return plain(self.scheme), plain(self.id)


def plain(text: str) -> str:
    """Fold what differs between two ways of writing one number: case and spaces."""
    return "".join(text.split()).casefold()


def parties_of(statements: Iterable[Statement], identities: Mapping[str, Identity]) -> dict[str, Party]:
    """Give the party of each entity and person record, by record id; the latest of the `statements` names it.

    `statements` are in order. Identities are the register's own, by record id.
    """
    latest: dict[str, Statement] = {}
    marks: dict[str, tuple[Mark, ...]] = {}
    ranks: dict[tuple[str, str], int] = {}
    unions = Unions()
    for statement in statements:
        if statement.record_type is RecordType.RELATIONSHIP:
            continue
        latest[statement.record_id] = statement
        marks[statement.record_id] = marks_of(statement, identities.get(statement.record_id))
        unions.root(statement.record_id)
        for mark in marks[statement.record_id]:
            # A person's number and a company's never join the two.
            unions.join(("mark", statement.record_type, mark.key), statement.record_id)
            ranks.setdefault(mark.key, len(ranks))
    groups: dict[Hashable, list[str]] = defaultdict(list)
    for record_id in latest:
        groups[unions.root(record_id)].append(record_id)
    parties = [
        _party([latest[each] for each in group], marks, identities, _key(group, marks, ranks))
        for group in groups.values()
    ]
    return {record_id: party for party in parties for record_id in party.record_ids}


class Joins:
    """Remembers whose records are whose, for pictures of the same statements and identities on several days."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], dict[str, Party]] = {}

    def parties(
        self, statements: Sequence[Statement], identities: Mapping[str, Identity]
    ) -> dict[str, Party]:
        """Give what `parties_of` does; the caller may add to it. `identities` are the same each time."""
        key = tuple(each.statement_id for each in statements)
        if key not in self._known:
            self._known[key] = parties_of(statements, identities)
        return dict(self._known[key])


def marks_of(statement: Statement, identity: Identity | None) -> tuple[Mark, ...]:
    """Give what may join a record to others."""
    record = statement.record
    assert isinstance(record, Entity | Person)  # noqa: S101 - relationships have no identifiers
    marks = [mark for each in record.identifiers if (mark := _mark(each, isinstance(record, Person)))]
    if identity is not None:
        joined = Joined.CONFIRMED if identity.confirmed else Joined.TYPED
        marks.append(Mark("", identity.key, joined))
    return tuple(marks)


def _mark(identifier: Identifier, person: bool) -> Mark | None:
    if not identifier.id or not is_number(identifier.id):
        return None
    if identifier.scheme:
        return Mark(identifier.scheme, identifier.id, Joined.IDENTIFIER)
    if person and identifier.scheme_name:
        # The register's own identifier of a person is published with a name and no scheme, once confirmed.
        return Mark(identifier.scheme_name, identifier.id, Joined.CONFIRMED)
    return None


def _party(
    group: list[Statement],
    marks: Mapping[str, tuple[Mark, ...]],
    identities: Mapping[str, Identity],
    key: str,
) -> Party:
    told = max(group, key=lambda statement: (statement.statement_date, statement.record_id))
    known = [identity for each in group if (identity := identities.get(each.record_id))]
    own = [mark for each in group for mark in marks[each.record_id]]
    typed = frozenset(each.record_id for each in group if _only_typed(marks[each.record_id]))
    public = tuple(dict.fromkeys((mark.scheme, mark.id) for mark in own if mark.scheme))
    return Party(
        key=key,
        kind=_kind(told, known=bool(known)),
        name=party_name(told),
        country=_country(told),
        record_ids=frozenset(each.record_id for each in group),
        joined=_joined(group, own, typed),
        identifiers=public,
        entity_type=str(told.record.type) if isinstance(told.record, Entity) else "",
        unspecified_reason=_reason(told.record.unspecified)
        if isinstance(told.record, Entity | Person)
        else "",
        founded=told.record.founding_date if isinstance(told.record, Entity) else None,
        dissolved=told.record.dissolution_date if isinstance(told.record, Entity) else None,
        nationalities=_nationalities(told),
        other_names=tuple(sorted({party_name(each) for each in group} - {party_name(told), ""})),
        identity=min((each.key for each in known), default=None),
        birth_month=next((each.birth_month for each in known if each.birth_month), None)
        or _birth_month(told),
        typed_records=typed,
        joint=isinstance(told.record, Entity) and is_joint(told.record),
        listed=_listed(told),
    )


def _only_typed(marks: tuple[Mark, ...]) -> bool:
    rights = {mark.joined for mark in marks}
    return Joined.TYPED in rights and Joined.CONFIRMED not in rights


def _joined(group: list[Statement], marks: list[Mark], typed: frozenset[str]) -> Joined:
    if len(group) == 1:
        return Joined.ALONE
    if typed:
        return Joined.TYPED
    return Joined.CONFIRMED if any(mark.joined is Joined.CONFIRMED for mark in marks) else Joined.IDENTIFIER


def _key(
    group: list[str], marks: Mapping[str, tuple[Mark, ...]], ranks: Mapping[tuple[str, str], int]
) -> str:
    """Name a party by what stays the same from one declaration to the next: an identity, else its oldest number."""
    own = [
        (mark.joined is Joined.IDENTIFIER, ranks[mark.key], mark.key)
        for each in group
        for mark in marks[each]
    ]
    if not own:
        return min(group)
    _, _, (scheme, number) = min(own)
    return f"{scheme}:{number}"


def _kind(statement: Statement, known: bool) -> PartyKind:
    record = statement.record
    if isinstance(record, Person):
        # A person whose name is withheld is still one person to officers who hold the identity.
        named = record.type is PersonType.KNOWN_PERSON or known
        return PartyKind.PERSON if named else PartyKind.UNKNOWN
    hidden = isinstance(record, Entity) and record.type in NOBODY_KNOWN
    return PartyKind.UNKNOWN if hidden else PartyKind.ENTITY


def party_name(statement: Statement) -> str:
    """Give the name that a statement about a person or an entity tells; a person's legal name before others."""
    record = statement.record
    if isinstance(record, Person):
        legal = (each.full_name for each in record.names if each.type in (None, NameType.LEGAL))
        return next(legal, record.names[0].full_name if record.names else "")
    return (record.name or "") if isinstance(record, Entity) else ""


def _country(statement: Statement) -> str:
    record = statement.record
    if isinstance(record, Person):
        return next((each.code for each in record.nationalities if each.code), "")
    if isinstance(record, Entity) and record.jurisdiction:
        return (record.jurisdiction.code or "")[:2]
    return ""


def _listed(statement: Statement) -> bool:
    listing = statement.record.public_listing if isinstance(statement.record, Entity) else None
    return listing is not None and listing.has_public_listing


def _nationalities(statement: Statement) -> frozenset[str]:
    record = statement.record
    told = record.nationalities if isinstance(record, Person) else ()
    return frozenset(each.code for each in told if each.code)


def _reason(unspecified: Unspecified | None) -> str:
    return str(unspecified.reason) if unspecified else ""


def _birth_month(statement: Statement) -> str | None:
    record = statement.record
    born = record.birth_date if isinstance(record, Person) else None
    return born[:7] if born and len(born) >= 7 else None
