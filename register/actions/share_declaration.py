"""Give a company a share code, with which the officers of one tender see what it had declared that day."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.own_declaration import NotTheirCompanyError
from register.declarations.life import STANDING
from register.exceptions import RegisterError
from register.store import audit, bid_snapshots, declarations
from register.store.bid_snapshots import BidSnapshot


class NothingAcceptedError(RegisterError):
    """The company has no accepted declaration yet, so there is nothing to share."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} has no accepted declaration to share")


def share_declaration(
    session: Session, company_id: int, tender: str, *, principal: Principal, now: datetime
) -> BidSnapshot:
    """Share the company's last accepted declaration with one tender's officers.

    Raises NotTheirCompanyError, NothingAcceptedError.
    """
    if not principal.acts_for(company_id):
        raise NotTheirCompanyError(company_id)
    last = declarations.last(session, company_id, *STANDING)
    if last is None:
        raise NothingAcceptedError(company_id)

    made = bid_snapshots.make(
        session,
        company_id=company_id,
        reference=last.reference,
        tender=tender,
        by=principal.account_id,
        now=now,
    )

    audit.record(
        session,
        actor=principal.actor,
        action="declaration shared with a tender",
        about=last.reference,
        at=now,
        facts={"tender": made.tender},
    )
    return made
