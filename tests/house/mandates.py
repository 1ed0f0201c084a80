"""What stands at the addresses about who acts for companies, and about papers that staff enter."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Principal, Role
from register.actions.claim_company import Asking, claim_company
from register.actions.enter_paper import Paper, begin_paper
from register.actions.invite_colleague import Offer, invite_colleague
from register.actions.name_company import NamedCompany
from register.actions.save_draft import save_draft
from register.actions.submit_declaration import Signing, submit_declaration
from register.jurisdictions import Jurisdiction
from register.store import accounts, claims, drafts, evidence, links, mandates, principals
from register.store.claims import Claim, ClaimState
from register.store.contacts import Contact, ContactKind
from register.store.mandates import Mandate
from tests.factories.declarations import draft, held
from tests.factories.people import person
from tests.house.principals import EMAILS, Who

KIND = "colleague"


def settle_mandates(session: Session, now: datetime) -> None:
    """Let people act for the owner's company in every way there is, and some no more."""
    owner = known(session, EMAILS[Who.OWNER], now)
    (company_id,) = owner.companies
    yesterday, next_year = now - timedelta(days=1), now + timedelta(days=365)
    for who, role, ends_at in (
        (Who.DELEGATE, CompanyRole.ADMIN, next_year),
        (Who.EDITOR, CompanyRole.EDITOR, None),
        (Who.VIEWER, CompanyRole.VIEWER, None),
        (Who.ENDED, CompanyRole.ADMIN, yesterday),
        (Who.LEFT, CompanyRole.ADMIN, None),
    ):
        account = person(session, Role.SUPPLIER, email=EMAILS[who], at=now)
        mandates.grant(session, Mandate(account.id, company_id, role, ends_at=ends_at), now=yesterday)
    mandates.revoke(
        session, known(session, EMAILS[Who.LEFT], now).account_id, company_id, now=now - timedelta(hours=1)
    )
    for who, staff in (
        (Who.NEWCOMER, Role.SUPPLIER),
        (Who.CLAIMANT, Role.SUPPLIER),
        (Who.CLERK, Role.CLERK),
        (Who.ENTERING, Role.CLERK),
    ):
        if accounts.by_email(session, EMAILS[who]) is None:
            person(session, staff, email=EMAILS[who], at=now)


def values(session: Session, data: Path, place: Jurisdiction, now: datetime) -> dict[tuple[str, str], str]:
    """Values for the arguments of these addresses, by endpoint and argument."""
    owner = known(session, EMAILS[Who.OWNER], now)
    (company_id,) = owner.companies
    claimant, stranger = known(session, EMAILS[Who.CLAIMANT], now), known(session, EMAILS[Who.NEWCOMER], now)
    asks(session, claimant, named(place, "PVT-CLAIMED"), now)
    mine = asks(session, owner, named(place, "PVT-WANTED"), now)
    joins = asks(session, stranger, company_id, now)
    spare = person(session, Role.SUPPLIER, email="colleague@wote.example", at=now)
    mandates.grant(session, Mandate(spare.id, company_id, CompanyRole.EDITOR), now=now)
    invited, another = (_invited(session, owner, company_id, now) for _ in range(2))
    clerk = known(session, EMAILS[Who.ENTERING], now)
    entered, reference = _entered(session, data, clerk, place, now)
    paper = begin_paper(
        session, named(place, "PVT-PAPER2"), told(now), principal=clerk, now=now, jurisdiction=place
    )
    return {
        ("company.request_page", "claim_id"): str(mine.id),
        ("company.request_paper", "claim_id"): str(mine.id),
        ("company.request_paper", "paper_id"): proof(session, data, mine.about, owner, now),
        ("company.take_paper_away", "claim_id"): str(mine.id),
        ("company.take_paper_away", "paper_id"): proof(session, data, mine.about, owner, now),
        ("company.withdraw", "claim_id"): str(mine.id),
        ("company.approve", "claim_id"): str(joins.id),
        ("company.refuse", "claim_id"): str(joins.id),
        ("company.person", "account_id"): str(spare.id),
        ("company.revoke", "account_id"): str(spare.id),
        ("company.withdraw_invited", "invitation_id"): str(invited),
        ("company.invitation", "secret"): links.make(session, KIND, str(another), now=now),
        ("review.claim", "claim_id"): str(joins.id),
        ("review.approve_claim", "claim_id"): str(joins.id),
        ("review.refuse_claim", "claim_id"): str(joins.id),
        ("review.claim_paper", "claim_id"): str(joins.id),
        ("review.claim_paper", "paper_id"): proof(session, data, joins.about, stranger, now),
        ("review.paper", "paper_id"): str(paper.id),
        ("review.paper_scan", "paper_id"): str(paper.id),
        ("review.paper_scan", "scan_id"): proof(session, data, paper.about, clerk, now),
        ("review.take_scan_away", "paper_id"): str(paper.id),
        ("review.take_scan_away", "scan_id"): proof(session, data, paper.about, clerk, now),
        ("review.give_paper_up", "paper_id"): str(paper.id),
        ("review.declaration_scan", "reference"): reference,
        ("review.declaration_scan", "scan_id"): proof(session, data, entered, clerk, now),
    }


