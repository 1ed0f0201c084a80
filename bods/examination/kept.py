"""What the examination keeps of each statement until the end of the file."""

from collections.abc import Mapping
from typing import Any

from bods.facts.ledger import IN_MEMORY, Ledger
from bods.facts.series import Versions
from bods.facts.spilling import SpilledSet
from bods.facts.spool import Spool

_MOST_VERSIONS = 50


class Kept:
    """Keys of all statements, facts of all records, and the relationship statements themselves."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._in_memory = in_memory
        self.count = 0
        self.ledger = Ledger(in_memory)
        #: Of components [network, place, statement id, record id, row]; of relationships with date, status and details.
        self.waiting = Spool()
        #: [declaration subject, place, statement id, record id] of statements whose subject was not known yet.
        self.subjects = Spool()
        self._relationship = self.ledger.code_of(("relationship", None, None, None))
        self._entities: dict[tuple[str | None, str | None], int] = {}
        self._persons: dict[str | None, int] = {}
        self._statement_ids: set[str] | SpilledSet = set()
        #: The version that the last statement claims, and how many in a row do.
        self.version: str | None = None
        self.of_version = 0
        self._first_version: str | None = None
        self._versions: dict[str, int] = {}
        self._silent = 0

    def is_repeated(self, statement_id: str) -> bool:
        """Note a statement's identifier and tell whether it was there before."""
        ids = self._statement_ids
        before = len(ids)
        ids.add(statement_id)
        if before >= self._in_memory and isinstance(ids, set):
            self._statement_ids = SpilledSet(ids)
        return len(ids) == before

    def enter(
        self,
        place: int,
        statement: Mapping[str, Any],
        details: Mapping[str, Any],
        statement_id: str | None,
        record_id: str,
        network: str | None,
    ) -> None:
        """Note what a statement says about its record."""
        record_type = statement.get("recordType")
        date, status = statement.get("statementDate"), statement.get("recordStatus")
        order = place + 1
        ledger = self.ledger
        if record_type == "relationship":
            row = ledger.enter(record_id, self._relationship, order, date, status)
            self._enter_relationship(row, details)
            self.waiting.put(network or record_id, place, statement_id, record_id, row, date, status, details)
            return
        if record_type == "entity":
            row = ledger.enter(record_id, self._entity_code(details.get("entityType")), order, date, status)
        elif record_type == "person":
            person_type = details.get("personType")
            code = self._persons.get(person_type)
            if code is None:
                code = self._persons[person_type] = ledger.code_of(("person", None, None, person_type))
            row = ledger.enter(record_id, code, order, date, status)
            ledger.enter_person(row, withheld=person_type == "anonymousPerson")
        else:
            row = ledger.enter(record_id, 0, order, date, status)
        if details.get("isComponent") is True:
            self.waiting.put(network or record_id, place, statement_id, record_id, row)

    def _entity_code(self, entity_type: Mapping[str, Any] | None) -> int:
        given = entity_type or {}
        key = given.get("type"), given.get("subtype")
        code = self._entities.get(key)
        if code is None:
            code = self._entities[key] = self.ledger.code_of(("entity", *key, None))
        return code

    def _enter_relationship(self, row: int, details: Mapping[str, Any]) -> None:
        subject, party = details.get("subject"), details.get("interestedParty")
        self.ledger.enter_parties(
            row, subject if isinstance(subject, str) else None, party if isinstance(party, str) else None
        )
        if components := details.get("componentRecords"):
            self.ledger.enter_components(row, components)

    def enter_version(self, version: str | None) -> None:
        """Note that a statement says it is of another version of the standard than the one before, or of none."""
        if self.count == 1:
            self._first_version = version
        self._count_version()
        self.version = version
        self.of_version = 1

    def _count_version(self) -> None:
        if self.version is None:
            self._silent += self.of_version
        elif self.version in self._versions or len(self._versions) < _MOST_VERSIONS:
            self._versions[self.version] = self._versions.get(self.version, 0) + self.of_version
        self.of_version = 0

    def close(self) -> None:
        """Give up all files that were needed to keep it."""
        self.ledger.close()
        self.waiting.close()
        self.subjects.close()
        if isinstance(self._statement_ids, SpilledSet):
            self._statement_ids.close()

    def versions(self) -> Versions:
        """Tell which versions the statements claim."""
        self._count_version()
        return Versions(self._first_version, self._versions, self._silent)
