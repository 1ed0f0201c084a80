"""Propose to grant, refuse or end the protection of a person; a second registrar decides."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.propose import propose
from register.exceptions import RegisterError
from register.four_eyes import Proposal, ProposalKind
from register.store import withholding
from register.store.withholding import Standing

GRANT, REFUSE, END = "grant", "refuse", "end"


class ProtectionMisfitError(RegisterError):
    """What is protected is not granted again, and only what is protected ends."""

    def __init__(self, record_id: str, do: str) -> None:
        self.record_id, self.do = record_id, do
        super().__init__(f"the protection of {record_id} cannot be decided so: {do}")


def propose_protection(
    session: Session, record_id: str, do: str, reason: str, *, by: Principal, now: datetime
) -> Proposal:
    """Propose what is to become of a person's protection: "grant", "refuse" or "end".

    Raises ProtectionMisfitError; NotTheirRightError, ProposalReasonMissingError, AlreadyProposedError.
    """
    known = withholding.standing_of(session, (record_id,)).get(record_id)
    is_protected = known is not None and known.standing is Standing.PROTECTED
    if is_protected is not (do == END) or do not in (GRANT, REFUSE, END):
        raise ProtectionMisfitError(record_id, do)

    return propose(session, ProposalKind.PROTECTION, record_id, {"do": do}, reason, by=by, now=now)
