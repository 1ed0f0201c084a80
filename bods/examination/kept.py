"""What the examination keeps of each statement until the end of the file."""

from collections.abc import Mapping
from typing import Any

from bods.facts.ledger import Ledger
from bods.facts.series import Versions
from bods.facts.spool import Spool

_RELATIONSHIP = ("relationship", None, None, None)
_UNKNOWN = (None, None, None, None)
_MOST_VERSIONS = 50


class Kept:
    """Keys of all statements, facts of all records, and the relationship statements themselves."""

    def __init__(self) -> None:
        self.count = 0
        self.ledger = Ledger()
        #: [network, place, statement id, record id] of components, and with date, status and details of relationships.
        self.waiting = Spool()
        #: [declaration subject, place, statement id, record id] of statements whose subject was not known yet.
        self.subjects = Spool()
        self._statement_ids: set[str] = set()
        self._version: object = None
        self._versions: dict[str, int] = {}
        self._silent = 0

    def is_repeated(self, statement_id: str) -> bool:
        """Note a statement's identifier and tell whether it was there before."""
        before = len(self._statement_ids)
        self._statement_ids.add(statement_id)
        return len(self._statement_ids) == before

    def enter(
        self,
        place: int,
        statement: Mapping[str, Any],
        details: Mapping[str, Any],
        statement_id: str | None,
        record_id: str,
        record_type: str | None,
        network: str | None,
    ) -> None:
        """Note what a statement says about its record."""
        date, status = statement.get("statementDate"), statement.get("recordStatus")
        enter = self.ledger.enter
        if record_type == "relationship":
            row = enter(record_id, _RELATIONSHIP, self.count, date, status)
            self._enter_relationship(row, details)
            self.waiting.put(network or record_id, place, statement_id, record_id, date, status, details)
            return
        if record_type == "entity":
            entity_type = details.get("entityType") or {}
            kind = ("entity", entity_type.get("type"), entity_type.get("subtype"), None)
            enter(record_id, kind, self.count, date, status)
        elif record_type == "person":
            person_type = details.get("personType")
            row = enter(record_id, ("person", None, None, person_type), self.count, date, status)
            self.ledger.enter_person(row, withheld=person_type == "anonymousPerson")
        else:
            enter(record_id, _UNKNOWN, self.count, date, status)
        if details.get("isComponent") is True:
            self.waiting.put(network or record_id, place, statement_id, record_id)

    def _enter_relationship(self, row: int, details: Mapping[str, Any]) -> None:
        subject, party = details.get("subject"), details.get("interestedParty")
        self.ledger.enter_parties(
            row, subject if isinstance(subject, str) else None, party if isinstance(party, str) else None
        )
        if components := details.get("componentRecords"):
            self.ledger.enter_components(row, components)

    def version(self, publication: Mapping[str, Any] | None) -> None:
        """Note which version of the standard a statement says it is of."""
        version = publication.get("bodsVersion") if publication else None
        if version is None:
            self._silent += 1
        elif version in self._versions:
            self._versions[version] += 1
        elif len(self._versions) < _MOST_VERSIONS:
            self._versions[version] = 1
        if self.count == 1:
            self._version = version

    def versions(self) -> Versions:
        """Tell which versions the statements claim."""
        return Versions(self._version, self._versions, self._silent)
