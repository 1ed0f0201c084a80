"""Say who acts for a company, and as what: change a role, take it away, leave; somebody always stays who signs."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import CompanyRole, Principal
from register.actions.own_declaration import NotTheirCompanyError
from register.exceptions import RegisterError
from register.store import audit, colleagues, companies, links, mandates
from register.store.mandates import Mandate

#: What the one-time link of an invitation is for.
PURPOSE = "colleague"


class LastAdministratorError(RegisterError):
    """Nobody would be left who signs for the company for good, and says who else may act for it."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} would be left without an administrator")


def leave_company(session: Session, company_id: int, *, principal: Principal, now: datetime) -> None:
    """Act for a company no more. Raises MandateNotFoundError, LastAdministratorError."""
    _take_away(session, principal.account_id, company_id, "authority given up", principal, now)


def revoke_mandate(
    session: Session, company_id: int, account_id: int, *, by: Principal, now: datetime
) -> None:
    """Let a colleague act for the company no more, from this instant on.

    Raises NotTheirCompanyError, MandateNotFoundError, LastAdministratorError.
    """
    if not by.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    _take_away(session, account_id, company_id, "authority taken back", by, now)


def change_role(
    session: Session,
    company_id: int,
    account_id: int,
    role: CompanyRole,
    ends_at: datetime | None,
    *,
    by: Principal,
    now: datetime,
) -> None:
    """Let a colleague do more or less, until a moment or for good; nobody gives for longer than they hold themselves.

    Raises NotTheirCompanyError, MandateNotFoundError, LastAdministratorError.
    """
    if not by.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    mandates.lock(session)
    held = mandates.one(session, account_id, company_id, now=now)
    own = mandates.one(session, by.account_id, company_id, now=now)

    after = replace(held, role=role, ends_at=no_later(ends_at, own.ends_at))
    _keeps_somebody(session, held, after, now)

    mandates.set_role(session, account_id, company_id, after.role, after.ends_at, now=now)
    if after.role is not CompanyRole.ADMIN:
        _withdraw_invitations(session, held, now)
    facts = {"role": role.value, "until": after.ends_at.isoformat() if after.ends_at else ""}
    _record(session, held, "authority changed", by, now, facts)


def no_later(asked: datetime | None, own: datetime | None) -> datetime | None:
    """When a mandate ends that somebody gives whose own ends at `own`."""
    return min((each for each in (asked, own) if each is not None), default=None)


def _take_away(
    session: Session, account_id: int, company_id: int, action: str, by: Principal, now: datetime
) -> None:
    mandates.lock(session)
    held = mandates.one(session, account_id, company_id, now=now)

    _keeps_somebody(session, held, None, now)

    mandates.revoke(session, account_id, company_id, now=now)
    _withdraw_invitations(session, held, now)
    _record(session, held, action, by, now, {})


def _keeps_somebody(session: Session, held: Mandate, after: Mandate | None, now: datetime) -> None:
    """Whoever keeps the company may go only when somebody else does too."""
    if not held.keeps_the_company or (after is not None and after.keeps_the_company):
        return
    others = (
        each.active and each.mandate.keeps_the_company
        for each in mandates.of_company(session, held.company_id, now=now)
        if each.mandate.account_id != held.account_id
    )
    if not any(others):
        raise LastAdministratorError(held.company_id)


def _withdraw_invitations(session: Session, held: Mandate, now: datetime) -> None:
    """Whoever has no say any more lets nobody in by a link sent before."""
    for each in colleagues.open_for(session, held.company_id, now=now):
        if each.invited_by == held.account_id:
            colleagues.withdraw(session, each.id, now=now)
            links.void(session, PURPOSE, str(each.id), now=now)


def _record(
    session: Session, held: Mandate, action: str, by: Principal, now: datetime, facts: dict[str, str]
) -> None:
    audit.record(
        session,
        actor=by.actor,
        action=action,
        about=f"account:{held.account_id}",
        at=now,
        facts={"company": companies.company(session, held.company_id).subject_record_id, **facts},
    )
