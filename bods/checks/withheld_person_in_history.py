"""A person who is withheld in one statement is not described by another of the same record.

Why: the file gives away whom it withholds.
Source: BODS 0.4, `anonymousPerson`, and statement identifiers, which let sensitive values be taken out of what was published
before. The official checker does not ask. A person whose protection has ended may rightly be described.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if not (series.withheld and series.described):
        return NOTHING
    return [
        Problem(
            "/recordDetails/personType",
            f"The person {series.record_id} is withheld by one statement and described by another.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.LOOK,
    remedy="If the person is still to be withheld, publish the statements that describe them again under the same identifiers, without what describes them.",
    find=find,
)
