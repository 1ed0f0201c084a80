"""What two members of staff decide together: proposals, what is withheld, redactions of the log, changes of the rules."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy import Connection, text

from migrations.append_only import append_only, lift

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_TABLES = ("proposal", "proposal_decision", "reveal", "withheld", "redaction", "rule_change")

#: A published text may be replaced once a redaction of it is in the log; its number, leaf and all else stay.
_LAWFUL = """
EXISTS (SELECT 1 FROM redaction WHERE redaction.published_sequence = OLD.sequence)
AND NEW.sequence = OLD.sequence AND NEW.statement_id = OLD.statement_id AND NEW.record_id = OLD.record_id
AND NEW.record_type = OLD.record_type AND NEW.record_status = OLD.record_status
AND NEW.declaration_subject = OLD.declaration_subject AND NEW.declaration = OLD.declaration
AND NEW.statement_date = OLD.statement_date AND NEW.published_at = OLD.published_at
AND NEW.leaf_hash = OLD.leaf_hash AND NEW.salt <> OLD.salt
"""
_SQLITE = """
CREATE TRIGGER published_refuses_UPDATE BEFORE UPDATE ON published WHEN NOT ({lawful})
BEGIN SELECT RAISE(ABORT, 'published is only added to'); END
"""
_FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_unlawful_redaction() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
IF {lawful} THEN RETURN NEW; END IF;
RAISE EXCEPTION 'published is only added to';
END $$
"""
_POSTGRES = """
CREATE TRIGGER published_refuses_UPDATE BEFORE UPDATE ON published
FOR EACH ROW EXECUTE FUNCTION refuse_unlawful_redaction()
"""


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["proposed_by"], ["account.id"], name=op.f("fk_proposal_proposed_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    op.create_index(op.f("ix_proposal_about"), "proposal", ["about"], unique=False)
    op.create_index(op.f("ix_proposal_kind"), "proposal", ["kind"], unique=False)
    op.create_index(op.f("ix_proposal_proposed_by"), "proposal", ["proposed_by"], unique=False)
    op.create_table(
        "proposal_decision",
        sa.Column("proposal_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("proposed_by", sa.Integer(), nullable=False),
        sa.Column("decided_by", sa.Integer(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "outcome NOT IN ('approved', 'refused') OR decided_by <> proposed_by",
            name=op.f("ck_proposal_decision_other_eyes"),
        ),
        sa.ForeignKeyConstraint(["decided_by"], ["account.id"], name=op.f("fk_proposal_decision_decided_by")),
        sa.ForeignKeyConstraint(
            ["proposal_id"], ["proposal.id"], name=op.f("fk_proposal_decision_proposal_id")
        ),
        sa.PrimaryKeyConstraint("proposal_id", name=op.f("pk_proposal_decision")),
    )
    op.create_table(
        "reveal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_reveal_account_id")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_reveal_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reveal")),
    )
    op.create_index(op.f("ix_reveal_account_id"), "reveal", ["account_id"], unique=False)
    op.create_index(op.f("ix_reveal_proposal_id"), "reveal", ["proposal_id"], unique=False)
    op.create_table(
        "withheld",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(), nullable=False),
        sa.Column("standing", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_withheld_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_withheld")),
    )
    op.create_index(op.f("ix_withheld_record_id"), "withheld", ["record_id"], unique=False)
    op.create_table(
        "redaction",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("published_sequence", sa.Integer(), nullable=False),
        sa.Column("statement_id", sa.String(), nullable=False),
        sa.Column("redacted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_redaction_proposal_id")),
        sa.ForeignKeyConstraint(
            ["published_sequence"], ["published.sequence"], name=op.f("fk_redaction_published_sequence")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_redaction")),
    )
    op.create_index(
        op.f("ix_redaction_published_sequence"), "redaction", ["published_sequence"], unique=False
    )
    op.create_index(op.f("ix_redaction_statement_id"), "redaction", ["statement_id"], unique=False)
    op.create_table(
        "rule_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("setting", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_rule_change_proposal_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_change")),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_rule_change_proposal_id")),
    )
    op.create_index(op.f("ix_rule_change_from_day"), "rule_change", ["from_day"], unique=False)
    append_only(op.get_bind(), *_TABLES)
    _let_redactions_replace(op.get_bind())


def _let_redactions_replace(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TRIGGER IF EXISTS published_refuses_UPDATE"))
        connection.execute(text(_SQLITE.format(lawful=_LAWFUL)))
        return
    connection.execute(text("DROP TRIGGER IF EXISTS published_refuses_UPDATE ON published"))
    connection.execute(text(_FUNCTION.format(lawful=_LAWFUL)))
    connection.execute(text(_POSTGRES))


def downgrade() -> None:
    lift(op.get_bind(), "published", *_TABLES)
    append_only(op.get_bind(), "published")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION IF EXISTS refuse_unlawful_redaction()")
    op.drop_index(op.f("ix_rule_change_from_day"), table_name="rule_change")
    op.drop_table("rule_change")
    op.drop_index(op.f("ix_redaction_statement_id"), table_name="redaction")
    op.drop_index(op.f("ix_redaction_published_sequence"), table_name="redaction")
    op.drop_table("redaction")
    op.drop_index(op.f("ix_withheld_record_id"), table_name="withheld")
    op.drop_table("withheld")
    op.drop_index(op.f("ix_reveal_proposal_id"), table_name="reveal")
    op.drop_index(op.f("ix_reveal_account_id"), table_name="reveal")
    op.drop_table("reveal")
    op.drop_table("proposal_decision")
    op.drop_index(op.f("ix_proposal_proposed_by"), table_name="proposal")
    op.drop_index(op.f("ix_proposal_kind"), table_name="proposal")
    op.drop_index(op.f("ix_proposal_about"), table_name="proposal")
    op.drop_table("proposal")
