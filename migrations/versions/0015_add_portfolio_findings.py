"""What the flags found across tenders, and what officers decided."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "portfolio_finding",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("buyer", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("first_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_seen", sa.DateTime(timezone=True), nullable=False),
        sa.Column("gone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_portfolio_finding")),
    )
    op.create_index(op.f("ix_portfolio_finding_buyer"), "portfolio_finding", ["buyer"], unique=False)
    op.create_index(op.f("ix_portfolio_finding_code"), "portfolio_finding", ["code"], unique=False)
    op.create_table(
        "portfolio_screening",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("awards", sa.Integer(), nullable=False),
        sa.Column("suppliers", sa.Integer(), nullable=False),
        sa.Column("unclear", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio_screening")),
    )
    op.create_table(
        "portfolio_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["account.id"], name=op.f("fk_portfolio_decision_decided_by")
        ),
        sa.ForeignKeyConstraint(
            ["fingerprint"],
            ["portfolio_finding.fingerprint"],
            name=op.f("fk_portfolio_decision_fingerprint"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_portfolio_decision")),
    )
    op.create_index(
        op.f("ix_portfolio_decision_fingerprint"), "portfolio_decision", ["fingerprint"], unique=False
    )
    append_only(op.get_bind(), "portfolio_decision")


def downgrade() -> None:
    lift(op.get_bind(), "portfolio_decision")
    op.drop_index(op.f("ix_portfolio_decision_fingerprint"), table_name="portfolio_decision")
    op.drop_table("portfolio_decision")
    op.drop_table("portfolio_screening")
    op.drop_index(op.f("ix_portfolio_finding_code"), table_name="portfolio_finding")
    op.drop_index(op.f("ix_portfolio_finding_buyer"), table_name="portfolio_finding")
    op.drop_table("portfolio_finding")
