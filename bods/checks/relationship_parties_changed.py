"""A relationship keeps its subject and its interested party.

Why: who sells leaves, and who buys comes; a record that only changes the name says neither, and the history of both is lost.
Source: BODS 0.4, record identifiers: another party is another relationship. The official checker does not ask.
"""

from bods.checks.check import NOTHING, Found, Problem, RecordCheck, Severity
from bods.facts import RecordSeries


def find(series: RecordSeries) -> Found:
    if not series.parties_changed:
        return NOTHING
    return [
        Problem(
            "/recordDetails",
            f"The relationship {series.record_id} does not name the same subject and interested party throughout.",
        )
    ]


CHECK = RecordCheck(
    severity=Severity.BREAKS,
    remedy="Close the relationship, and open a new record for the new parties.",
    find=find,
)
