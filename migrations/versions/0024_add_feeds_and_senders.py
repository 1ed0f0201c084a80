"""Secret addresses of feeds, who sent a list, and who was taken for whom on it."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "feed_address",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("secret_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_feed_address_account_id")),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_feed_address")),
        sa.UniqueConstraint("secret_hash", name=op.f("uq_feed_address_secret_hash")),
    )
    op.create_table(
        "list_sender",
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_list_sender_account_id")),
        sa.PrimaryKeyConstraint("content_hash", name=op.f("pk_list_sender")),
    )
    op.add_column("finding", sa.Column("matched", sa.String(), server_default="", nullable=False))
    op.create_index(op.f("ix_finding_matched"), "finding", ["matched"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_finding_matched"), table_name="finding")
    op.drop_column("finding", "matched")
    op.drop_table("list_sender")
    op.drop_table("feed_address")
