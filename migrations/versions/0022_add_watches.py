"""Whose owners officers watch, and how owners changed."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "watch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_watch_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint("account_id", "company", name=op.f("uq_watch_account_id_company")),
    )
    op.create_index(op.f("ix_watch_company"), "watch", ["company"], unique=False)
    op.create_table(
        "owner_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company", sa.String(), nullable=False),
        sa.Column("owner_key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("turn", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("contracted", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_owner_change")),
    )
    op.create_index(op.f("ix_owner_change_company"), "owner_change", ["company"], unique=False)
    op.create_index(op.f("ix_owner_change_found_at"), "owner_change", ["found_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_owner_change_found_at"), table_name="owner_change")
    op.drop_index(op.f("ix_owner_change_company"), table_name="owner_change")
    op.drop_table("owner_change")
    op.drop_index(op.f("ix_watch_company"), table_name="watch")
    op.drop_table("watch")
