"""What registrars found when they compared papers with what was declared."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evidence_id", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("checked_by", sa.Integer(), nullable=False),
        sa.Column("checked_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["checked_by"], ["account.id"], name=op.f("fk_evidence_check_checked_by")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_check_evidence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence_check")),
    )
    op.create_index(op.f("ix_evidence_check_evidence_id"), "evidence_check", ["evidence_id"], unique=False)
    append_only(op.get_bind(), "evidence_check")


def downgrade() -> None:
    lift(op.get_bind(), "evidence_check")
    op.drop_index(op.f("ix_evidence_check_evidence_id"), table_name="evidence_check")
    op.drop_table("evidence_check")
