"""What was signed, as it was shown, and share codes for bids."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "signed_page",
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["reference"], ["declaration.reference"], name=op.f("fk_signed_page_reference")
        ),
        sa.PrimaryKeyConstraint("reference", name=op.f("pk_signed_page")),
    )
    op.create_table(
        "bid_snapshot",
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("code_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("tender", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_bid_snapshot_company_id")),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_bid_snapshot_made_by")),
        sa.ForeignKeyConstraint(
            ["reference"], ["declaration.reference"], name=op.f("fk_bid_snapshot_reference")
        ),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_bid_snapshot")),
    )
    op.create_index(op.f("ix_bid_snapshot_company_id"), "bid_snapshot", ["company_id"], unique=False)
    op.create_index(op.f("ix_bid_snapshot_tender"), "bid_snapshot", ["tender"], unique=False)


def downgrade() -> None:
    op.drop_table("bid_snapshot")
    op.drop_table("signed_page")
