"""Opening the database: SQLite with the settings it needs to be safe, or PostgreSQL."""

import sqlite3

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session, sessionmaker

from register.store.vault import Vault

WRITES = "umiliki_writes"


def open_engine(url: str) -> Engine:
    """Open the database at a SQLAlchemy address; parameters never appear in errors or logs."""
    if url.startswith("sqlite"):
        return _sqlite(url)
    return create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_timeout=5)


def _sqlite(url: str) -> Engine:
    engine = create_engine(
        url, hide_parameters=True, connect_args={"check_same_thread": False, "isolation_level": None}
    )

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
        cursor = connection.cursor()
        # The order matters: waiting comes first, so that the others wait too.
        for pragma in (
            "busy_timeout=5000",
            "synchronous=FULL",
            "foreign_keys=ON",
            "trusted_schema=OFF",
            "secure_delete=FAST",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer takes its place at once; a reader that turns writer half-way would be refused.
        writes = connection.get_execution_options().get(WRITES, True)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def session_factory(engine: Engine, vault: Vault) -> sessionmaker[Session]:
    """Sessions that know the vault; `session.info["vault"]` opens sealed columns."""
    return sessionmaker(engine, expire_on_commit=False, info={"vault": vault})


def reading(session: Session) -> Session:
    """Say that this session only reads: on SQLite it then waits for no writer."""
    session.connection(execution_options={WRITES: False})
    return session


def vault_of(session: Session) -> Vault:
    """The vault the session was opened with."""
    vault = session.info["vault"]
    assert isinstance(vault, Vault)  # noqa: S101 (for the type checker; the factory above puts it there)
    return vault
