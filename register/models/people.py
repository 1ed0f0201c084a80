"""What must never be public: who a declared person is, and their particulars, each person under a key of their own."""

from datetime import datetime

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class PersonKeyRow(Base):
    """The key of one declared person's particulars, sealed under the register's own; destroying it erases them."""

    __tablename__ = "person_key"
    __table_args__ = (UniqueConstraint("subject_record_id", "person_key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_record_id: Mapped[str]
    #: The person's key within the subject's answers.
    person_key: Mapped[str]
    sealed_key: Mapped[bytes | None] = mapped_column(LargeBinary)
    destroyed_at: Mapped[datetime | None]


class ParticularsRow(Base):
    """One declared person's private answers (identity number, address, phone ...), encrypted."""

    __tablename__ = "particulars"
    __table_args__ = (UniqueConstraint("scope", "key_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    #: "draft:<company id>" or "declaration:<reference>".
    scope: Mapped[str] = mapped_column(index=True)
    key_id: Mapped[int] = mapped_column(ForeignKey("person_key.id"), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class IdentityRow(Base):
    """One real person known by the keyed hash of an identity document, with the register's own public identifier."""

    __tablename__ = "identity"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: HMAC-SHA-256 of the kind and number of the document, with a key of its own.
    document_hash: Mapped[str] = mapped_column(unique=True)
    #: Random; published in `identifiers[]` once a record is confirmed to be this person.
    public_identifier: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class IdentityClaimRow(Base):
    """That a person record speaks of an identity: typed by a declarant, or confirmed by the person or a registrar."""

    __tablename__ = "identity_claim"

    #: BODS recordId of the person.
    record_id: Mapped[str] = mapped_column(primary_key=True)
    identity_id: Mapped[int] = mapped_column(ForeignKey("identity.id"), index=True)
    #: BODS recordId of the subject in whose network the record stands.
    subject_record_id: Mapped[str] = mapped_column(index=True)
    claimed_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    #: "person" or "registrar:<account id>".
    confirmed_by: Mapped[str | None]
