"""Ids of things that are another's, and of things that were one's own and are no more."""

from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole
from register.actions.claim_company import Asking, claim_company
from register.actions.invite_colleague import Offer, invite_colleague, withdraw_invitation
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import accounts, contact_changes, declarations, drafts, evidence
from register.store.claims import Claim
from register.store.contacts import Contact, ContactKind
from register.store.evidence import TAKEN_BACK
from tests.house import mandates
from tests.house.principals import EMAILS, Who

Values = dict[tuple[str, str], str]


def foreign_values(app: Flask) -> Values:
    """Of another company and of other people: by endpoint and argument, or by argument alone."""
    with app.test_request_context():
        place, data = app.extensions["jurisdiction"], app.extensions["config"].data
        found = _foreign(db.session, place, data, datetime.now(UTC))
        db.session.commit()
    return found


def _foreign(session: Session, place: Jurisdiction, data: Path, now: datetime) -> Values:
    other = mandates.known(session, EMAILS[Who.OTHER_SUPPLIER], now)
    company_id, *_ = other.companies
    claim = _claim(session, EMAILS[Who.OTHER_SUPPLIER], place, now)
    paper = mandates.proof(session, data, claim.about, other, now)
    offer = Offer(Asking(CompanyRole.VIEWER, Capacity.EMPLOYEE))
    contact = Contact(ContactKind.EMAIL, f"{claim.id}@people.example")
    invited = invite_colleague(
        session, company_id, contact, offer, by=other, now=now, base_url="https://umiliki.example"
    )
    changed = contact_changes.add(session, other.account_id, contact, now=now).id
    elsewhere = next(
        each
        for each in declarations.waiting(session, 100)
        if each.company_id not in mandates.known(session, EMAILS[Who.OWNER], now).companies
    )
    return {
        ("", "company_id"): str(company_id),
        ("", "claim_id"): str(claim.id),
        ("", "paper_id"): paper,
        ("", "scan_id"): paper,
        ("", "invitation_id"): str(invited.id),
        ("", "account_id"): str(other.account_id),
        ("", "change_id"): str(changed),
        ("", "reference"): elsewhere.reference,
        ("review.paper", "paper_id"): NEVER,
        ("review.paper_scan", "paper_id"): NEVER,
        ("review.take_scan_away", "paper_id"): NEVER,
        ("review.give_paper_up", "paper_id"): NEVER,
    }


#: No paper is another's before one is begun; a number that never was stands in.
NEVER = "2000000013"


def lost_values(app: Flask) -> Values:
    """What was the owner's once: taken back, taken away, gone."""
    with app.test_request_context():
        place, data = app.extensions["jurisdiction"], app.extensions["config"].data
        found = _lost(db.session, place, data, datetime.now(UTC))
        db.session.commit()
    return found


def _lost(session: Session, place: Jurisdiction, data: Path, now: datetime) -> Values:
    owner = mandates.known(session, EMAILS[Who.OWNER], now)
    company_id, *_ = owner.companies
    offer = Offer(Asking(CompanyRole.VIEWER, Capacity.EMPLOYEE))
    contact = Contact(ContactKind.EMAIL, "gone@people.example")
    invited = invite_colleague(
        session, company_id, contact, offer, by=owner, now=now, base_url="https://umiliki.example"
    )
    withdraw_invitation(session, company_id, invited.id, by=owner, now=now)
    own = next(iter(mandates.claims_of(session, owner.account_id)))
    paper = mandates.proof(session, data, own.about, owner, now)
    evidence.remove(session, int(paper), because=TAKEN_BACK, now=now)
    left = accounts.by_email(session, EMAILS[Who.LEFT])
    assert left is not None
    assert drafts.exists(session, company_id)
    return {
        ("company.withdraw_invited", "invitation_id"): str(invited.id),
        ("company.request_paper", "paper_id"): paper,
        ("company.take_paper_away", "paper_id"): paper,
        ("company.person", "account_id"): str(left.id),
        ("company.revoke", "account_id"): str(left.id),
    }


def _claim(session: Session, email: str, place: Jurisdiction, now: datetime) -> Claim:
    """What somebody else asks for, new at each call."""
    who = mandates.known(session, email, now)
    there = mandates.claims_of(session, who.account_id)
    if there:
        return there[0]
    return claim_company(
        session,
        mandates.named(place, "PVT-ELSEWHERE"),
        Asking(CompanyRole.ADMIN, Capacity.OWNER),
        principal=who,
        now=now,
    )
