"""How a set of statements, such as a subject's network, looked on a day, as it was known at a moment."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bods.codelists import InterestType
from bods.history.instants import Known
from bods.network import named_by
from bods.records import Interest, Relationship
from bods.statements import Statement

#: The types of interest of one relationship that were said, later, to have ended by the day.
Ended: TypeAlias = frozenset[InterestType | None]


@dataclass(frozen=True, slots=True)
class Holding:
    """One interest, and whether it was held on the day: True, False, or None when that could not be told."""

    interest: Interest
    holds: bool | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The records of a set of statements on the day `on`, as known at `known` (None: by all that is known).

    Each mapping gives, by record id, the one statement that counts:

    - `open`: the record's last word on or before the day, and it was not closed;
    - `closed`: the record had been closed by then; this is the closing statement;
    - `later`: the record was first spoken of after the day; its first word may reach back by the dates of interests.

    `ended` gives relationships of which a statement about a later day says that interests had ended by this one.
    """

    on: date
    known: Known
    open: Mapping[str, Statement]
    closed: Mapping[str, Statement]
    later: Mapping[str, Statement]
    ended: Mapping[str, Ended]

    def holdings(self, record_id: str) -> tuple[Holding, ...]:
        """Give the interests of a relationship, open or spoken of later, and whether each was held on the day.

        An interest is held from its start date, else from the day its relationship was stated, to the day before its
        end date. Stated after the day and without a start date it is None: could not tell. Empty for entities, persons
        and relationships that are closed or unknown.
        """
        statement = self.open.get(record_id) or self.later.get(record_id)
        if statement is None or not isinstance(statement.record, Relationship):
            return ()
        stated = record_id in self.open
        ended = self.ended.get(record_id, frozenset())
        return tuple(
            Holding(interest, self._holds(interest, stated, ended)) for interest in statement.record.interests
        )

    def _holds(self, interest: Interest, stated: bool, ended: Ended) -> bool | None:
        held = interest.holds_on(self.on)
        if held is None and stated:
            held = True
        return False if interest.type in ended else held

    def holds(self, record_id: str) -> bool | None:
        """Say whether a relationship held on the day: True if any interest did, None if that could not be told.

        A relationship that lists no interests holds from the day it was stated. A closed or unknown one does not hold.
        """
        held = {holding.holds for holding in self.holdings(record_id)}
        if True in held:
            return True
        if not held:
            return True if record_id in self.open else None if record_id in self.later else False
        return None if None in held else False

    def relationships(self) -> Iterator[tuple[str, Relationship]]:
        """Give the relationships that are open, by their record ids."""
        for record_id, statement in self.open.items():
            if isinstance(statement.record, Relationship):
                yield record_id, statement.record

    def declared_after(self) -> tuple[str, ...]:
        """Give the open records whose last word speaks of the day or before, and was published after the day."""
        return tuple(
            record_id
            for record_id, statement in self.open.items()
            if statement.publication is not None and statement.publication.day > self.on
        )

    def status_unknown(self) -> tuple[str, ...]:
        """Give the open records whose last word does not say whether they are new, updated or closed."""
        return tuple(
            record_id for record_id, statement in self.open.items() if statement.record_status is None
        )

    def missing(self) -> dict[str, tuple[str, ...]]:
        """Give the record ids that open records name and that are not open, each with the records that name it.

        Named are the parties and components of relationships, and the subject of each statement's declaration.
        """
        naming: dict[str, list[str]] = {}
        for record_id, statement in self.open.items():
            named = [statement.declaration_subject]
            if isinstance(statement.record, Relationship):
                named += named_by(statement.record)
            for name in dict.fromkeys(named):
                if name not in self.open:
                    naming.setdefault(name, []).append(record_id)
        return {name: tuple(records) for name, records in naming.items()}
