"""Lists of the barred, the sanctioned and those in public office, as imported with their source and date."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from register.models.base import Base


class ListRow(Base):
    """One list as imported; of one kind and source the newest is in force."""

    __tablename__ = "party_list"

    id: Mapped[int] = mapped_column(primary_key=True)
    #: exposed, debarred, sanctioned.
    kind: Mapped[str]
    listed_on: Mapped[date]
    source: Mapped[str]
    content_hash: Mapped[str] = mapped_column(unique=True)
    imported_at: Mapped[datetime]


class ListedRow(Base):
    """One entry. An identity document is kept as a keyed hash alone."""

    __tablename__ = "listed_party"

    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("party_list.id"), index=True)
    #: What stays the same from list to list.
    key: Mapped[str]
    name: Mapped[str]
    #: Names, a line each; numbers of a body, a line each with its scheme before the first blank.
    other_names: Mapped[str]
    numbers: Mapped[str]
    #: None where the list does not say whether it is a person.
    entity: Mapped[bool | None]
    country: Mapped[str]
    document_hash: Mapped[str | None] = mapped_column(index=True)
    birth_month: Mapped[str | None]
    decided_by: Mapped[str]
    reason: Mapped[str]
    since: Mapped[date | None]
    until: Mapped[date | None]


class ListedMarkRow(Base):
    """By what an entry is found: two parts of a name, the name of a body, or a number."""

    __tablename__ = "listed_mark"

    entry_id: Mapped[int] = mapped_column(ForeignKey("listed_party.id"), primary_key=True)
    mark: Mapped[str] = mapped_column(primary_key=True, index=True)


class ListSenderRow(Base):
    """Who sent a list on a page; a list that has no such row came by the command line."""

    __tablename__ = "list_sender"

    #: That of the list: `party_list` or `official_list`.
    content_hash: Mapped[str] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
