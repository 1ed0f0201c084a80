"""The statement that closes a record comes after all others about it.

Why: a closed record says nothing any more; nobody can tell whether it still holds.
Source: BODS 0.4, information updates; libcovebods 0.16, which asks it only where the record begins as it should, and does
not see the time of day, so that it may mistake the order of statements of one day.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.closings != 1 or series.last == "closed" or not series.begins_well:
        return NOTHING
    return [
        Problem(
            "/recordStatus",
            f"A statement about the record {series.record_id} is dated later than the one that closes it.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Close a record with its last statement; give what comes back later a record of its own.",
    find=find,
)
