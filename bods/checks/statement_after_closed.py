"""Nothing is said about a record after it is closed.

Why: a closed record says nothing any more; nobody can tell whether it still holds.
Source: BODS 0.4, information updates. The official checker has other identifiers for this, but is silent where the record
does not begin as it should; only there this check speaks.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.begins_well or series.ends_well:
        return NOTHING
    return [
        Problem(
            "/recordStatus",
            f"A statement about the record {series.record_id} is dated later than one that closes it.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Close a record with its last statement; give what comes back later a record of its own.",
    find=find,
)
