"""Only one statement about a record says that it is new.

Why: a record begins once.
Source: BODS 0.4, information updates; libcovebods 0.16.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.news <= 1:
        return NOTHING
    return [
        Problem("/recordStatus", f"More than one statement says that the record {series.record_id} is new.")
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Give later statements about the record the status updated or closed.",
    find=find,
)
