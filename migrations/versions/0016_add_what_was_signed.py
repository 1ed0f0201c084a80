"""What was signed and paid, who has a part in it, how bidders are reached, and for whom a tender is reserved."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

OF_THE_PROCESS = ("department", "ward", "reserved_for", "classes")


def upgrade() -> None:
    for name in OF_THE_PROCESS:
        op.add_column("process", sa.Column(name, sa.String(), server_default="", nullable=False))
    op.create_table(
        "contract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("contract_id", sa.String(), nullable=False),
        sa.Column("award_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("value", sa.String(length=40), nullable=True),
        sa.Column("currency", sa.String(), nullable=True),
        sa.Column("reserved_for", sa.String(), nullable=False),
        sa.Column("paid", sa.String(length=40), nullable=True),
        sa.Column("amended", sa.Integer(), nullable=False),
        sa.Column("milestones", sa.Integer(), nullable=False),
        sa.Column("met", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ocid"], ["process.ocid"], name=op.f("fk_contract_ocid"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract")),
    )
    op.create_index(op.f("ix_contract_ocid"), "contract", ["ocid"], unique=False)
    op.create_table(
        "contract_part",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("contract_id", sa.String(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("pointer", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ocid"], ["process.ocid"], name=op.f("fk_contract_part_ocid"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_part")),
    )
    op.create_index(op.f("ix_contract_part_ocid"), "contract_part", ["ocid"], unique=False)
    op.create_index(
        op.f("ix_contract_part_scheme_number"), "contract_part", ["scheme", "number"], unique=False
    )
    op.create_table(
        "party_reach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("party_id", sa.String(), nullable=False),
        sa.Column("phone", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["ocid"], ["process.ocid"], name=op.f("fk_party_reach_ocid"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_reach")),
    )
    op.create_index(op.f("ix_party_reach_ocid"), "party_reach", ["ocid"], unique=False)


def downgrade() -> None:
    for table in ("party_reach", "contract_part", "contract"):
        op.drop_table(table)
    for name in reversed(OF_THE_PROCESS):
        op.drop_column("process", name)
