"""The first statement about a record says that it is new.

Why: without its beginning nobody can tell since when the record has been known, or what was said of it before.
Source: BODS 0.4, information updates. The official checker does not ask where no statement says new. A file of changes
may begin in the middle of a record's life.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if series.news or series.first is None:
        return NOTHING
    return [
        Problem(
            "/recordStatus",
            f"The first statement about the record {series.record_id} says {series.first}, and none says new.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.LOOK,
    remedy="Publish the earlier statements too, or say new if there are none; a file of changes may stay as it is.",
    find=find,
)
