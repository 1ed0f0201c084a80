"""Certificates and annexes about tenders, kept word for word as they were issued."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "issued_paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("issued_by", sa.Integer(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["issued_by"], ["account.id"], name=op.f("fk_issued_paper_issued_by")),
        sa.ForeignKeyConstraint(["ocid"], ["process.ocid"], name=op.f("fk_issued_paper_ocid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_issued_paper")),
    )
    op.create_index(op.f("ix_issued_paper_ocid"), "issued_paper", ["ocid"], unique=False)
    append_only(op.get_bind(), "issued_paper")


def downgrade() -> None:
    lift(op.get_bind(), "issued_paper")
    op.drop_index(op.f("ix_issued_paper_ocid"), table_name="issued_paper")
    op.drop_table("issued_paper")
