"""bar-D6: every migration goes up, down and up again, with data, on both engines; models equal migrations."""

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    Table,
    func,
    insert,
    select,
)

from register.models import Base
from register.models.base import Exact, Instant
from register.store import schema

VERSIONS = Path(__file__).resolve().parents[2] / "migrations" / "versions"


def _value(column: Column[object]) -> object:
    values: tuple[tuple[type, object], ...] = (
        (Instant, datetime(2026, 3, 9, 11, 2, tzinfo=UTC)),
        (Exact, Decimal("12.50")),
        (DateTime, datetime(2026, 3, 9, 11, 2, tzinfo=UTC)),
        (Boolean, True),
        (Integer, 1),
        (Date, date(2026, 3, 9)),
        (LargeBinary, b"sealed"),
    )
    for kind, value in values:
        if isinstance(column.type, kind):
            return value
    return "words"


def _row(table: Table) -> dict[str, object]:
    return {column.name: _value(column) for column in table.columns}


def _fill(connection: Connection) -> None:
    for table in Base.metadata.sorted_tables:
        if not connection.scalar(select(func.count()).select_from(table)):
            connection.execute(insert(table).values(_row(table)))


def _counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        there = [t for t in Base.metadata.sorted_tables if engine.dialect.has_table(connection, t.name)]
        return {t.name: connection.scalar(select(func.count()).select_from(t)) or 0 for t in there}


def test_the_models_equal_the_migrations(engine: Engine) -> None:
    assert schema.differences(engine) == []


def test_each_migration_goes_down_and_up_again_with_data_in_every_table(engine: Engine) -> None:
    with engine.begin() as connection:
        _fill(connection)
    before = _counts(engine)
    revisions = schema.revisions(engine)

    for older in (*reversed(revisions[:-1]), "base"):
        schema.downgrade(engine, older)
        kept = _counts(engine)

        assert all(kept[table] == before[table] for table in kept)

    for newer in revisions:
        schema.upgrade(engine, newer)
    with engine.begin() as connection:
        _fill(connection)

    assert _counts(engine) == before
    assert set(before.values()) == {1}
    assert schema.differences(engine) == []


def test_each_step_alone_goes_down_and_up_on_the_data_of_the_older_tables(engine: Engine) -> None:
    with engine.begin() as connection:
        _fill(connection)
    revisions = schema.revisions(engine)

    schema.downgrade(engine, revisions[-2])
    kept = _counts(engine)
    schema.upgrade(engine, revisions[-1])

    after = _counts(engine)
    assert kept
    assert {table: after[table] for table in kept} == kept


@pytest.mark.parametrize("path", sorted(VERSIONS.glob("0*.py")), ids=lambda path: path.stem)
def test_a_migration_imports_no_model_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text()

    assert text.startswith('"""')
    assert "register" not in "".join(line for line in text.splitlines() if "import" in line)
