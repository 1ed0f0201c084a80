"""Keep what an officer decides about a finding, and why."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.exceptions import RegisterError
from register.flags.flag import Finding
from register.screening import Decision, DecisionKind, Standing, State, choices, standing
from register.store import audit, findings
from register.store.order import take_turn


class SecondOfficerNeededError(RegisterError):
    """The officer who confirmed a finding confirms it again; the second confirmation must be somebody else's."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        super().__init__(f"finding {fingerprint}: another officer must confirm it too")


class NobodyToRecuseError(RegisterError):
    """A finding that speaks of no official cannot be answered by recusing one."""

    def __init__(self, fingerprint: str) -> None:
        self.fingerprint = fingerprint
        super().__init__(f"finding {fingerprint} speaks of no official")


def decide_finding(
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
    kept = findings.one(session, fingerprint)

    decision = Decision(kind, reason.strip(), str(principal.account_id), now, kept.facts)
    refuse_what_cannot_be(kept.finding, kept.standing, decision)
    stands = standing((*kept.decisions, decision), kept.facts)

    findings.add_decision(session, fingerprint, decision)
    audit.record(
        session,
        actor=principal.actor,
        action="finding decided",
        about=fingerprint,
        at=now,
        facts={
            "process": kept.ocid,
            "flag": kept.finding.code,
            "version": str(kept.finding.version),
            "decision": kind.value,
            "stands": stands.state.value,
        },
    )
    return stands


def refuse_what_cannot_be(finding: Finding, stands: Standing, decision: Decision) -> None:
    """Refuse a decision that does not fit the finding, or where it stands.

    Raises SecondOfficerNeededError, NobodyToRecuseError.
    """
    if decision.kind not in choices(finding):
        raise NobodyToRecuseError(finding.fingerprint)
    first = stands.last if stands.state is State.CONFIRMED_BY_ONE else None
    if decision.kind is DecisionKind.CONFIRM and first is not None and first.by == decision.by:
        raise SecondOfficerNeededError(finding.fingerprint)
