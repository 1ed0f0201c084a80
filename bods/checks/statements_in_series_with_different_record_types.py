"""All statements about a record are of one type.

Why: a record is an entity, a person or a relationship for good; two types are mostly two records under one identifier.
Source: BODS 0.4, `recordId`; libcovebods 0.16, which asks it only where the record begins and ends as it should.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if len(series.types) <= 1 or not (series.begins_well and series.ends_well):
        return NOTHING
    return [
        Problem("/recordType", f"The statements about the record {series.record_id} are of different types.")
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Give each entity, person and relationship a record identifier of its own.",
    find=find,
)
