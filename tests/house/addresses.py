"""A real address for every rule: what stands in it is found in the example county, or put there."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.routing import Rule

from bods.exports import formats
from bods.publication import GUIDE
from register.access import Principal, Role
from register.actions import published_contracts
from register.actions.begin_declaration import begin_declaration
from register.actions.change_contact import UNDO
from register.actions.raise_flags import day_of, picture_on
from register.actions.save_draft import save_draft
from register.actions.send_identity_link import PURPOSE
from register.actions.submit_declaration import Signing, submit_declaration
from register.declarations.draft import Declarant
from register.elsewhere.extracts import CompanyStatus, Extract
from register.elsewhere.invited import Invited
from register.extensions import db
from register.flags import registry
from register.jurisdictions import Jurisdiction
from register.models.published import PublishedNameRow
from register.paper import Paper
from register.paper.writing import written
from register.screening.committee import Committee, Seat
from register.store import (
    accounts,
    bid_snapshots,
    committees,
    companies,
    contact_changes,
    contracts,
    declarations,
    feeds,
    findings,
    imports,
    invitations,
    issued_papers,
    likeness,
    links,
    lists_loaded,
    material,
    owner_values,
    portfolio_findings,
    published,
    published_files,
    registry_extracts,
    tickets,
    unconfirmed,
    uploads,
)
from register.store.committees import NewMember
from register.store.contacts import Contact, ContactKind
from register.store.invitations import Invitation
from register.store.issued_papers import PaperKind
from register.store.tickets import TicketKind
from register.web.declare.verifying import MARK
from register.web.public.pieces import FRAMINGS
from register.web.static_files import static_url
from tests.factories.declarations import draft, held
from tests.factories.people import person
from tests.house import four_eyes, mandates
from tests.house.principals import EMAILS, OF_STAFF, Who, settle

SMS_KEY = "the-provider-alone-knows-this-7f3a"
#: Arguments that name the session of whoever asks.
OWN = "handle"


class NoValueError(AssertionError):
    """A rule has an argument for which no real value is known: add one where the others are."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Values for the arguments of rules: by endpoint and argument, or by argument alone."""

    values: Mapping[str, str]
    told_apart: Mapping[tuple[str, str], str]

    def of(self, rule: Rule, handle: str = "0" * 64) -> str:
        """The address of a rule. Raises NoValueError."""
        built = rule.build({each: self._value(rule, each, handle) for each in rule.arguments})
        assert built is not None, rule.rule
        return built[1]

    def values_of(self, rule: Rule, handle: str = "0" * 64) -> dict[str, str]:
        """What stands in the address of a rule, by argument."""
        return {each: self._value(rule, each, handle) for each in rule.arguments}

    def _value(self, rule: Rule, argument: str, handle: str) -> str:
        if argument == OWN:
            return handle
        value = self.told_apart.get((rule.endpoint, argument), self.values.get(argument))
        if value is None:
            raise NoValueError(f"{rule.endpoint} <{argument}>")
        return value


def prepare(app: Flask) -> Addresses:
    """Put into the loaded county what the addresses need, and give them."""
    with app.test_request_context():
        now, data = datetime.now(UTC), app.extensions["config"].data
        settle(db.session, now)
        mandates.settle_mandates(db.session, now)
        found = _values(db.session, app.extensions["jurisdiction"], now, data)
        db.session.commit()
    return found


