"""Give up a declaration that is being written, with its particulars; what was declared before stays."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.store import audit, companies, drafts


def discard_draft(session: Session, company_id: int, *, by: Principal, now: datetime) -> None:
    """Delete the company's draft. Raises CompanyNotFoundError; nothing happens when there is none."""
    company = companies.company(session, company_id)
    if not drafts.exists(session, company_id):
        return

    drafts.remove(session, company_id)
    audit.record(session, actor=by.actor, action="draft deleted", about=company.subject_record_id, at=now)
