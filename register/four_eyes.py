"""What no one may do alone: somebody proposes it with a reason, and a second person with the right decides."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from register.access import Permission, Principal
from register.exceptions import RegisterError


class ProposalKind(StrEnum):
    """What is proposed. (A correction of what was published is a declaration: two registrars accept it.)"""

    PROTECTION = "protection"
    REDACTION = "redaction"
    REVEAL = "reveal"
    RULES = "rules"
    UNMERGE = "unmerge"


#: Who may propose a thing of each kind, and who may decide about it when somebody else proposed it.
RIGHT: Mapping[ProposalKind, Permission] = {
    ProposalKind.PROTECTION: Permission.ACCEPT,
    ProposalKind.REDACTION: Permission.ACCEPT,
    ProposalKind.REVEAL: Permission.ACCEPT,
    ProposalKind.RULES: Permission.SET_RULES,
    ProposalKind.UNMERGE: Permission.ACCEPT,
}


class Outcome(StrEnum):
    """What became of a proposal; whoever made it may take it back."""

    APPROVED = "approved"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, why, by which account, and when."""

    outcome: Outcome
    reason: str
    by: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody proposes. `about` names a record or a setting; `what` says in codes what would be done to it."""

    id: int
    kind: ProposalKind
    about: str
    what: Mapping[str, str]
    reason: str
    by: int
    at: datetime
    decision: Decision | None = None

    @property
    def is_approved(self) -> bool:
        """Whether a second pair of eyes said yes."""
        return self.decision is not None and self.decision.outcome is Outcome.APPROVED


class SameEyesError(RegisterError):
    """Whoever proposed something wants to decide about it, or somebody else wants to take it back for them."""

    def __init__(self, proposal_id: int) -> None:
        self.proposal_id = proposal_id
        super().__init__(f"proposal {proposal_id} needs another pair of eyes")


class SameHandError(RegisterError):
    """Whoever signed a paper first wants to sign it second, too."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(f"paper {number} needs another hand")


class NotTheirRightError(RegisterError):
    """Somebody's role does not reach so far."""

    def __init__(self, kind: ProposalKind) -> None:
        self.kind = kind
        super().__init__(f"not everybody may propose or decide: {kind}")


class ProposalDecidedError(RegisterError):
    """The proposal was decided or taken back before."""

    def __init__(self, proposal_id: int, outcome: Outcome) -> None:
        self.proposal_id, self.outcome = proposal_id, outcome
        super().__init__(f"proposal {proposal_id} is {outcome} already")


class ProposalReasonMissingError(RegisterError):
    """A proposal, and a decision about one, is made with a reason."""

    def __init__(self, kind: ProposalKind) -> None:
        self.kind = kind
        super().__init__(f"say why: {kind}")


def may(principal: Principal, kind: ProposalKind) -> bool:
    """Whether somebody may propose things of a kind, and decide about what others propose."""
    return principal.can(RIGHT[kind])


def kinds_of(principal: Principal) -> tuple[ProposalKind, ...]:
    """The kinds about which somebody may decide."""
    return tuple(kind for kind in ProposalKind if may(principal, kind))


def refuse_proposal(kind: ProposalKind, reason: str, by: Principal) -> None:
    """Refuse what may not be proposed. Raises NotTheirRightError, ProposalReasonMissingError."""
    if not may(by, kind):
        raise NotTheirRightError(kind)
    if not reason.strip():
        raise ProposalReasonMissingError(kind)


def refuse_same_hand(number: int, first: int, second: Principal) -> None:
    """Refuse the second signature under a paper to the account that signed it first. Raises SameHandError."""
    if second.account_id == first:
        raise SameHandError(number)


def decided(proposal: Proposal, outcome: Outcome, reason: str, by: Principal, at: datetime) -> Decision:
    """Give the decision that somebody makes about a proposal.

    Raises ProposalDecidedError; NotTheirRightError; SameEyesError when they proposed it themselves (or want to withdraw
    what another proposed); ProposalReasonMissingError.
    """
    if proposal.decision is not None:
        raise ProposalDecidedError(proposal.id, proposal.decision.outcome)
    if not may(by, proposal.kind):
        raise NotTheirRightError(proposal.kind)
    if (by.account_id == proposal.by) is not (outcome is Outcome.WITHDRAWN):
        raise SameEyesError(proposal.id)
    if not reason.strip() and outcome is not Outcome.WITHDRAWN:
        raise ProposalReasonMissingError(proposal.kind)
    return Decision(outcome, reason.strip(), by.account_id, at)
