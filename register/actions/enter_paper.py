"""Enter a declaration that came on paper: staff type it in for the company, and somebody else accepts it."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Permission, Principal
from register.actions.begin_declaration import begin_declaration
from register.actions.name_company import NamedCompany, name_company
from register.declarations.draft import Declarant
from register.declarations.gaps import Part
from register.exceptions import RegisterError
from register.jurisdictions import Jurisdiction
from register.store import audit, companies, declarations, drafts, evidence, paper_entries
from register.store.paper_entries import PaperEntry, PaperNotFoundError, PaperOpenError


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on a paper besides the answers: what it is, and who signed it, as what, on which day."""

    title: str
    signed_name: str
    signed_capacity: str
    signed_on: date


class NotForStaffError(RegisterError):
    """The account may not enter declarations from paper."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        super().__init__(f"account {account_id} may not enter declarations from paper")


class CompanyWritesItselfError(RegisterError):
    """The company has a declaration under way: a paper entered now would overwrite it."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} is writing its declaration itself")


class PaperOvertakenError(RegisterError):
    """The company declared on a later day than the paper was signed."""

    def __init__(self, company_id: int, declared_on: date) -> None:
        self.company_id, self.declared_on = company_id, declared_on
        super().__init__(f"company {company_id} declared on {declared_on} already")


class EnteredThemselvesError(RegisterError):
    """Whoever entered a declaration from paper does not accept it."""

    def __init__(self, reference: str, account_id: int) -> None:
        self.reference, self.account_id = reference, account_id
        super().__init__(
            f"declaration {reference} was entered by account {account_id}, who may not accept it"
        )


def begin_paper(
    session: Session,
    company: NamedCompany,
    paper: Paper,
    *,
    principal: Principal,
    now: datetime,
    jurisdiction: Jurisdiction,
) -> PaperEntry:
    """Open the paper of a company, known or new, and begin its draft with what the company declared last in public.

    Private particulars of earlier declarations are not opened for it: they are typed from the paper. Raises
    NotForStaffError, NumberMisfitError, PaperOpenError, CompanyWritesItselfError, PaperOvertakenError.
    """
    if not principal.can(Permission.ENTER):
        raise NotForStaffError(principal.account_id)
    found, _ = name_company(session, company, now=now)
    if paper_entries.open_for(session, found.id) is not None:
        raise PaperOpenError(found.id)
    if drafts.exists(session, found.id):
        raise CompanyWritesItselfError(found.id)
    later = [
        each.statement_date
        for each in declarations.of_company(session, found.id)
        if each.statement_date > paper.signed_on and each.state.value not in {"rejected", "withdrawn"}
    ]
    if later:
        raise PaperOvertakenError(found.id, max(later))

    entry = paper_entries.add(
        session,
        company_id=found.id,
        entered_by=principal.account_id,
        title=paper.title,
        signed_name=paper.signed_name,
        signed_capacity=paper.signed_capacity,
        signed_on=paper.signed_on,
        now=now,
    )
    _begin_draft(session, entry, now, jurisdiction)
    audit.record(
        session,
        actor=principal.actor,
        action="paper begun",
        about=entry.about,
        at=now,
        facts={"company": found.subject_record_id},
    )
    return entry


def give_up_paper(session: Session, paper_id: int, *, principal: Principal, now: datetime) -> None:
    """Take away what was typed from a paper, and its scan. Raises PaperNotFoundError, also for the paper of another."""
    entry = paper_entries.one(session, paper_id)
    if not entry.open or entry.entered_by != principal.account_id:
        raise PaperNotFoundError(paper_id)

    drafts.remove(session, entry.company_id)
    evidence.remove_about(session, entry.about, because=evidence.TAKEN_BACK, now=now)
    paper_entries.close(session, paper_id, given_up_at=now)
    audit.record(session, actor=principal.actor, action="paper given up", about=entry.about, at=now)


def _begin_draft(session: Session, entry: PaperEntry, now: datetime, jurisdiction: Jurisdiction) -> None:
    begun = begin_declaration(session, entry.company_id, now=now, jurisdiction=jurisdiction, private=False)
    told = replace(
        begun.draft,
        declarant=Declarant(entry.signed_name, entry.signed_capacity),
        answered=frozenset({Part.DECLARANT.value}),
    )
    drafts.save(session, entry.company_id, told, begun.version, now)


def company_of(session: Session, entry: PaperEntry) -> companies.Company:
    """The company a paper speaks for."""
    return companies.company(session, entry.company_id)
