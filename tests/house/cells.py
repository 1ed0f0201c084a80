"""Every cell of a database, to say which columns a form changed."""

from sqlalchemy import Engine, select

from register.models.base import Base

Cells = dict[tuple[str, str], dict[str, object]]
#: What every answer may write beside what it is about.
BESIDE = frozenset({"account_session.last_seen", "throttle"})
#: Made from what other tables hold, letter by letter: large, and written by no form itself.
MADE = frozenset({"published_gram", "published_name"})
#: Large, and only added to (triggers refuse all else): the newest rows tell all.
ADDED_TO = frozenset({"statement", "published", "audit_event"})
NEWEST = 40


def cells(engine: Engine) -> Cells:
    """The rows of all tables by table and key, each cell as it is."""
    held: Cells = {}
    with engine.connect() as connection:
        for table in Base.metadata.sorted_tables:
            if table.name in BESIDE | MADE:
                continue
            columns = [column for column in table.c if f"{table.name}.{column.name}" not in BESIDE]
            names = [column.name for column in columns]
            keys = [names.index(column.name) for column in table.primary_key]
            query = select(*columns)
            if table.name in ADDED_TO:
                query = query.order_by(*[key.desc() for key in table.primary_key]).limit(NEWEST)
            for row in connection.execute(query):
                held[table.name, repr([row[key] for key in keys])] = dict(zip(names, row, strict=True))
    return held


def changed(before: Cells, after: Cells) -> frozenset[str]:
    """The columns that changed: "table.column" of a row that stayed, "table" of one that came or went."""
    came_or_went = {table for table, _ in set(before) ^ set(after)}  # of the newest rows, the oldest make way
    return frozenset(came_or_went) | {
        f"{table}.{column}"
        for (table, key), row in after.items()
        for column, value in row.items()
        if before.get((table, key), {}).get(column, value) != value
    }


def written(before: Cells, after: Cells) -> str:
    """All cells that came or changed, as one text."""
    return "\n".join(
        f"{table}.{column} {value!r}"
        for (table, key), row in after.items()
        for column, value in row.items()
        if before.get((table, key), {}).get(column) != value
    )
