"""Keep what an officer decides about a finding across tenders, and why."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.decide_finding import refuse_what_cannot_be
from register.screening import Decision, DecisionKind, Standing, standing
from register.store import audit, portfolio_findings
from register.store.order import take_turn


def decide_portfolio_finding(
    session: Session,
    fingerprint: str,
    kind: DecisionKind,
    reason: str,
    *,
    principal: Principal,
    now: datetime,
) -> Standing:
    """Add one officer's decision and say where the finding stands now.

    Raises FindingUnknownError, ReasonMissingError, SecondOfficerNeededError, NobodyToRecuseError.
    """
    take_turn(session, f"finding {fingerprint}")
    kept = portfolio_findings.one(session, fingerprint)

    decision = Decision(kind, reason.strip(), str(principal.account_id), now)
    refuse_what_cannot_be(kept.finding, standing(kept.decisions), decision)
    stands = standing((*kept.decisions, decision))

    portfolio_findings.add_decision(session, fingerprint, decision)
    audit.record(
        session,
        actor=principal.actor,
        action="finding across tenders decided",
        about=fingerprint,
        at=now,
        facts={
            "flag": kept.finding.code,
            "version": str(kept.finding.version),
            "decision": kind.value,
            "stands": stands.state.value,
        },
    )
    return stands
