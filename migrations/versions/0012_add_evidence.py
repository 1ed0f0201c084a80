"""Papers handed in as proof."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("person_key_id", sa.Integer(), nullable=True),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=True),
        sa.Column("scan", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("removed_because", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["person_key_id"], ["person_key.id"], name=op.f("fk_evidence_person_key_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("token", name=op.f("uq_evidence_token")),
    )
    op.create_index("ix_evidence_about_id", "evidence", ["about", "id"], unique=False)
    op.create_index(op.f("ix_evidence_person_key_id"), "evidence", ["person_key_id"], unique=False)
    op.create_index(op.f("ix_evidence_uploaded_at"), "evidence", ["uploaded_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_evidence_uploaded_at"), table_name="evidence")
    op.drop_index(op.f("ix_evidence_person_key_id"), table_name="evidence")
    op.drop_index("ix_evidence_about_id", table_name="evidence")
    op.drop_table("evidence")