def _values(session: Session, jurisdiction: Jurisdiction, now: datetime, data: Path) -> Addresses:
    company_id, person_key = _draft(session, jurisdiction, now)
    ocid, fingerprint, bidder = _finding(session, now)
    spare = person(session, Role.OFFICER, email="spare@county.example", at=now)
    invited = accounts.create(session, "invited@county.example", "Ivy Ndunge", Role.OFFICER, now=now)
    _declares(session, "Ngwata Timber Ltd", "PVT-NGWATA", replace(jurisdiction, accepts_at_once=True), now)
    waits = replace(jurisdiction, accepts_at_once=False)
    _, waiting = _declares(session, "Mbuinzau Quarry Ltd", "PVT-MBUINZAU", waits, now)
    asked, *_ = unconfirmed.oldest(session, limit=1)
    own, *_ = declarations.of_company(session, company_id)
    code = _shared(session, company_id, own.reference, now)
    raised = tickets.add(
        session, TicketKind.OWNER_DISPUTED, asked.record_id, "Not so.", opened_by="person", now=now
    )
    _, _, stamp, name = static_url("umiliki.css").split("/")
    exports = [each.code for each in formats() if each.code in FRAMINGS]
    contract, *_ = published_contracts.latest_contracts(session, 1)
    own_change = _changes_email(session, EMAILS[Who.OWNER], now)
    another = person(session, Role.SUPPLIER, email="moves@supplier.example", at=now).email or ""
    undo = links.make(session, UNDO, str(_changes_email(session, another, now)), now=now)
    identifier = session.scalars(
        select(PublishedNameRow.identifier).where(
            PublishedNameRow.kind == "person", PublishedNameRow.identifier.is_not(None)
        )
    ).first()
    invitation = _invitation(session, spare.id, now)
    return Addresses(
        values={
            "account_id": str(spare.id),
            "bidder": bidder,
            "change_id": str(own_change),
            "company_id": str(company_id),
            "extract_id": _extract(session, now),
            "import_id": _import(session, now),
            "invitation_id": str(invitation.id),
            "list_id": str(invitation.list_id),
            "fingerprint": fingerprint,
            "identifier": str(identifier),
            "name": name,
            "ocid": ocid,
            "record_id": asked.record_id,
            "reference": waiting,
            "slug": "people",
            "stamp": stamp,
            "statement_id": published.newest(session, 1)[0].statement.statement_id,
            "subject": companies.company(session, company_id).subject_record_id,
        },
        told_apart={
            ("account.change_contact", "kind"): "email",
            ("account.undo_contact", "secret"): undo,
            ("account.enrol", "secret"): links.make(session, links.ENROL, str(invited.id), now=now),
            ("account.set_language", "code"): "sw",
            ("declare.answer", "key"): person_key,
            ("declare.confirm_owner", "secret"): links.make(session, PURPOSE, asked.record_id, now=now),
            ("declare.confirmation", "reference"): own.reference,
            ("declare.declaration", "reference"): own.reference,
            ("declare.reply", "reference"): own.reference,
            ("declare.withdraw", "reference"): own.reference,
            ("declare.paper", "kind"): "receipt",
            ("declare.paper", "reference"): own.reference,
            ("declare.invited", "secret"): links.make(
                session, invitations.PURPOSE, str(invitation.id), now=now
            ),
            ("declare.many_faults", "file"): _sent_file(session, now),
            ("declare.many_seen", "file"): _sent_file(session, now),
            ("declare.many_template", "ending"): "csv",
            ("review.paper_sheet_template", "ending"): "csv",
            ("declare.remove", "key"): person_key,
            ("declare.revoke_code", "code"): code,
            ("declare.verify", "mark"): own.signature.shown_hash[:MARK],
            ("declare.verify", "reference"): own.reference,
            **_across_tenders(session),
            ("oversight.read", "secret"): feeds.make(session, spare.id, now),
            ("public.checksum", "code"): exports[0],
            ("public.contract", "ocid"): contract.ocid,
            ("public.contract_data", "ocid"): contract.ocid,
            ("public.everything", "code"): exports[0],
            ("public.flag", "code"): registry()[0].code,
            ("public.flag_data", "code"): registry()[0].code,
            ("public.made", "edition"): published_files.CURRENT,
            ("public.made", "name"): GUIDE,
            **_pairs(session),
            **_joining(session, ocid),
            **_committees(session, ocid, spare.id, now),
            **_papers(session, ocid, spare.id, now),
            **four_eyes.values(session, data, waiting, now),
            **mandates.values(session, data, jurisdiction, now),
            ("review.ticket", "reference"): raised,
            ("review.ticket_close", "reference"): raised,
            ("review.ticket_take", "reference"): raised,
            ("sms.incoming", "key"): SMS_KEY,
        },
    )


