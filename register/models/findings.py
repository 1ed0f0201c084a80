"""What the flags found in each process, and what people decided about it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class ScreeningRow(Base):
    """The last time a process's flags were asked, against what, and what could not be judged."""

    __tablename__ = "screening"

    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), primary_key=True)
    asked_at: Mapped[datetime]
    as_of: Mapped[date]
    bidders: Mapped[int]
    clusters: Mapped[int]
    #: JSON list of what could not be judged and why.
    unclear: Mapped[str]


class FindingRow(Base):
    """One finding, known by a fingerprint that stays the same when it is found again."""

    __tablename__ = "finding"

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    ocid: Mapped[str] = mapped_column(ForeignKey("process.ocid", ondelete="CASCADE"), index=True)
    code: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    severity: Mapped[str]
    #: The whole finding as JSON, with its proof.
    body: Mapped[str]
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    #: When it was no longer found; a finding is never deleted.
    gone_at: Mapped[datetime | None]
    #: Digest of the facts as last found; empty for what was found before facts were compared.
    facts: Mapped[str] = mapped_column(default="", server_default="")
    #: Digest of who was taken for whom on a list, whatever the process; empty for what is no such match.
    matched: Mapped[str] = mapped_column(default="", server_default="", index=True)


class DecisionRow(Base):
    """What an officer decided about a finding, and why. Triggers refuse UPDATE and DELETE."""

    __tablename__ = "decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    fingerprint: Mapped[str] = mapped_column(ForeignKey("finding.fingerprint"), index=True)
    #: ask, dismiss, confirm, recuse.
    kind: Mapped[str]
    reason: Mapped[str]
    decided_by: Mapped[int] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime]
    #: Digest of the facts that were decided about; empty for a decision from before facts were compared.
    facts: Mapped[str] = mapped_column(default="", server_default="")
