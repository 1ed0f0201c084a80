"""Answers that were typed when the session had ended, kept for an hour."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "typed_answer",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_typed_answer_account_id")),
        sa.PrimaryKeyConstraint("account_id", "address", name=op.f("pk_typed_answer")),
    )
    op.create_index(op.f("ix_typed_answer_kept_at"), "typed_answer", ["kept_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_typed_answer_kept_at"), table_name="typed_answer")
    op.drop_table("typed_answer")
