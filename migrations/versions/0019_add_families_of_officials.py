"""Families of officials, as the officials told."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "official_relative",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("document_hash", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["official_id"], ["official.id"], name=op.f("fk_official_relative_official_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_relative")),
    )
    op.create_index(
        op.f("ix_official_relative_official_id"), "official_relative", ["official_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_official_relative_official_id"), table_name="official_relative")
    op.drop_table("official_relative")
