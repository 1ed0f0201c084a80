"""Runs that imported contracts, with what they changed and what was faulty."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contract_import",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("way", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("by_account", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("bytes_read", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("processes", sa.Integer(), nullable=False),
        sa.Column("releases", sa.Integer(), nullable=False),
        sa.Column("faults", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["by_account"], ["account.id"], name=op.f("fk_contract_import_by_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_import")),
    )
    op.create_table(
        "contract_import_process",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["contract_import.id"], name=op.f("fk_contract_import_process_import_id")
        ),
        sa.PrimaryKeyConstraint("import_id", "ocid", name=op.f("pk_contract_import_process")),
    )
    op.create_index(
        op.f("ix_contract_import_process_ocid"), "contract_import_process", ["ocid"], unique=False
    )
    op.create_table(
        "contract_import_fault",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("sentence", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["contract_import.id"], name=op.f("fk_contract_import_fault_import_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contract_import_fault")),
    )
    op.create_index(
        op.f("ix_contract_import_fault_import_id"), "contract_import_fault", ["import_id"], unique=False
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_contract_import_fault_import_id"), table_name="contract_import_fault")
    op.drop_table("contract_import_fault")
    op.drop_index(op.f("ix_contract_import_process_ocid"), table_name="contract_import_process")
    op.drop_table("contract_import_process")
    op.drop_table("contract_import")
