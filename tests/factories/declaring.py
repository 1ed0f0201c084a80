"""Suppliers who sign declarations in a real database, as the web door does it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.draft import SUBJECT, Draft
from register.jurisdictions import Jurisdiction, PublicationRule, load
from register.store import accounts, companies, drafts
from register.store.companies import Company
from tests.factories.declarations import ALFA, ids

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
BASE = "https://umiliki.example"
KENYA = replace(load("kenya_makueni"), accepts_at_once=True, publication_rule=PublicationRule.ON_ACCEPTANCE)
REVIEWED = replace(KENYA, accepts_at_once=False)


@dataclass
class Supplier:
    """A company, somebody who may declare for it, and the clock; each signature is a day after the last."""

    session: Session
    company: Company
    principal: Principal
    law: Jurisdiction = KENYA
    consent: bool = True
    days: int = 0
    new_id: Callable[[], str] = field(default_factory=lambda: ids().__next__)

    @property
    def subject(self) -> str:
        return self.company.subject_record_id

    @property
    def now(self) -> datetime:
        return NOW + timedelta(days=self.days)

    @property
    def today(self) -> date:
        return TODAY + timedelta(days=self.days)

    def own(self, told: Draft) -> Draft:
        """The story, told of this company."""
        company = replace(
            ALFA, key=SUBJECT, name=self.company.name, scheme=self.company.scheme, number=self.company.number
        )
        return replace(told, company=company)

    def save(self, told: Draft) -> None:
        version = begin_declaration(
            self.session, self.company.id, now=self.now, jurisdiction=self.law
        ).version
        save_draft(self.session, self.company.id, self.own(told), version, self.now)

    def submit(self, key: str | None = None, version: int | None = None) -> str:
        """Sign what is written now, or, with a version, what stood on a page shown before."""
        return submit_declaration(
            self.session,
            self.company.id,
            Signing(
                submission_key=key or f"key-{self.company.id}-{self.days}",
                shown=b"<p>What was shown and signed</p>",
                notice="Your data are used to keep this register.",
                notice_version="1",
                language="en",
                consent=self.consent,
            ),
            self._version() if version is None else version,
            principal=self.principal,
            now=self.now,
            today=self.today,
            jurisdiction=self.law,
            new_id=self.new_id,
            base_url=BASE,
        )

    def _version(self) -> int:
        kept = drafts.exists(self.session, self.company.id)
        return drafts.draft(self.session, self.company.id).version if kept else drafts.NONE_YET

    def declare(self, told: Draft) -> str:
        """Answer, sign, and give the reference; the next one signs a day later."""
        self.save(told)
        reference = self.submit()
        self.days += 1
        return reference


def supplier(session: Session, name: str = "alfa", law: Jurisdiction = KENYA) -> Supplier:
    company = companies.create(
        session, name=f"{name.title()} Builders Ltd", scheme="KE-RCO", number=f"PVT-{name.upper()}", now=NOW
    )
    account = accounts.create(session, f"{name}@umiliki.example", "Grace Wanza", Role.SUPPLIER, now=NOW)
    accounts.grant_authority(session, account.id, company.id, NOW)
    principal = Principal(account.id, account.name, Role.SUPPLIER, "en", (company.id,))
    return Supplier(session, company, principal, law, new_id=ids(name).__next__)


def registrar(session: Session) -> Principal:
    account = accounts.create(session, "registrar@umiliki.example", "Rehema Kioko", Role.REGISTRAR, now=NOW)
    return Principal(account.id, account.name, Role.REGISTRAR, "en")
