"""Only one statement about a record closes it.

Why: a record ends once.
Source: BODS 0.4, information updates; libcovebods 0.16, which asks it only where the record begins as it should.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.closings <= 1 or not series.begins_well:
        return NOTHING
    return [Problem("/recordStatus", f"More than one statement closes the record {series.record_id}.")]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Close a record once; give what comes back later a record of its own.",
    find=find,
)
