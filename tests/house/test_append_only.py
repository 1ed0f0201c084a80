"""bar-L5: what is only added to cannot be changed or taken away, whoever asks."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, delete, insert, text, update
from sqlalchemy.exc import DBAPIError

from register.models.audit import AuditRow
from register.models.findings import DecisionRow
from register.models.life import DeclarationMoveRow
from register.models.portfolio_findings import PortfolioDecisionRow
from register.models.published import PublishedRow
from register.models.statements import StatementRow

AT = datetime(2026, 3, 9, 11, 2, tzinfo=UTC)
COMMON = {
    "statement_id": "s1", "record_id": "r1", "record_type": "entity", "record_status": "new", "declaration_subject": "r1",
    "declaration": "UM-2026-000001", "statement_date": date(2026, 3, 9),
}  # fmt: skip
ROWS = {
    StatementRow: {**COMMON, "learnt_at": AT, "body": "{}"},
    PublishedRow: {
        **COMMON,
        "sequence": 1,
        "published_at": AT,
        "text": b"{}",
        "salt": b"1",
        "leaf_hash": b"2",
    },
    AuditRow: {
        "sequence": 1,
        "at": AT,
        "actor": "clock",
        "action": "a",
        "about": "b",
        "facts": "{}",
        "hash": "h",
    },
}


@pytest.mark.parametrize("kind", ROWS, ids=lambda kind: kind.__tablename__)
@pytest.mark.parametrize("way", ["orm update", "orm delete", "raw update", "raw delete"])
def test_a_protected_row_stays_as_it_is(engine: Engine, kind: type, way: str) -> None:
    table = kind.__tablename__
    with engine.begin() as connection:
        connection.execute(insert(kind).values(ROWS[kind]))
    statements = {
        "orm update": update(kind).values({column: ROWS[kind][column] for column in list(ROWS[kind])[:1]}),
        "orm delete": delete(kind),
        "raw update": text(
            f"UPDATE {table} SET record_id = 'other'"
            if kind is not AuditRow
            else f"UPDATE {table} SET facts = ''"
        ),
        "raw delete": text(f"DELETE FROM {table}"),
    }

    with pytest.raises(DBAPIError, match="only added to"), engine.begin() as connection:
        connection.execute(statements[way])


@pytest.mark.parametrize(
    "kind", [DecisionRow, DeclarationMoveRow, PortfolioDecisionRow], ids=lambda kind: kind.__tablename__
)
def test_decisions_and_moves_are_protected_too(engine: Engine, kind: type) -> None:
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            names = {
                row[0]
                for row in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            }
        else:
            names = {row[0].lower() for row in connection.execute(text("SELECT tgname FROM pg_trigger"))}

    table = kind.__tablename__
    assert {f"{table}_refuses_update", f"{table}_refuses_delete"} <= {name.lower() for name in names}