def _changes_email(session: Session, email: str, now: datetime) -> int:
    """Somebody wants another address; gives the number of the change, which waits."""
    account = accounts.by_email(session, email)
    assert account is not None
    wanted = Contact(ContactKind.EMAIL, f"new.{email}")
    return contact_changes.add(session, account.id, wanted, now=now).id


def _company_of(session: Session, who: Who) -> int:
    account = accounts.by_email(session, EMAILS[who])
    assert account is not None
    company_id, *_ = accounts.companies_of(session, account.id, now=datetime.now(UTC))
    return company_id


def _invitation(session: Session, by: int, now: datetime) -> Invitation:
    """A supplier on a list of the county's."""
    named = [Invited("Ngwata Timber Ltd", "", "")]
    list_id = invitations.make_list(
        session, "Suppliers of 2026/27", named, ocid=None, due_on=None, by=by, now=now
    )
    return invitations.on_list(session, list_id)[0]


def _import(session: Session, now: datetime) -> str:
    """A run of the command line that imported nothing."""
    return str(imports.begin(session, imports.Way.COMMAND, "releases.json", by=None, now=now))


def _across_tenders(session: Session) -> dict[tuple[str, str], str]:
    """A finding that the county has across tenders, and an owner whose companies won."""
    found, *_ = portfolio_findings.everything(session)
    won = owner_values.won(session)[0].owners[0]
    listed, *_ = lists_loaded.loaded(session, lists_loaded.OFFICIALS, limit=1)
    return {
        ("oversight.listed", "kind"): listed.kind,
        ("oversight.listed", "list_id"): str(listed.id),
        ("oversight.owner", "key"): won.key,
        **{
            (f"oversight.{view}", "fingerprint"): found.finding.fingerprint
            for view in ("decide", "finding", "finding_svg")
        },
    }


def _extract(session: Session, now: datetime) -> str:
    """An extract of the companies' registry."""
    told = Extract(
        "KE-RCO", "PVT-NGWATA", "Ngwata Timber Ltd", CompanyStatus.ACTIVE, now.date(), "Registry extract 7"
    )
    kept = registry_extracts.add(session, told, by=None, now=now)
    assert kept is not None
    return str(kept.id)


def _pairs(session: Session) -> dict[tuple[str, str], str]:
    """Two people of the county, to be looked at side by side."""
    one, other = unconfirmed.oldest(session, limit=2)
    told = {"kind": "person", "one": one.record_id, "other": other.record_id}
    asked = {("review.alike", "kind"): "person"}
    return asked | {
        (f"review.{view}", name): value for view in ("pair", "decide_pair") for name, value in told.items()
    }


def _joining(session: Session, ocid: str) -> dict[tuple[str, str], str]:
    """A bidder as the queue of those who belong to no company names it."""
    bid = contracts.process(session, ocid).bids[0]
    key = likeness.bidder_key(bid.scheme, bid.number, bid.name)
    return {(f"screen.{view}", "bidder"): key for view in ("unmatched_bidder", "join", "decide_join")}


def _committees(session: Session, ocid: str, by: int, now: datetime) -> dict[tuple[str, str], str]:
    """A seat of somebody without an account, and a tender on whose committee everybody of staff sits."""
    seat = NewMember(ocid, Committee.OPENING, Seat.MEMBER, "Musau Kilonzo", now.date())
    number = committees.name(session, seat, by=by, now=now)
    other = next(each for each in contracts.ocids(session) if each != ocid)
    for email in sorted({EMAILS[who] for who in OF_STAFF}):
        account = accounts.by_email(session, email)
        assert account is not None
        own = NewMember(
            other, Committee.EVALUATION, Seat.MEMBER, account.name, now.date(), account_id=account.id
        )
        committees.name(session, own, by=by, now=now)
    return {
        ("screen.declare", "ocid"): other,
        **{(f"screen.{view}", "member_id"): str(number) for view in ("declared_on_paper", "end_appointment")},
    }


