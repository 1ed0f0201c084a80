"""Lists of the barred, the sanctioned and those in public office."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "party_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("listed_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_list")),
        sa.UniqueConstraint("content_hash", name=op.f("uq_party_list_content_hash")),
    )
    op.create_table(
        "listed_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("other_names", sa.String(), nullable=False),
        sa.Column("numbers", sa.String(), nullable=False),
        sa.Column("entity", sa.Boolean(), nullable=True),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("document_hash", sa.String(), nullable=True),
        sa.Column("birth_month", sa.String(), nullable=True),
        sa.Column("decided_by", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["list_id"], ["party_list.id"], name=op.f("fk_listed_party_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_listed_party")),
    )
    op.create_index(op.f("ix_listed_party_document_hash"), "listed_party", ["document_hash"], unique=False)
    op.create_index(op.f("ix_listed_party_list_id"), "listed_party", ["list_id"], unique=False)
    op.create_table(
        "listed_mark",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["listed_party.id"], name=op.f("fk_listed_mark_entry_id")),
        sa.PrimaryKeyConstraint("entry_id", "mark", name=op.f("pk_listed_mark")),
    )
    op.create_index(op.f("ix_listed_mark_mark"), "listed_mark", ["mark"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_listed_mark_mark"), table_name="listed_mark")
    op.drop_table("listed_mark")
    op.drop_index(op.f("ix_listed_party_list_id"), table_name="listed_party")
    op.drop_index(op.f("ix_listed_party_document_hash"), table_name="listed_party")
    op.drop_table("listed_party")
    op.drop_table("party_list")
