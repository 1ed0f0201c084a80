"""Leave work for the example county's registrars, step by step as its suppliers, its clerk and a registrar would."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Capacity, CompanyRole, Principal, Role
from register.actions.add_evidence import add_evidence
from register.actions.answer_clarification import answer_clarification
from register.actions.ask_clarification import ask_clarification
from register.actions.begin_declaration import begin_declaration
from register.actions.begin_telling import begin_change
from register.actions.claim_company import Asking, claim_company
from register.actions.enter_extracts import enter_extracts
from register.actions.enter_paper import Paper, begin_paper
from register.actions.name_company import NamedCompany
from register.actions.open_ticket import open_ticket
from register.actions.propose_protection import GRANT, propose_protection
from register.actions.propose_same import propose_same
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.actions.take_into_review import take_into_review
from register.declarations.draft import Draft, EntityAnswer
from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole
from register.example.accounts import CLERK, REGISTRAR, ReadyMade
from register.example.suppliers import Supplier
from register.example.waiting import (
    ANSWER,
    OBJECTION,
    OTHER_QUESTION,
    PROTECT,
    QUESTION,
    Waiting,
    scan,
)
from register.exceptions import RegisterError
from register.gateways.viruses import Scanner
from register.jurisdictions import Jurisdiction
from register.store import accounts, companies, drafts, identities
from register.store.companies import Company
from register.store.tickets import TicketKind

NOTICE = "You declare for an invented county. Nobody in it is real."
BASE_URL = "https://umiliki.example"


class ExampleSupplierMissingError(RegisterError):
    """The county has no such supplier, so nothing can wait about it."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the example county has no supplier {name}")


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the work is left: the register as it is on a day, in a place that does not accept at once."""

    session: Session
    data: Path
    scanner: Scanner
    place: Jurisdiction
    now: datetime
    new_id: NewStatementId

    def ago(self, days: int) -> datetime:
        """Ten in the morning in Nairobi, so many days ago."""
        return datetime.combine(self.now.date() - timedelta(days=days), time(7), tzinfo=UTC)


def load_waiting_work(desk: Desk, story: Waiting) -> int:
    """Leave everything that waits, and give how many declarations are among it. The ready-made people must be there."""
    registrar, session = _staff(desk, REGISTRAR), desk.session
    # In the order of the days on which it happens.
    _declare(desk, story.late, 45)
    supplier, answered = _declare(desk, story.answered, 12)
    protected, _ = _declare(desk, story.protected, 10)
    enter_extracts(session, [_extract(desk, story)], by=registrar.account_id, now=desk.ago(9))
    _, asked = _declare(desk, story.asked, 8)
    _ask(desk, answered, OTHER_QUESTION, registrar, 7)
    _paper(desk, story.paper)
    _ask(desk, asked, QUESTION, registrar, 4)
    _change(desk, story)
    answer_clarification(session, answered, ANSWER, by=supplier, now=desk.ago(2))
    _claim(desk, story)
    hidden = _protected_record(desk, story.protected, protected.companies[0])
    propose_protection(session, hidden, GRANT, PROTECT, by=registrar, now=desk.ago(1))
    _objection(desk, story)
    propose_same(session, now=desk.now)
    return len((story.late, story.answered, story.protected, story.asked, story.paper, story.change))


def _staff(desk: Desk, person: ReadyMade, enters: tuple[int, ...] = ()) -> Principal:
    account = accounts.by_email(desk.session, person.email)
    if account is None:
        raise ExampleSupplierMissingError(person.email)
    return Principal(account.id, account.name, person.role, "en", enters=enters)


def _new(desk: Desk, answer: EntityAnswer, days: int) -> Principal:
    """The company, and someone who may declare for it and cannot sign in."""
    name, moment = answer.name, desk.ago(days)
    company = companies.create(
        desk.session, name=name, scheme=answer.scheme, number=answer.number, now=moment
    )
    address = f"{company.subject_record_id}@suppliers.example"
    clerk = accounts.create(desk.session, address, f"Clerk of {name}", Role.SUPPLIER, now=moment)
    accounts.grant_authority(desk.session, clerk.id, company.id, moment)
    return Principal(clerk.id, clerk.name, Role.SUPPLIER, "en", (company.id,))


def _known(desk: Desk, supplier: Supplier) -> Company:
    found = companies.find(desk.session, supplier.company.scheme, supplier.company.number)
    if found is None:
        raise ExampleSupplierMissingError(supplier.name)
    return found


def _declare(desk: Desk, draft: Draft, days: int) -> tuple[Principal, str]:
    """A company's first declaration, and by whom."""
    person, moment = _new(desk, draft.company, days), desk.ago(days)
    version = begin_declaration(
        desk.session, person.companies[0], now=moment, jurisdiction=desk.place
    ).version
    return person, _sign(desk, person, person.companies[0], draft, version, moment)