def _papers(session: Session, ocid: str, by: int, now: datetime) -> dict[tuple[str, str], str]:
    """A certificate about a tender that somebody issued, and the kinds of papers and reasons there are."""
    body = written(Paper("Conflict-check certificate", "", ()))
    number = issued_papers.add(
        session, ocid, PaperKind.CERTIFICATE, body, fingerprint="f" * 64, entry=1, by=by, now=now
    )
    return {
        **{(f"screen.{view}", "number"): str(number) for view in ("issued", "issued_pdf", "sign")},
        **{(f"screen.{view}", "kind"): "certificate" for view in ("paper", "paper_pdf", "issue")},
        **{(f"screen.{view}", "item"): "declared" for view in ("note", "note_again")},
    }


def _sent_file(session: Session, now: datetime) -> str:
    """A file of declarations that the owner's person sent, faulty in every way."""
    account = accounts.by_email(session, EMAILS[Who.OWNER])
    assert account is not None
    return uploads.add(session, account.id, "many.csv", b"", (), now).handle


def _draft(session: Session, jurisdiction: Jurisdiction, now: datetime) -> tuple[int, str]:
    """The owner's company is writing a declaration that could be signed; gives it and the key of a person in it."""
    company_id = _company_of(session, Who.OWNER)
    begun = begin_declaration(session, company_id, now=now, jurisdiction=jurisdiction)
    told = replace(begun.draft, declarant=Declarant("Janet Mumbua Kimeu", "director"))
    save_draft(session, company_id, told, begun.version, now)
    return company_id, told.people[0].key


def _declares(
    session: Session, name: str, number: str, jurisdiction: Jurisdiction, now: datetime
) -> tuple[str, str]:
    """A new company declares one owner, who has not said yet that it is them; gives its record and the reference."""
    company = companies.create(session, name=name, scheme="KE-RCO", number=number, now=now)
    clerk = person(session, Role.SUPPLIER, email=f"{number.lower()}@supplier.example", at=now)
    begun = begin_declaration(session, company.id, now=now, jurisdiction=jurisdiction)
    told = draft(held("ana", 60), people=("ana",), company=begun.draft.company)
    written = save_draft(session, company.id, told, begun.version, now)
    reference = submit_declaration(
        session,
        company.id,
        Signing(str(uuid4()), b"{}", "A notice", "1", "en", consent=True),
        written.version,
        principal=Principal(clerk.id, clerk.name, Role.SUPPLIER, "en", (company.id,)),
        now=now,
        today=now.date(),
        jurisdiction=jurisdiction,
        new_id=lambda: str(uuid4()),
        base_url="https://umiliki.example",
    )
    return company.subject_record_id, reference


def _shared(session: Session, company_id: int, reference: str, now: datetime) -> str:
    """The owner's company showed its declaration to one tender's officers; gives the code."""
    account = accounts.by_email(session, EMAILS[Who.OWNER])
    assert account is not None
    return bid_snapshots.make(
        session, company_id=company_id, reference=reference, tender="CGM/1", by=account.id, now=now
    ).code


def _finding(session: Session, now: datetime) -> tuple[str, str, str]:
    """A tender, a finding of it whose path can be drawn, and one of its bidders."""
    for ocid in contracts.ocids(session):
        for kept in findings.of_process(session, ocid):
            if kept.finding.paths and kept.finding.bidders:
                known = material.of_process(session, ocid)
                picture = picture_on(known, day_of(known.process, now.date()), now.date())
                return ocid, kept.finding.fingerprint, picture.bidders[0]
    raise NoValueError("no finding of the county has a path")
