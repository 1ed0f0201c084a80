"""The register parted into groups of companies that have nothing to do with each other, so that each is seen quickly."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bods.history import in_order
from bods.records import Relationship
from bods.statements import Statement
from register.graph.joining import Unions, parties_of, plain
from register.graph.picture import Identity, PartyKind
from register.graph.process import Process


@dataclass(frozen=True, slots=True)
class Apart:
    """Statements by group; a group has every statement of every record, party and chain that it touches.

    `by_record` and `by_number` (scheme and number, written plainly) lead to groups.
    """

    groups: Mapping[object, tuple[Statement, ...]]
    by_record: Mapping[str, object]
    by_number: Mapping[tuple[str, str], object]

    def about(self, process: Process, crosswalk: Mapping[str, str]) -> tuple[Statement, ...]:
        """Give every statement that bears on the bidders of a process; `crosswalk` as in `picture_of`."""
        met: dict[object, None] = {}
        for bid in process.bids:
            numbered = self.by_number.get((plain(bid.scheme), plain(bid.id)))
            crossed = self.by_record.get(crosswalk.get(bid.party, ""))
            met |= {group: None for group in (numbered, crossed) if group is not None}
        return tuple(statement for group in met for statement in self.groups[group])


def apart(statements: Iterable[Statement], identities: Mapping[str, Identity]) -> Apart:
    """Part statements into groups: records of one party, and parties that any relationship ever tied, are in one."""
    made = in_order(statements)
    parties = parties_of(made, identities)
    unions = Unions()
    for record_id, party in parties.items():
        unions.join(f"party {party.key}", f"record {record_id}")
    for statement in made:
        for record_id in _touched(statement):
            unions.join(f"record {statement.record_id}", f"record {record_id}")
    groups: dict[object, list[Statement]] = defaultdict(list)
    for statement in made:
        groups[unions.root(f"record {statement.record_id}")].append(statement)
    return Apart(
        groups={key: tuple(each) for key, each in groups.items()},
        by_record={each.record_id: unions.root(f"record {each.record_id}") for each in made},
        by_number={
            (plain(scheme), plain(number)): unions.root(f"party {party.key}")
            for party in parties.values()
            for scheme, number in party.identifiers
            if party.kind is not PartyKind.PERSON
        },
    )


def _touched(statement: Statement) -> Iterable[str]:
    """Give the records that a statement ties to its own."""
    yield statement.declaration_subject
    if isinstance(statement.record, Relationship):
        ends = (statement.record.subject, statement.record.interested_party)
        yield from (end for end in ends if isinstance(end, str))
        yield from statement.record.component_records
