"""Which facts a decision is about, and why something open does not stop an award."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("finding", sa.Column("facts", sa.String(), server_default="", nullable=False))
    op.add_column("decision", sa.Column("facts", sa.String(), server_default="", nullable=False))
    op.create_table(
        "gate_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("item", sa.String(), nullable=False),
        sa.Column("facts", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("noted_by", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["noted_by"], ["account.id"], name=op.f("fk_gate_note_noted_by")),
        sa.ForeignKeyConstraint(["ocid"], ["process.ocid"], name=op.f("fk_gate_note_ocid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gate_note")),
    )
    op.create_index(op.f("ix_gate_note_ocid"), "gate_note", ["ocid"], unique=False)
    append_only(op.get_bind(), "gate_note")


def downgrade() -> None:
    lift(op.get_bind(), "gate_note")
    op.drop_index(op.f("ix_gate_note_ocid"), table_name="gate_note")
    op.drop_table("gate_note")
    op.drop_column("decision", "facts")
    op.drop_column("finding", "facts")
