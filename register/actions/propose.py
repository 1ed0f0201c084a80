"""Propose something that a second person must approve."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.four_eyes import Proposal, ProposalKind, refuse_proposal
from register.store import audit, proposals
from register.store.order import take_turn


class AlreadyProposedError(RegisterError):
    """The same thing waits for a second pair of eyes already."""

    def __init__(self, proposal: Proposal) -> None:
        self.proposal = proposal
        super().__init__(f"proposal {proposal.id} about {proposal.about} waits already")


def propose(
    session: Session,
    kind: ProposalKind,
    about: str,
    what: Mapping[str, str],
    reason: str,
    *,
    by: Principal,
    now: datetime,
) -> Proposal:
    """Keep a proposal for somebody else to decide. `what` and `reason` hold no private particular.

    Raises NotTheirRightError, ProposalReasonMissingError, AlreadyProposedError (of one kind about one thing, one waits
    at a time).
    """
    refuse_proposal(kind, reason, by)
    take_turn(session, proposals.SERIES)
    if (there := proposals.waiting_about(session, kind, about)) is not None:
        raise AlreadyProposedError(there)

    proposal = proposals.add(session, kind, about, what, reason.strip(), by=by.account_id, at=now)
    audit.record(
        session,
        actor=by.actor,
        action=f"{kind.value} proposed",
        about=about,
        at=now,
        facts={"proposal": str(proposal.id), "reason": reason.strip()},
    )
    return proposal
