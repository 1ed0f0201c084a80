"""Who may sign a declaration for a company, and how it came in: by its own people, by an agent, or from paper."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Capacity, Principal, Role
from register.actions.own_declaration import NotTheirCompanyError
from register.exceptions import RegisterError
from register.store import audit, evidence, filings, mandates, paper_entries
from register.store.filings import Filing
from register.store.paper_entries import PaperEntry


class ScanMissingError(RegisterError):
    """A declaration from paper is kept only with a scan or photograph of the paper."""

    def __init__(self, paper_id: int) -> None:
        self.paper_id = paper_id
        super().__init__(f"paper {paper_id} has no scan")


class PaperUnderWayError(RegisterError):
    """Staff are entering a paper of the company: it signs nothing itself until that is done."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"a paper of company {company_id} is being entered")


def right_to_sign(session: Session, company_id: int, principal: Principal) -> PaperEntry | None:
    """The paper that a member of staff enters for the company; None where its own administrators sign.

    Raises NotTheirCompanyError, PaperUnderWayError, ScanMissingError.
    """
    entry = paper_entries.open_for(session, company_id)
    if principal.role is Role.SUPPLIER:
        if not principal.acts_for(company_id):
            raise NotTheirCompanyError(company_id)
        if entry is not None:
            raise PaperUnderWayError(company_id)
        return None
    if entry is None or entry.entered_by != principal.account_id or not principal.may_write(company_id):
        raise NotTheirCompanyError(company_id)
    if not evidence.count(session, entry.about):
        raise ScanMissingError(entry.id)
    return entry


def keep_filing(
    session: Session,
    reference: str,
    company_id: int,
    entry: PaperEntry | None,
    *,
    principal: Principal,
    signed_name: str,
    now: datetime,
) -> None:
    """Keep with a signed declaration how it came in; its paper is no longer under way."""
    if entry is not None:
        filings.add(session, reference, Filing(capacity="paper", paper=entry))
        paper_entries.close(session, entry.id)
        audit.record(
            session,
            actor=principal.actor,
            action="paper entered",
            about=reference,
            at=now,
            facts={"paper": entry.about},
        )
        return
    held = next(
        (
            each
            for each in mandates.held_by(session, principal.account_id, now=now)
            if each.company_id == company_id
        ),
        None,
    )
    capacity = held.capacity if held else None
    agent = held is not None and capacity is Capacity.AGENT
    filings.add(
        session,
        reference,
        Filing(
            capacity=capacity.value if capacity else "",
            agent_name=signed_name if agent else "",
            agent_firm=held.firm if held and agent else "",
        ),
    )
