"""The life of a declaration after it is signed: moves, questions, reminders, tickets."""

import sqlalchemy as sa
from alembic import op

from migrations.append_only import append_only, lift

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _widen()
    op.create_table(
        "declaration_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("move", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("mover", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_declaration_move_account_id")),
        sa.ForeignKeyConstraint(
            ["reference"], ["declaration.reference"], name=op.f("fk_declaration_move_reference")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_declaration_move")),
    )
    op.create_index(op.f("ix_declaration_move_reference"), "declaration_move", ["reference"], unique=False)
    op.create_table(
        "clarification",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("question", sa.LargeBinary(), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_with", sa.String(), nullable=True),
        sa.Column("lapsed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["answered_by"], ["account.id"], name=op.f("fk_clarification_answered_by")),
        sa.ForeignKeyConstraint(["asked_by"], ["account.id"], name=op.f("fk_clarification_asked_by")),
        sa.ForeignKeyConstraint(
            ["reference"], ["declaration.reference"], name=op.f("fk_clarification_reference")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clarification")),
    )
    op.create_index(op.f("ix_clarification_reference"), "clarification", ["reference"], unique=False)
    op.create_index(op.f("ix_clarification_due_on"), "clarification", ["due_on"], unique=False)
    op.create_table(
        "reminder",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("company_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["company_id"], ["company.id"], name=op.f("fk_reminder_company_id")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_reminder")),
    )
    op.create_index(op.f("ix_reminder_company_id"), "reminder", ["company_id"], unique=False)
    _add_tickets()
    append_only(op.get_bind(), "declaration_move")


def _widen() -> None:
    kind = {"nullable": False, "server_default": "declaration"}
    op.add_column("draft", sa.Column("kind", sa.String(), **kind))
    op.add_column("draft", sa.Column("happened_on", sa.Date(), nullable=True))
    op.add_column("draft", sa.Column("why", sa.String(), nullable=True))
    op.add_column("draft", sa.Column("corrects", sa.String(), nullable=True))
    op.add_column("draft", sa.Column("clarifies", sa.String(), nullable=True))
    op.add_column("declaration", sa.Column("kind", sa.String(), **kind))
    op.add_column("declaration", sa.Column("happened_on", sa.Date(), nullable=True))
    op.add_column("declaration", sa.Column("why", sa.String(), nullable=True))
    op.add_column("declaration", sa.Column("corrects", sa.String(), nullable=True))
    op.add_column("declaration", sa.Column("replaces", sa.String(), nullable=True))
    op.add_column("declaration", sa.Column("published_at", sa.DateTime(timezone=True), nullable=True))


def _add_tickets() -> None:
    op.create_table(
        "ticket",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("subject_record_id", sa.String(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=False),
        sa.Column("contact", sa.LargeBinary(), nullable=True),
        sa.Column("opened_by", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("taken_by", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("closing_words", sa.LargeBinary(), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["closed_by"], ["account.id"], name=op.f("fk_ticket_closed_by")),
        sa.ForeignKeyConstraint(["taken_by"], ["account.id"], name=op.f("fk_ticket_taken_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket")),
        sa.UniqueConstraint("reference", name=op.f("uq_ticket_reference")),
    )
    for column in ("kind", "state", "about", "subject_record_id"):
        op.create_index(op.f(f"ix_ticket_{column}"), "ticket", [column], unique=False)


def downgrade() -> None:
    lift(op.get_bind(), "declaration_move")
    for column in ("subject_record_id", "about", "state", "kind"):
        op.drop_index(op.f(f"ix_ticket_{column}"), table_name="ticket")
    op.drop_table("ticket")
    op.drop_index(op.f("ix_reminder_company_id"), table_name="reminder")
    op.drop_table("reminder")
    op.drop_index(op.f("ix_clarification_due_on"), table_name="clarification")
    op.drop_index(op.f("ix_clarification_reference"), table_name="clarification")
    op.drop_table("clarification")
    op.drop_index(op.f("ix_declaration_move_reference"), table_name="declaration_move")
    op.drop_table("declaration_move")
    for column in ("published_at", "replaces", "corrects", "why", "happened_on", "kind"):
        op.drop_column("declaration", column)
    for column in ("clarifies", "corrects", "why", "happened_on", "kind"):
        op.drop_column("draft", column)
