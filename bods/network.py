"""A subject's network: the records of one declaration, and the order in which they are published."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bods.exceptions import MissingRecordError
from bods.records import Record, Relationship


@dataclass(frozen=True, slots=True)
class Network:
    """Everything known about who owns one subject, as records by record id.

    A network without any records is a subject about which nothing holds any more.

    Raises MissingRecordError when the subject, a party or a component is not among the records.
    """

    subject: str
    records: Mapping[str, Record] = field(hash=False)

    def __post_init__(self) -> None:
        if self.records and self.subject not in self.records:
            raise MissingRecordError(self.subject, "the network")
        for record_id, record in self.records.items():
            if isinstance(record, Relationship):
                for named in named_by(record):
                    if named not in self.records:
                        raise MissingRecordError(named, record_id)

    def in_publication_order(self) -> tuple[str, ...]:
        """Give all record ids so that each record follows those it names.

        The subject, the other entities and persons, the component relationships, the primary relationships; within each
        group the order of `records`. Source: BODS 0.4, serialisation.
        """
        return tuple(sorted(self.records, key=lambda record_id: self._floor(record_id)))

    def _floor(self, record_id: str) -> int:
        record = self.records[record_id]
        if record_id == self.subject:
            return 0
        if not isinstance(record, Relationship):
            return 1
        return 2 if record.is_component else 3


def named_by(relationship: Relationship) -> tuple[str, ...]:
    """Give the record ids that a relationship points to: its parties, then its components."""
    parties = (relationship.subject, relationship.interested_party)
    return (*(party for party in parties if isinstance(party, str)), *relationship.component_records)
