"""What comes from elsewhere: registry extracts, other registers' statements, files of declarations, invitations, merges."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_ADDED_TO = ("registry_extract", "registry_extract_party", "sameness_decision")


def upgrade() -> None:
    op.create_table(
        "crosswalk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("subject_record_id", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crosswalk")),
        sa.UniqueConstraint(
            "scheme",
            "number",
            "folded",
            "subject_record_id",
            name=op.f("uq_crosswalk_scheme_number_folded_subject_record_id"),
        ),
    )
    op.create_index(op.f("ix_crosswalk_subject_record_id"), "crosswalk", ["subject_record_id"], unique=False)
    op.create_table(
        "likeness",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_likeness")),
        sa.UniqueConstraint("kind", "one", "other", name=op.f("uq_likeness_kind_one_other")),
    )
    op.create_index(op.f("ix_likeness_other"), "likeness", ["other"], unique=False)
    op.create_index(op.f("ix_likeness_score"), "likeness", ["score"], unique=False)
    op.create_table(
        "other_register",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_register")),
        sa.UniqueConstraint("name", name=op.f("uq_other_register_name")),
    )
    op.create_table(
        "bulk_upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handle", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("file_hash", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("companies", sa.Integer(), nullable=False),
        sa.Column("companies_done", sa.Integer(), nullable=False),
        sa.Column("told", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_bulk_upload_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bulk_upload")),
        sa.UniqueConstraint("handle", name=op.f("uq_bulk_upload_handle")),
    )
    op.create_index(op.f("ix_bulk_upload_account_id"), "bulk_upload", ["account_id"], unique=False)
    op.create_table(
        "invitation_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("ocid", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["account.id"], name=op.f("fk_invitation_list_made_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_list")),
    )
    op.create_index(op.f("ix_invitation_list_ocid"), "invitation_list", ["ocid"], unique=False)
    op.create_table(
        "joined_identity",
        sa.Column("identity_id", sa.Integer(), nullable=False),
        sa.Column("root_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["identity_id"], ["identity.id"], name=op.f("fk_joined_identity_identity_id")
        ),
        sa.ForeignKeyConstraint(["root_id"], ["identity.id"], name=op.f("fk_joined_identity_root_id")),
        sa.PrimaryKeyConstraint("identity_id", name=op.f("pk_joined_identity")),
    )
    op.create_index(op.f("ix_joined_identity_root_id"), "joined_identity", ["root_id"], unique=False)
    op.create_table(
        "other_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("read", sa.Integer(), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["register_id"], ["other_register.id"], name=op.f("fk_other_file_register_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_file")),
        sa.UniqueConstraint(
            "register_id", "content_hash", name=op.f("uq_other_file_register_id_content_hash")
        ),
    )
    op.create_table(
        "registry_extract",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("extracted_on", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("entered_by", sa.Integer(), nullable=True),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["entered_by"], ["account.id"], name=op.f("fk_registry_extract_entered_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_extract")),
        sa.UniqueConstraint("content_hash", name=op.f("uq_registry_extract_content_hash")),
    )
    op.create_index(op.f("ix_registry_extract_folded"), "registry_extract", ["folded"], unique=False)
    op.create_index(
        "ix_registry_extract_scheme_number", "registry_extract", ["scheme", "number"], unique=False
    )
    op.create_table(
        "sameness_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("decision", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("reasons", sa.String(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_sameness_decision_decided_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sameness_decision")),
    )
    op.create_index(
        "ix_sameness_decision_kind_one_other", "sameness_decision", ["kind", "one", "other"], unique=False
    )
    op.create_index(op.f("ix_sameness_decision_other"), "sameness_decision", ["other"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("sealed_contact", sa.LargeBinary(), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["list_id"], ["invitation_list.id"], name=op.f("fk_invitation_list_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint(
            "list_id", "scheme", "number", "name", name=op.f("uq_invitation_list_id_scheme_number_name")
        ),
    )
    op.create_index(op.f("ix_invitation_list_id"), "invitation", ["list_id"], unique=False)
    op.create_index(op.f("ix_invitation_number"), "invitation", ["number"], unique=False)
    op.create_table(
        "other_statement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("register_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("record_type", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["other_file.id"], name=op.f("fk_other_statement_file_id")),
        sa.ForeignKeyConstraint(
            ["register_id"], ["other_register.id"], name=op.f("fk_other_statement_register_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_other_statement")),
        sa.UniqueConstraint(
            "register_id", "content_hash", name=op.f("uq_other_statement_register_id_content_hash")
        ),
    )
    op.create_index(op.f("ix_other_statement_file_id"), "other_statement", ["file_id"], unique=False)
    op.create_index(
        "ix_other_statement_register_id_record_id",
        "other_statement",
        ["register_id", "record_id"],
        unique=False,
    )
    op.create_index(
        "ix_other_statement_register_id_subject", "other_statement", ["register_id", "subject"], unique=False
    )
    op.create_table(
        "registry_extract_gram",
        sa.Column("gram", sa.String(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["extract_id"], ["registry_extract.id"], name=op.f("fk_registry_extract_gram_extract_id")
        ),
        sa.PrimaryKeyConstraint("gram", "extract_id", name=op.f("pk_registry_extract_gram")),
    )
    op.create_index(
        op.f("ix_registry_extract_gram_extract_id"), "registry_extract_gram", ["extract_id"], unique=False
    )
    op.create_table(
        "registry_extract_party",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("extract_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("shares", sa.String(length=40), nullable=True),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["extract_id"], ["registry_extract.id"], name=op.f("fk_registry_extract_party_extract_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_extract_party")),
    )
    op.create_index(
        op.f("ix_registry_extract_party_extract_id"), "registry_extract_party", ["extract_id"], unique=False
    )
    op.create_table(
        "other_identifier",
        sa.Column("other_statement_id", sa.Integer(), nullable=False),
        sa.Column("scheme", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["other_statement_id"],
            ["other_statement.id"],
            name=op.f("fk_other_identifier_other_statement_id"),
        ),
        sa.PrimaryKeyConstraint("other_statement_id", "scheme", "number", name=op.f("pk_other_identifier")),
    )
    op.create_index(
        "ix_other_identifier_scheme_number", "other_identifier", ["scheme", "number"], unique=False
    )
    append_only(op.get_bind(), *_ADDED_TO)


def downgrade() -> None:
    lift(op.get_bind(), *_ADDED_TO)
    op.drop_index("ix_other_identifier_scheme_number", table_name="other_identifier")
    op.drop_table("other_identifier")
    op.drop_index(op.f("ix_registry_extract_party_extract_id"), table_name="registry_extract_party")
    op.drop_table("registry_extract_party")
    op.drop_index(op.f("ix_registry_extract_gram_extract_id"), table_name="registry_extract_gram")
    op.drop_table("registry_extract_gram")
    op.drop_index("ix_other_statement_register_id_subject", table_name="other_statement")
    op.drop_index("ix_other_statement_register_id_record_id", table_name="other_statement")
    op.drop_index(op.f("ix_other_statement_file_id"), table_name="other_statement")
    op.drop_table("other_statement")
    op.drop_index(op.f("ix_invitation_number"), table_name="invitation")
    op.drop_index(op.f("ix_invitation_list_id"), table_name="invitation")
    op.drop_table("invitation")
    op.drop_index(op.f("ix_sameness_decision_other"), table_name="sameness_decision")
    op.drop_index("ix_sameness_decision_kind_one_other", table_name="sameness_decision")
    op.drop_table("sameness_decision")
    op.drop_index("ix_registry_extract_scheme_number", table_name="registry_extract")
    op.drop_index(op.f("ix_registry_extract_folded"), table_name="registry_extract")
    op.drop_table("registry_extract")
    op.drop_table("other_file")
    op.drop_index(op.f("ix_joined_identity_root_id"), table_name="joined_identity")
    op.drop_table("joined_identity")
    op.drop_index(op.f("ix_invitation_list_ocid"), table_name="invitation_list")
    op.drop_table("invitation_list")
    op.drop_index(op.f("ix_bulk_upload_account_id"), table_name="bulk_upload")
    op.drop_table("bulk_upload")
    op.drop_table("other_register")
    op.drop_index(op.f("ix_likeness_score"), table_name="likeness")
    op.drop_index(op.f("ix_likeness_other"), table_name="likeness")
    op.drop_table("likeness")
    op.drop_index(op.f("ix_crosswalk_subject_record_id"), table_name="crosswalk")
    op.drop_table("crosswalk")
