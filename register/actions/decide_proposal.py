"""Decide about what a colleague proposed; what is approved is done in the same breath."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from sqlalchemy.orm import Session

from bods.statements import NewStatementId
from register.access import Principal
from register.actions.change_rules import change_rules
from register.actions.name_again import name_again
from register.actions.propose_protection import GRANT, REFUSE
from register.actions.withhold_record import protect_person, redact_record
from register.four_eyes import Outcome, Proposal, ProposalKind, decided
from register.jurisdictions import Jurisdiction
from register.store import audit, proposals
from register.store.withholding import Standing


@dataclass(frozen=True, slots=True)
class Scene:
    """When and under which rules something approved is done."""

    now: datetime
    today: date
    jurisdiction: Jurisdiction
    new_id: NewStatementId


Effect: TypeAlias = Callable[[Session, Proposal, Scene], None]


def _protect(session: Session, proposal: Proposal, scene: Scene) -> None:
    do = proposal.what["do"]
    if do == GRANT:
        protect_person(
            session,
            proposal,
            now=scene.now,
            today=scene.today,
            jurisdiction=scene.jurisdiction,
            new_id=scene.new_id,
        )
        return
    standing = Standing.REFUSED if do == REFUSE else Standing.ENDED
    name_again(
        session,
        proposal,
        standing,
        now=scene.now,
        today=scene.today,
        jurisdiction=scene.jurisdiction,
        new_id=scene.new_id,
    )


def _redact(session: Session, proposal: Proposal, scene: Scene) -> None:
    redact_record(session, proposal, now=scene.now)


def _change_rules(session: Session, proposal: Proposal, scene: Scene) -> None:
    change_rules(session, proposal, now=scene.now, today=scene.today)


#: What is done when a proposal is approved. An approved reveal does nothing yet: it lets private answers be opened.
EFFECTS: Mapping[ProposalKind, Effect] = {
    ProposalKind.PROTECTION: _protect,
    ProposalKind.REDACTION: _redact,
    ProposalKind.RULES: _change_rules,
}


def decide_proposal(
    session: Session, proposal_id: int, outcome: Outcome, reason: str, *, by: Principal, scene: Scene
) -> Proposal:
    """Keep a decision and do what follows from it.

    Raises ProposalNotFoundError, ProposalDecidedError, NotTheirRightError, SameEyesError, ProposalReasonMissingError,
    and whatever the thing itself refuses; nothing is written then.
    """
    proposal = proposals.to_decide(session, proposal_id)

    decision = decided(proposal, outcome, reason, by, scene.now)

    proposals.decide(session, proposal, decision)
    audit.record(
        session,
        actor=by.actor,
        action=f"{proposal.kind.value} {outcome.value}",
        about=proposal.about,
        at=scene.now,
        facts={"proposal": str(proposal.id), "reason": decision.reason},
    )
    effect = EFFECTS.get(proposal.kind)
    if outcome is Outcome.APPROVED and effect is not None:
        effect(session, proposal, scene)
    return proposals.one(session, proposal_id)
