"""The owners of every declared company, worked out once and kept."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "owner_generation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_generation")),
    )
    op.create_table(
        "kept_company",
        sa.Column("generation_id", sa.Integer(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["generation_id"], ["owner_generation.id"], name=op.f("fk_kept_company_generation_id")
        ),
        sa.PrimaryKeyConstraint("generation_id", "company", name=op.f("pk_kept_company")),
    )
    op.create_table(
        "kept_owner",
        sa.Column("generation_id", sa.Integer(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("owner_key", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("low", sa.String(length=40), nullable=True),
        sa.Column("high", sa.String(length=40), nullable=True),
        sa.Column("low_excluded", sa.Boolean(), nullable=False),
        sa.Column("high_excluded", sa.Boolean(), nullable=False),
        sa.Column("ways", sa.String(), nullable=False),
        sa.Column("does", sa.Boolean(), nullable=False),
        sa.Column("ultimate", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["generation_id"], ["owner_generation.id"], name=op.f("fk_kept_owner_generation_id")
        ),
        sa.PrimaryKeyConstraint("generation_id", "company", "owner_key", name=op.f("pk_kept_owner")),
    )
    op.create_index(
        op.f("ix_kept_owner_generation_id_owner_key"),
        "kept_owner",
        ["generation_id", "owner_key"],
        unique=False,
    )
    _begin_whole(op.get_bind())


def _begin_whole(connection: sa.Connection) -> None:
    """Of a register without statements everything is worked out already; another must be rebuilt once."""
    if connection.scalar(sa.text("SELECT count(*) FROM statement")) == 0:
        columns = (
            sa.column("begun_at", sa.DateTime(timezone=True)),
            sa.column("finished_at", sa.DateTime(timezone=True)),
        )
        now = datetime.now(UTC)
        connection.execute(
            sa.insert(sa.table("owner_generation", *columns)).values(begun_at=now, finished_at=now)
        )


def downgrade() -> None:
    op.drop_index(op.f("ix_kept_owner_generation_id_owner_key"), table_name="kept_owner")
    op.drop_table("kept_owner")
    op.drop_table("kept_company")
    op.drop_table("owner_generation")
