"""No statement about a record follows the one that closed it.

Statements follow each other by statement date, then by publication, then by their place in the file.
"""

from collections.abc import Iterator, Sequence

from bods.checks.check import Check, Finding
from bods.codelists import RecordStatus
from bods.history import in_order
from bods.statements import Statement


def find(statements: Sequence[Statement]) -> Iterator[Finding]:
    closed_by: dict[str, str] = {}
    for statement in in_order(statements):
        closing = closed_by.get(statement.record_id)
        if closing is not None:
            yield Finding(
                CHECK.code,
                statement.statement_id,
                statement.record_id,
                "/recordId",
                f"Open a record under a new identifier: statement {closing} closed this one.",
            )
        elif statement.record_status is RecordStatus.CLOSED:
            closed_by[statement.record_id] = statement.statement_id


CHECK = Check("statement-after-closed", "No statement about a record follows the one that closed it.", find)
