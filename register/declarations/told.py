"""Everything stated so far in one company's network, which a new declaration is set against."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bods.codelists import RecordStatus
from bods.network import Network
from bods.records import Record, Unspecified
from bods.statements import Statement
from register.declarations.network import Past


@dataclass(frozen=True, slots=True)
class Told:
    """Everything stated in one company's network so far, in the order in which it was stated."""

    statements: tuple[Statement, ...] = ()

    @property
    def open(self) -> dict[str, Statement]:
        """The last statement of each record that is not closed, in the order in which the records first came."""
        last = {statement.record_id: statement for statement in self.statements}
        return {
            record_id: statement
            for record_id, statement in last.items()
            if statement.record_status is not RecordStatus.CLOSED
        }

    @property
    def records(self) -> dict[str, Record]:
        """The open records."""
        return {record_id: statement.record for record_id, statement in self.open.items()}

    @property
    def closed(self) -> frozenset[str]:
        """Record ids that are never used again."""
        return frozenset(
            each.record_id for each in self.statements if each.record_status is RecordStatus.CLOSED
        )

    @property
    def last_day(self) -> date:
        """The latest day that a statement speaks of."""
        return max((each.day for each in self.statements), default=date.min)

    @property
    def last_declaration(self) -> str | None:
        """The filing that the latest statement belongs to."""
        return self.statements[-1].declaration if self.statements else None

    def network(self, subject_record_id: str) -> Network:
        """The network as it stands."""
        return Network(subject_record_id, self.records)

    def past(
        self,
        confirmed: Mapping[str, str],
        withheld: Mapping[str, Unspecified] | None = None,
        named: Collection[str] = (),
    ) -> Past:
        """What a new network is drawn against; see `Past`."""
        return Past(self.records, self.closed, confirmed, withheld or {}, named)


def changed(told: Told, made: Iterable[Statement]) -> Told:
    """What is told once these statements are added."""
    return Told((*told.statements, *made))
