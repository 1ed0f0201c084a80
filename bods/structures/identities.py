"""Which record id each party and each relationship has: the one it had before, or one made from the keys."""

import re
from collections.abc import Collection, Iterator
from itertools import count

from bods.codelists import EntitySubtype
from bods.network import Network
from bods.records import Entity, Person, Record, Relationship, Unspecified

#: A key that record ids are made from; any other text is a record id itself.
KEY = re.compile(r"[a-z0-9]{1,32}")
#: Stand in the ids of relationships for the subject, and for who is not named.
SUBJECT, NOBODY = "subject", "nobody"

_ARRANGEMENTS = frozenset({EntitySubtype.TRUST, EntitySubtype.NOMINATION})


class Identities:
    """Gives record ids for one drawing of a network.

    Ids are `<subject>-p-<key>` for people, `<subject>-e-<key>` for bodies, `<subject>-r-<holder>` for what is held in
    the subject and `<subject>-r-<holder>-<held>` for what is held elsewhere. An id that was closed is never used again:
    the next has `-2` at its end, and so on. Nor does a record keep its id that leaves the chains to stand by itself, or
    that becomes a trust or a nominee agreement, or ceases to be one: the official checker would judge what was stated
    of it then by what it is now.
    """

    def __init__(self, subject: str, before: Network | None, closed: Collection[str]) -> None:
        self._subject = subject
        self._before = dict(before.records) if before else {}
        self._closed = frozenset(closed)
        self._given = {subject}
        self._by_key = {key_of(record_id, subject): record_id for record_id in self._before}
        self._open = {
            (record.subject, record.interested_party): record_id
            for record_id, record in self._before.items()
            if isinstance(record, Relationship)
        }

    def of_party(self, key: str, record: Entity | Person) -> str:
        """Give the id of a party's record. Raises nothing: some id is always free."""
        return self._take(self._for_party(key, "p" if isinstance(record, Person) else "e"), record)

    def of_relationship(self, holder: str, held: str, relationship: Relationship) -> str:
        """Give the id of a relationship; one between the same two goes on under the id it had."""
        stem = f"{self._subject}-r-{self._word(holder)}"
        stem = stem if held == self._subject else f"{stem}-{self._word(held)}"
        return self._take(self._for_relationship(relationship, stem), relationship)

    def _for_party(self, key: str, letter: str) -> Iterator[str]:
        if key in self._by_key:
            yield self._by_key[key]
        if not KEY.fullmatch(key):
            yield key
        yield from _numbered(f"{self._subject}-{letter}-{key}")

    def _for_relationship(self, relationship: Relationship, stem: str) -> Iterator[str]:
        parties: tuple[str | Unspecified, str | Unspecified]
        parties = (relationship.subject, relationship.interested_party)
        if parties in self._open:
            yield self._open[parties]
        yield from _numbered(stem)

    def _word(self, key: str) -> str:
        return SUBJECT if key == self._subject else key

    def _take(self, candidates: Iterator[str], record: Record) -> str:
        found = next(each for each in candidates if self._fits(each, record))
        self._given.add(found)
        return found

    def _fits(self, record_id: str, record: Record) -> bool:
        if record_id in self._closed or record_id in self._given:
            return False
        before = self._before.get(record_id)
        return before is None or _goes_on(before, record)


def key_of(record_id: str, subject: str) -> str:
    """Give the key that a party's record id was made from, or the id itself when it was made otherwise."""
    made = re.fullmatch(rf"{re.escape(subject)}-[pe]-({KEY.pattern})(-\d+)?", record_id)
    return made[1] if made else record_id


def _numbered(stem: str) -> Iterator[str]:
    yield stem
    yield from (f"{stem}-{number}" for number in count(2))


def _goes_on(before: Record, record: Record) -> bool:
    if type(before) is not type(record) or (before.is_component and not record.is_component):
        return False
    if isinstance(before, Relationship) and isinstance(record, Relationship):
        return (before.subject, before.interested_party) == (record.subject, record.interested_party)
    return _kind(before) == _kind(record)


def _kind(record: Record) -> EntitySubtype | None:
    found = record.subtype if isinstance(record, Entity) else None
    return found if found in _ARRANGEMENTS else None
