"""Who sits on a tender's committees, what members declare about conflicts, and second signatures under papers."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_ADDED_TO = ("committee_member", "committee_end", "conflict_declaration", "paper_signature")


def upgrade() -> None:
    op.create_table(
        "committee_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("committee", sa.String(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("document_hash", sa.String(), nullable=True),
        sa.Column("appointed_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("named_by", sa.Integer(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_committee_member_account_id")),
        sa.ForeignKeyConstraint(["named_by"], ["account.id"], name=op.f("fk_committee_member_named_by")),
        sa.ForeignKeyConstraint(["ocid"], ["process.ocid"], name=op.f("fk_committee_member_ocid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_member")),
    )
    op.create_index(op.f("ix_committee_member_account_id"), "committee_member", ["account_id"], unique=False)
    op.create_index(op.f("ix_committee_member_ocid"), "committee_member", ["ocid"], unique=False)
    op.create_table(
        "committee_end",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=False),
        sa.Column("ended_by", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["ended_by"], ["account.id"], name=op.f("fk_committee_end_ended_by")),
        sa.ForeignKeyConstraint(
            ["member_id"], ["committee_member.id"], name=op.f("fk_committee_end_member_id")
        ),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_committee_end")),
    )
    op.create_table(
        "conflict_declaration",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("conflict", sa.Boolean(), nullable=False),
        sa.Column("signed", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("bidders", sa.String(), nullable=False),
        sa.Column("words_hash", sa.String(), nullable=True),
        sa.Column("declared_on", sa.Date(), nullable=False),
        sa.Column("on_paper", sa.Boolean(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["entered_by"], ["account.id"], name=op.f("fk_conflict_declaration_entered_by")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["committee_member.id"], name=op.f("fk_conflict_declaration_member_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict_declaration")),
    )
    op.create_index(
        op.f("ix_conflict_declaration_member_id"), "conflict_declaration", ["member_id"], unique=False
    )
    op.create_table(
        "conflict_words",
        sa.Column("declaration_id", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["declaration_id"],
            ["conflict_declaration.id"],
            name=op.f("fk_conflict_words_declaration_id"),
        ),
        sa.PrimaryKeyConstraint("declaration_id", name=op.f("pk_conflict_words")),
    )
    # Certificates from before were issued by one officer, and stay so.
    op.add_column(
        "issued_paper", sa.Column("needs_second", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.create_table(
        "paper_signature",
        sa.Column("paper_id", sa.Integer(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("signed_by", sa.Integer(), nullable=False),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["paper_id"], ["issued_paper.id"], name=op.f("fk_paper_signature_paper_id")),
        sa.ForeignKeyConstraint(["signed_by"], ["account.id"], name=op.f("fk_paper_signature_signed_by")),
        sa.PrimaryKeyConstraint("paper_id", name=op.f("pk_paper_signature")),
    )
    append_only(op.get_bind(), *_ADDED_TO)


def downgrade() -> None:
    lift(op.get_bind(), *_ADDED_TO)
    op.drop_table("paper_signature")
    op.drop_column("issued_paper", "needs_second")
    op.drop_table("conflict_words")
    op.drop_index(op.f("ix_conflict_declaration_member_id"), table_name="conflict_declaration")
    op.drop_table("conflict_declaration")
    op.drop_table("committee_end")
    op.drop_index(op.f("ix_committee_member_ocid"), table_name="committee_member")
    op.drop_index(op.f("ix_committee_member_account_id"), table_name="committee_member")
    op.drop_table("committee_member")
