"""What is published of one company, read once for its page: its declarations, its chain, what it has won."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bods.codelists import RecordType
from bods.records import Entity
from bods.statements import Statement
from register.actions import published_contracts
from register.actions.published_contracts import PublicAward
from register.graph.building import company_picture
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.store import published
from register.store.published import NotPublishedError, PublishedStatement
from register.web.ruling import rules_today


@dataclass(frozen=True)
class KnownCompany:
    """A company that has declared. `own` is its network in the order of the log; `statements` also those above it."""

    subject: str
    own: tuple[PublishedStatement, ...]
    statements: tuple[Statement, ...]
    awards: tuple[PublicAward, ...]

    @cached_property
    def record(self) -> Entity:
        """The company as its latest statement describes it."""
        record = self.described[-1].statement.record
        assert isinstance(record, Entity)  # noqa: S101 - only entities are asked for
        return record

    @cached_property
    def described(self) -> tuple[PublishedStatement, ...]:
        """The statements about the company itself."""
        return tuple(
            each
            for each in self.own
            if each.statement.record_id == self.subject and each.statement.record_type is RecordType.ENTITY
        )

    @property
    def name(self) -> str:
        return self.record.name or self.subject

    @property
    def numbers(self) -> tuple[tuple[str, str], ...]:
        """Its official numbers (scheme, number), as the latest statement has them."""
        return tuple((each.scheme, each.id) for each in self.record.identifiers if each.scheme and each.id)

    @property
    def latest(self) -> PublishedStatement:
        """The statement that was published last."""
        return self.own[-1]

    @property
    def declared_on(self) -> date:
        """The day of the latest declaration."""
        return max(each.statement.day for each in self.own)

    def picture(self, as_of: date) -> Picture:
        """Who stands behind the company on a day, joined by what is published alone."""
        return company_picture(self.subject, self.statements, {}, as_of, public=True)


def known_company(session: Session, subject: str) -> KnownCompany:
    """Read what is published of a company by its record id. Raises NotPublishedError."""
    own = published.of_subject(session, subject)
    numbers = {
        (each.scheme, each.id)
        for told in own
        if told.statement.record_id == subject and isinstance(told.statement.record, Entity)
        for each in told.statement.record.identifiers
        if each.scheme and each.id
    }
    if not any(told.statement.record_id == subject for told in own):
        raise NotPublishedError(subject)
    above = published.upstream(session, numbers) if numbers else ()
    mine = {told.statement.statement_id for told in own}
    statements = (
        *(told.statement for told in own),
        *(each for each in above if each.statement_id not in mine),
    )
    return KnownCompany(subject, own, statements, published_contracts.awards_of(session, numbers))


def law() -> Jurisdiction:
    """The place this register serves."""
    return rules_today()


def today() -> date:
    """The day it is in the place this register serves."""
    return datetime.now(ZoneInfo(law().timezone)).date()
