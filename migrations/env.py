"""Runs the migrations, each in one transaction on both engines, so that a killed one leaves nothing behind."""

from alembic import context
from sqlalchemy import Engine

from register.models import Base


def run(engine: Engine) -> None:
    with engine.connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            transactional_ddl=True,
            transaction_per_migration=True,
            render_as_batch=False,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()


run(context.config.attributes["engine"])
