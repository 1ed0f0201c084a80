"""In which role people act for companies, who asks to, whom they invite, and how declarations came in."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

WAITS = sa.text("state = 'waiting'")


def upgrade() -> None:
    op.add_column("authority", sa.Column("role", sa.String(), nullable=False, server_default="admin"))
    op.add_column("authority", sa.Column("capacity", sa.String(), nullable=False, server_default=""))
    op.add_column("authority", sa.Column("firm", sa.String(), nullable=False, server_default=""))
    op.add_column("authority", sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True))
    _claims()
    _filings()
    append_only(op.get_bind(), "filing")


def _claims() -> None:
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("founded", sa.Boolean(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("firm", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_claim_account_id")),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_claim_company_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_claim_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
    )
    op.create_index(op.f("ix_claim_account_id"), "claim", ["account_id"], unique=False)
    op.create_index(op.f("ix_claim_company_id"), "claim", ["company_id"], unique=False)
    op.create_index(op.f("ix_claim_state"), "claim", ["state"], unique=False)
    op.create_index(
        "ix_claim_account_id_company_id_waiting",
        "claim",
        ["account_id", "company_id"],
        unique=True,
        sqlite_where=WAITS,
        postgresql_where=WAITS,
    )
    op.create_table(
        "colleague_invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("firm", sa.String(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("invited_by", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("accepted_by", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["accepted_by"], ["account.id"], name=op.f("fk_colleague_invitation_accepted_by")
        ),
        sa.ForeignKeyConstraint(
            ["company_id"], ["company.id"], name=op.f("fk_colleague_invitation_company_id")
        ),
        sa.ForeignKeyConstraint(
            ["invited_by"], ["account.id"], name=op.f("fk_colleague_invitation_invited_by")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_colleague_invitation")),
    )
    op.create_index(
        op.f("ix_colleague_invitation_company_id"), "colleague_invitation", ["company_id"], unique=False
    )


def _filings() -> None:
    op.create_table(
        "paper",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("open_for", sa.Integer(), nullable=True),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("signed_name", sa.String(), nullable=False),
        sa.Column("signed_capacity", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("given_up_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_paper_company_id")),
        sa.ForeignKeyConstraint(["entered_by"], ["account.id"], name=op.f("fk_paper_entered_by")),
        sa.ForeignKeyConstraint(["open_for"], ["company.id"], name=op.f("fk_paper_open_for")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper")),
        sa.UniqueConstraint("open_for", name=op.f("uq_paper_open_for")),
    )
    op.create_index(op.f("ix_paper_company_id"), "paper", ["company_id"], unique=False)
    op.create_index(op.f("ix_paper_entered_by"), "paper", ["entered_by"], unique=False)
    op.create_table(
        "filing",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("capacity", sa.String(), nullable=False),
        sa.Column("agent_name", sa.String(), nullable=False),
        sa.Column("agent_firm", sa.String(), nullable=False),
        sa.Column("paper_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["paper_id"], ["paper.id"], name=op.f("fk_filing_paper_id")),
        sa.ForeignKeyConstraint(["reference"], ["declaration.reference"], name=op.f("fk_filing_reference")),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_filing")),
    )


def downgrade() -> None:
    lift(op.get_bind(), "filing")
    op.drop_table("filing")
    op.drop_table("paper")
    op.drop_table("colleague_invitation")
    op.drop_table("claim")
    for column in ("ends_at", "firm", "capacity", "role"):
        op.drop_column("authority", column)
