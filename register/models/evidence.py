"""Papers that people hand in to prove something: the files themselves lie sealed in the data folder."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class EvidenceRow(Base):
    """One paper: a PDF, JPEG or PNG file, encrypted under a key of its own that the person's key (or ours) wraps."""

    __tablename__ = "evidence"
    __table_args__ = (Index("ix_evidence_about_id", "about", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: Random; the name of the file in the evidence folder, and what its contents are bound to.
    token: Mapped[str] = mapped_column(unique=True)
    #: What it proves something about: "authority:12", "draft:<company id>/<person key>", "declaration:<reference>".
    about: Mapped[str]
    #: What sort of paper the sender says it is, such as "power_of_attorney".
    kind: Mapped[str]
    #: What its sender called the file, sealed: names of files name people.
    name_sealed: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: application/pdf, image/jpeg or image/png, told by the content.
    media_type: Mapped[str]
    #: Bytes before sealing.
    size: Mapped[int]
    #: The person it is about, under whose key this paper's own key is wrapped; none: under the register's.
    person_key_id: Mapped[int | None] = mapped_column(ForeignKey("person_key.id"), index=True)
    #: The paper's own key, wrapped. None once the paper was removed.
    sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    #: "clean" or "not scanned".
    scan: Mapped[str]
    #: As the audit trail names people: "account:12", "person".
    uploaded_by: Mapped[str]
    uploaded_at: Mapped[datetime] = mapped_column(index=True)
    removed_at: Mapped[datetime | None]
    #: Why: "taken back", "no longer needed", "erased".
    removed_because: Mapped[str | None]
