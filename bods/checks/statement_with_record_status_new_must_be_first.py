"""The statement that says a record is new comes before all others about it.

Why: a record cannot change before it begins.
Source: BODS 0.4, information updates; libcovebods 0.16, which does not see the time of day, so that it may mistake the
order of statements of one day.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.news != 1 or series.first == "new":
        return NOTHING
    return [
        Problem(
            "/recordStatus",
            f"A statement that is dated earlier speaks of the record {series.record_id} before it is new.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Give the first statement about the record the status new, and later ones updated or closed.",
    find=find,
)
