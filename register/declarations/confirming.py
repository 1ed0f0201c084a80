"""Nothing changed: everything that stands is stated once more, as true on the day of the confirmation.

Source: BODS 0.4, information updates: what is confirmed gets a new statement under its record identifier, `updated`, with
the same details. A statement about the company alone would say nothing of its owners; so each open record gets one.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bods.codelists import RecordStatus
from bods.network import Network
from bods.statements import Statement
from register.declarations.stamps import declared_stamp
from register.declarations.told import Told


def confirmation_statements(
    told: Told,
    subject_record_id: str,
    company: str,
    *,
    today: date,
    declaration: str,
    new_id: Callable[[], str],
) -> tuple[Statement, ...]:
    """Give one statement for each open record, in the order of publication; none when nothing was ever stated.

    `company` is the name in which the confirmation is signed, `declaration` the confirmation's own reference.
    """
    stamp = declared_stamp(company, max(today, told.last_day), declaration, new_id)
    network = Network(subject_record_id, told.records)
    standing = told.open
    return tuple(
        replace(
            standing[record_id],
            statement_id=stamp.new_id(),
            statement_date=stamp.statement_date,
            record_status=RecordStatus.UPDATED,
            declaration=stamp.declaration,
            publication=None,
            source=stamp.source,
            annotations=(),
        )
        for record_id in network.in_publication_order()
    )
