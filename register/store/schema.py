"""The database's shape: brought up to date, taken back, compared with the code."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from register.models import Base
from register.store.engine import WRITES

HERE = Path(__file__).resolve().parents[1]


def _migrations() -> Path:
    """Beside the package in a checkout, inside it when installed."""
    beside = HERE.parent / "migrations"
    return beside if beside.is_dir() else HERE / "migrations"


def alembic_config(engine: Engine) -> Config:
    """Alembic's configuration for this database."""
    config = Config()
    config.set_main_option("script_location", str(_migrations()))
    config.attributes["engine"] = engine
    return config


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the database up to a revision; on SQLite also switch on the write-ahead log, once and for all."""
    if engine.dialect.name == "sqlite":
        raw = engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode=WAL")
        finally:
            raw.close()
    command.upgrade(alembic_config(engine), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the database back to a revision. What the newer tables held is lost."""
    command.downgrade(alembic_config(engine), revision)


def revisions(engine: Engine) -> tuple[str, ...]:
    """All revisions, oldest first."""
    script = ScriptDirectory.from_config(alembic_config(engine))
    return tuple(revision.revision for revision in reversed(list(script.walk_revisions())))


def current(engine: Engine) -> str | None:
    """The revision the database is at; None for an empty one. Waits for no writer."""
    with engine.connect().execution_options(**{WRITES: False}) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_current(engine: Engine) -> bool:
    """Whether the database is at the newest revision."""
    return current(engine) == revisions(engine)[-1]


def differences(engine: Engine) -> list[object]:
    """What the tables in the code have that the database has not, and the other way round."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
