"""Every component that a relationship lists is a record of the same set of statements.

The official checker has this check and never runs it.
"""

from collections.abc import Iterator, Sequence

from bods.checks.check import Check, Finding
from bods.records import Relationship
from bods.statements import Statement


def find(statements: Sequence[Statement]) -> Iterator[Finding]:
    known = {statement.record_id for statement in statements}
    for statement in statements:
        record = statement.record
        if not isinstance(record, Relationship):
            continue
        for place, component in enumerate(record.component_records):
            if component not in known:
                yield Finding(
                    CHECK.code,
                    statement.statement_id,
                    statement.record_id,
                    f"/recordDetails/componentRecords/{place}",
                    f"Publish a statement about the component {component}, or take it off the list.",
                )


CHECK = Check(
    "component-points-to-nothing",
    "Every component that a relationship lists is a record of the same set of statements.",
    find,
)