def _sign(
    desk: Desk, person: Principal, company_id: int, draft: Draft, version: int, moment: datetime
) -> str:
    """Save the answers over those of a version, and sign them."""
    written = save_draft(desk.session, company_id, draft, version, moment)
    shown = orjson.dumps({"company": draft.company.name, "notice": NOTICE})
    signing = Signing(f"waiting-{company_id}", shown, NOTICE, "example", "en", consent=True)
    return submit_declaration(
        desk.session, company_id, signing, written.version, principal=person, now=moment,
        today=moment.astimezone(ZoneInfo(desk.place.timezone)).date(), jurisdiction=desk.place,
        new_id=desk.new_id, base_url=BASE_URL,
    )  # fmt: skip


def _ask(desk: Desk, reference: str, question: str, registrar: Principal, days: int) -> None:
    moment = desk.ago(days)
    take_into_review(desk.session, reference, by=registrar, now=moment)
    ask_clarification(
        desk.session, reference, question, by=registrar, now=moment, jurisdiction=desk.place, base_url=BASE_URL
    )  # fmt: skip


def _extract(desk: Desk, story: Waiting) -> Extract:
    """The registry names other shareholders than the declaration, and a director it does not name."""
    company, owner = story.asked.company, story.registered[0][0]
    shareholders = (Party(PartyRole.SHAREHOLDER, name, Decimal(shares)) for name, shares in story.registered)
    return Extract(
        company.scheme,
        company.number,
        company.name,
        CompanyStatus.ACTIVE,
        desk.ago(9).date(),
        "CR12, handed in with a bid",
        (Party(PartyRole.DIRECTOR, owner), *shareholders),
    )


def _paper(desk: Desk, draft: Draft) -> None:
    """A paper that was handed in at the counter, typed in by the clerk the day after."""
    scheme = desk.place.scheme(draft.company.scheme)
    if scheme is None or draft.declarant is None:
        raise ExampleSupplierMissingError(draft.company.name)
    moment, told = desk.ago(5), draft.declarant
    signed_on = (moment - timedelta(days=1)).date()
    entry = begin_paper(
        desk.session, NamedCompany(scheme, draft.company.number, draft.company.name),
        Paper("Disclosure form, two pages", told.name, told.capacity, signed_on),
        principal=_staff(desk, CLERK), now=moment, jurisdiction=desk.place,
    )  # fmt: skip
    clerk = _staff(desk, CLERK, enters=(entry.company_id,))
    _hand_in(desk, entry.about, "paper", "disclosure form.pdf", clerk.actor, moment)
    version = drafts.draft(desk.session, entry.company_id).version
    _sign(desk, clerk, entry.company_id, draft, version, moment)


def _change(desk: Desk, story: Waiting) -> None:
    company, moment = _known(desk, story.changes), desk.ago(3)
    begun = begin_change(desk.session, company.id, happened_on=story.happened_on, now=moment)
    account = accounts.by_email(desk.session, f"{company.subject_record_id}@suppliers.example")
    if account is None:
        raise ExampleSupplierMissingError(company.name)
    person = Principal(account.id, account.name, Role.SUPPLIER, "en", (company.id,))
    _sign(desk, person, company.id, story.change, begun.version, moment)


def _protected_record(desk: Desk, draft: Draft, company_id: int) -> str:
    """The person who asks to be protected: one registrar proposes it, and a second decides."""
    company = companies.company(desk.session, company_id)
    key = next(each.key for each in draft.people if each.protection)
    return f"{company.subject_record_id}-p-{key}"


def _claim(desk: Desk, story: Waiting) -> None:
    moment, private = desk.ago(2), story.claimant.particulars
    account = accounts.create(desk.session, private.email, story.claimant.name, Role.SUPPLIER, now=moment)
    person = Principal(account.id, account.name, Role.SUPPLIER, "en")
    asking = Asking(CompanyRole.ADMIN, Capacity.DIRECTOR)
    claim = claim_company(desk.session, _known(desk, story.claimed).id, asking, principal=person, now=moment)
    _hand_in(desk, claim.about, "board_resolution", "resolution.pdf", person.actor, moment)


def _objection(desk: Desk, story: Waiting) -> None:
    company = _known(desk, story.disputed)
    record_id = min(identities.claims_in(desk.session, company.subject_record_id))
    open_ticket(
        desk.session, TicketKind.OWNER_DISPUTED, record_id, OBJECTION, opened_by="person", now=desk.ago(1),
        jurisdiction=desk.place, subject_record_id=company.subject_record_id,
        contact=story.objector.particulars.email,
    )  # fmt: skip


def _hand_in(desk: Desk, about: str, kind: str, name: str, actor: str, moment: datetime) -> None:
    add_evidence(
        desk.session, desk.data, desk.scanner, about=about, kind=kind, name=name, content=scan(), by=actor,
        now=moment,
    )  # fmt: skip


def desk_of(
    session: Session, data: Path, scanner: Scanner, *, jurisdiction: Jurisdiction, now: datetime,
    new_id: NewStatementId,
) -> Desk:  # fmt: skip
    """The desk of a place where registrars look at each declaration, whatever the place itself rules."""
    return Desk(session, data, scanner, replace(jurisdiction, accepts_at_once=False), now, new_id)