def known(session: Session, email: str, now: datetime) -> Principal:
    """What the register takes somebody for."""
    account = accounts.by_email(session, email)
    assert account is not None, email
    return principals.principal(session, account.id, account.name, account.role, account.language, now=now)


def claims_of(session: Session, account_id: int) -> tuple[Claim, ...]:
    """What somebody asks for and waits for."""
    return tuple(each for each in claims.of_account(session, account_id) if each.state is ClaimState.WAITING)


def named(place: Jurisdiction, number: str) -> NamedCompany:
    """A company that the register does not know yet."""
    return NamedCompany(place.identifier_schemes[0], number, f"{number.title()} Ltd")


def told(now: datetime) -> Paper:
    """A paper signed today."""
    return Paper("Disclosure form, stamped 7", "Wanza Mutiso", "director", now.date() - timedelta(days=1))


def asks(session: Session, who: Principal, company: NamedCompany | int, now: datetime) -> Claim:
    """Somebody asks to act for a company."""
    return claim_company(
        session, company, Asking(CompanyRole.EDITOR, Capacity.DIRECTOR), principal=who, now=now
    )


def proof(session: Session, data: Path, about: str, by: Principal, now: datetime) -> str:
    """A paper that somebody hands in; gives its number."""
    kept = evidence.add(
        session,
        data,
        about=about,
        kind="other",
        name="paper.pdf",
        media_type="application/pdf",
        content=b"%PDF-1.7 invented",
        scanned=False,
        by=by.actor,
        now=now,
    )
    return str(kept.id)


def _invited(session: Session, by: Principal, company_id: int, now: datetime) -> int:
    offer = Offer(Asking(CompanyRole.VIEWER, Capacity.EMPLOYEE))
    contact = Contact(ContactKind.EMAIL, "joins@people.example")
    made = invite_colleague(
        session, company_id, contact, offer, by=by, now=now, base_url="https://umiliki.example"
    )
    return made.id


def _entered(
    session: Session, data: Path, clerk: Principal, place: Jurisdiction, now: datetime
) -> tuple[str, str]:
    """A declaration that a clerk entered from paper and nobody accepted; gives what its scan is about, and its reference."""
    entry = begin_paper(
        session, named(place, "PVT-PAPER1"), told(now), principal=clerk, now=now, jurisdiction=place
    )
    begun = drafts.draft(session, entry.company_id)
    answers = draft(held("ana", 60), people=("ana",), company=begun.draft.company)
    written = save_draft(
        session,
        entry.company_id,
        replace(answers, declarant=begun.draft.declarant),
        begun.version,
        now,
    )
    proof(session, data, entry.about, clerk, now)
    reference = submit_declaration(
        session,
        entry.company_id,
        Signing(str(uuid4()), b"{}", "A notice", "1", "en", consent=True),
        written.version,
        principal=replace(clerk, enters=(entry.company_id,)),
        now=now,
        today=now.date(),
        jurisdiction=place,
        new_id=lambda: str(uuid4()),
        base_url="https://umiliki.example",
    )
    return entry.about, reference
