"""Every statement says whether its record is new, updated or closed.

The schema lets the field be left out; the standard's guidance does not.
"""

from collections.abc import Iterator, Sequence

from bods.checks.check import Check, Finding
from bods.statements import Statement


def find(statements: Sequence[Statement]) -> Iterator[Finding]:
    for statement in statements:
        if statement.record_status is None:
            yield Finding(
                CHECK.code,
                statement.statement_id,
                statement.record_id,
                "",
                "Add the field recordStatus: new, updated or closed.",
            )


CHECK = Check(
    "missing-record-status", "Every statement says whether its record is new, updated or closed.", find
)
