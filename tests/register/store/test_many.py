"""Rows that are written many at a time are kept as rows written one by one."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.contracts import BidRow, ProcessRow
from register.store.many import FEW, insert_all, table_of

MOMENT = datetime(2026, 3, 9, 12, 30, tzinfo=timezone(timedelta(hours=3)))
PROCESS = ("ocid", "compiled", "title", "tender_id", "buyer", "method", "status", "opens", "changed_at")
BID = (
    "ocid",
    "position",
    "party_id",
    "name",
    "scheme",
    "number",
    "value",
    "currency",
    "status",
    "submitted_on",
)
#: What a database's own way of taking in rows might take for something else.
NAMES = ("Ngʼangʼa", "a\tb\nc\\N", "\\.", '"quoted", and more', "%s ? :name", "", "建設公司")


@pytest.mark.parametrize("many", [1, FEW + 1, 300])
def test_every_kind_of_value_comes_back_as_it_was_given(session: Session, many: int) -> None:
    processes = [(f"o{n}", "{}", NAMES[n % 7], "", "", "", "", date(2026, 3, 9), MOMENT) for n in range(many)]
    bids = [(f"o{n}", n, "", NAMES[n % 7], "", "", Decimal("1.50"), None, "", None) for n in range(many)]

    insert_all(session, table_of(ProcessRow), PROCESS, processes)
    insert_all(session, table_of(BidRow), BID, bids)

    kept = session.scalars(select(BidRow).order_by(BidRow.id)).all()
    assert [(bid.position, bid.name) for bid in kept] == [(n, NAMES[n % 7]) for n in range(many)]
    assert {(bid.value, bid.currency, bid.submitted_on) for bid in kept} == {(Decimal("1.50"), None, None)}
    process = session.scalars(select(ProcessRow).where(ProcessRow.ocid == "o0")).one()
    assert (process.opens, process.closes) == (date(2026, 3, 9), None)
    assert process.changed_at == MOMENT.astimezone(UTC)
    assert (process.title, process.ward) == (NAMES[0], "")


def test_what_is_rolled_back_was_never_there(session: Session) -> None:
    rows = [(f"o{n}", "{}", "", "", "", "", "", None, MOMENT) for n in range(FEW + 1)]

    insert_all(session, table_of(ProcessRow), PROCESS, rows)
    session.rollback()

    assert session.scalar(select(func.count()).select_from(ProcessRow)) == 0
