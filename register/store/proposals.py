"""Proposals and what became of them: each is added once and decided once."""

from collections.abc import Collection, Mapping
from datetime import datetime

import orjson
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.four_eyes import Decision, Outcome, Proposal, ProposalKind
from register.models.proposals import ProposalDecisionRow, ProposalRow
from register.store.order import take_turn

SERIES = "proposal"


class ProposalNotFoundError(RegisterError):
    """There is no proposal with this number."""

    def __init__(self, proposal_id: int) -> None:
        self.proposal_id = proposal_id
        super().__init__(f"there is no proposal {proposal_id}")


def add(
    session: Session,
    kind: ProposalKind,
    about: str,
    what: Mapping[str, str],
    reason: str,
    *,
    by: int,
    at: datetime,
) -> Proposal:
    """Keep a proposal, to wait for another pair of eyes. `what` holds no private particular."""
    row = ProposalRow(
        kind=kind.value,
        about=about,
        what=orjson.dumps(dict(what), option=orjson.OPT_SORT_KEYS).decode(),
        reason=reason,
        proposed_by=by,
        proposed_at=at,
    )
    session.add(row)
    session.flush()
    return _proposal(row, None)


def decide(session: Session, proposal: Proposal, decision: Decision) -> None:
    """Keep what became of a proposal. The table refuses a second decision, and the same eyes."""
    session.add(
        ProposalDecisionRow(
            proposal_id=proposal.id,
            outcome=decision.outcome.value,
            reason=decision.reason,
            proposed_by=proposal.by,
            decided_by=decision.by,
            decided_at=decision.at,
        )
    )
    session.flush()


def one(session: Session, proposal_id: int) -> Proposal:
    """Raises ProposalNotFoundError."""
    found = session.execute(_query().where(ProposalRow.id == proposal_id)).first()
    if found is None:
        raise ProposalNotFoundError(proposal_id)
    return _proposal(*found)


def to_decide(session: Session, proposal_id: int) -> Proposal:
    """A proposal, while nobody else decides about any. Raises ProposalNotFoundError."""
    take_turn(session, SERIES)
    return one(session, proposal_id)


def waiting(session: Session, kinds: Collection[ProposalKind]) -> tuple[Proposal, ...]:
    """Proposals of these kinds that nobody decided, the oldest first."""
    query = _query().where(_undecided(), ProposalRow.kind.in_(sorted(kinds))).order_by(ProposalRow.id)
    return tuple(_proposal(*row) for row in session.execute(query))


def count_waiting(session: Session, kinds: Collection[ProposalKind], *, not_by: int) -> int:
    """How many proposals of these kinds wait for somebody who did not make them."""
    query = _query().where(
        _undecided(), ProposalRow.kind.in_(sorted(kinds)), ProposalRow.proposed_by != not_by
    )
    return session.scalar(select(func.count()).select_from(query.subquery())) or 0


def decided(
    session: Session, kinds: Collection[ProposalKind], limit: int = 25, offset: int = 0
) -> tuple[Proposal, ...]:
    """Proposals of these kinds that were decided, the newest decision first."""
    query = (
        _query()
        .where(ProposalDecisionRow.proposal_id.is_not(None), ProposalRow.kind.in_(sorted(kinds)))
        .order_by(ProposalDecisionRow.decided_at.desc(), ProposalRow.id.desc())
    )
    return tuple(_proposal(*row) for row in session.execute(query.limit(limit).offset(offset)))


def about(session: Session, kind: ProposalKind, about: str) -> tuple[Proposal, ...]:
    """Every proposal of a kind about one thing, the newest first."""
    query = _query().where(ProposalRow.kind == kind.value, ProposalRow.about == about)
    return tuple(_proposal(*row) for row in session.execute(query.order_by(ProposalRow.id.desc())))


def waiting_about(session: Session, kind: ProposalKind, about_what: str) -> Proposal | None:
    """The proposal of a kind about one thing that waits, if any."""
    return next((each for each in about(session, kind, about_what) if each.decision is None), None)


def _query() -> Select[ProposalRow, ProposalDecisionRow]:
    return select(ProposalRow, ProposalDecisionRow).outerjoin(
        ProposalDecisionRow, ProposalDecisionRow.proposal_id == ProposalRow.id
    )


def _undecided() -> ColumnElement[bool]:
    return ProposalDecisionRow.proposal_id.is_(None)


def _proposal(row: ProposalRow, decision: ProposalDecisionRow | None) -> Proposal:
    return Proposal(
        id=row.id,
        kind=ProposalKind(row.kind),
        about=row.about,
        what=orjson.loads(row.what),
        reason=row.reason,
        by=row.proposed_by,
        at=row.proposed_at,
        decision=_decision(decision) if decision else None,
    )


def _decision(row: ProposalDecisionRow) -> Decision:
    return Decision(Outcome(row.outcome), row.reason, row.decided_by, row.decided_at)
