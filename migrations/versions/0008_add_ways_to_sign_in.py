"""Other ways to sign in: mobile numbers, codes by message, recovery codes, passkeys, providers elsewhere."""

import sqlalchemy as sa
from alembic import op

from migrations.nullable import allow_null, refuse_null

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    allow_null(op.get_bind(), "account", "email")
    op.add_column("account", sa.Column("phone_hash", sa.String(), nullable=True))
    op.add_column("account", sa.Column("phone_sealed", sa.LargeBinary(), nullable=True))
    op.create_index("ix_account_phone_hash", "account", ["phone_hash"], unique=True)
    op.create_table(
        "contact_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("counts_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_contact_change_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_change")),
    )
    op.create_index(op.f("ix_contact_change_account_id"), "contact_change", ["account_id"], unique=False)
    op.create_table(
        "one_time_code",
        sa.Column("request_hash", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("proved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_one_time_code_account_id")),
        sa.PrimaryKeyConstraint("request_hash", name=op.f("pk_one_time_code")),
    )
    op.create_index(op.f("ix_one_time_code_account_id"), "one_time_code", ["account_id"], unique=False)
    op.create_index(op.f("ix_one_time_code_expires_at"), "one_time_code", ["expires_at"], unique=False)
    op.create_table(
        "passkey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("last_used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_passkey_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential_id", name=op.f("uq_passkey_credential_id")),
    )
    op.create_index(op.f("ix_passkey_account_id"), "passkey", ["account_id"], unique=False)
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("code_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_recovery_code_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_recovery_code_code_hash")),
    )
    op.create_index(op.f("ix_recovery_code_account_id"), "recovery_code", ["account_id"], unique=False)
    op.create_table(
        "sign_in_elsewhere",
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_sign_in_elsewhere_account_id")),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_sign_in_elsewhere")),
    )
    op.create_index(
        op.f("ix_sign_in_elsewhere_account_id"), "sign_in_elsewhere", ["account_id"], unique=False
    )


def downgrade() -> None:
    for table in ("sign_in_elsewhere", "recovery_code", "passkey", "one_time_code", "contact_change"):
        op.drop_table(table)
    op.drop_index("ix_account_phone_hash", table_name="account")
    op.drop_column("account", "phone_sealed")
    op.drop_column("account", "phone_hash")
    # Who signed in by number alone keeps the account, under an address that no mail reaches.
    op.execute("UPDATE account SET email = 'account-' || id || '@number.invalid' WHERE email IS NULL")
    refuse_null(op.get_bind(), "account", "email")
