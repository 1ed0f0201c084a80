"""The person who asks, with everything they may do at this moment, company by company."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import MAY, CompanyRole, Permission, Principal, Role
from register.store import claims, mandates, paper_entries


def principal(
    session: Session,
    account_id: int,
    name: str,
    role: Role,
    language: str,
    *,
    now: datetime,
    proved_at: datetime | None = None,
) -> Principal:
    """Who somebody with an account is to the register now; a mandate that has ended is not among what they hold."""
    held = mandates.held_by(session, account_id, now=now) if role is Role.SUPPLIER else ()
    enters = paper_entries.open_by(session, account_id) if Permission.ENTER in MAY[role] else ()
    by_role = {
        each: tuple(mandate.company_id for mandate in held if mandate.role is each) for each in CompanyRole
    }
    return Principal(
        account_id,
        name,
        role,
        language,
        by_role[CompanyRole.ADMIN],
        proved_at,
        edits=by_role[CompanyRole.EDITOR],
        views=by_role[CompanyRole.VIEWER],
        claims=claims.begun_by(session, account_id, now=now) if role is Role.SUPPLIER else (),
        enters=tuple(each.company_id for each in enters),
    )
