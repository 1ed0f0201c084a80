"""What no one may do alone: proposed by one, decided by another, once."""

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.decide_proposal import Scene, decide_proposal
from register.actions.propose import AlreadyProposedError, propose
from register.four_eyes import (
    NotTheirRightError,
    Outcome,
    ProposalDecidedError,
    ProposalKind,
    ProposalReasonMissingError,
    SameEyesError,
    kinds_of,
)
from register.models.proposals import ProposalDecisionRow
from register.store import audit, proposals
from register.store.proposals import ProposalNotFoundError
from tests.factories.declarations import ids
from tests.factories.declaring import KENYA, NOW, TODAY
from tests.factories.staff import staff

SCENE = Scene(NOW, TODAY, KENYA, ids("scene").__next__)


def asked(session: Session, by: Principal) -> int:
    return propose(
        session,
        ProposalKind.REVEAL,
        "UM-2026-000001/ana",
        {"person": "ana"},
        "Two numbers differ.",
        by=by,
        now=NOW,
    ).id


def test_a_colleague_decides_and_the_trail_tells_who_did_what(session: Session) -> None:
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = asked(session, rehema)

    decided = decide_proposal(session, number, Outcome.APPROVED, "Seen at the counter.", by=juma, scene=SCENE)

    assert decided.is_approved
    assert decided.decision is not None
    assert (decided.decision.by, decided.decision.reason) == (juma.account_id, "Seen at the counter.")
    assert [(each.action, each.actor) for each in audit.newest(session, 2)] == [
        ("reveal approved", juma.actor),
        ("reveal proposed", rehema.actor),
    ]


@pytest.mark.parametrize("outcome", [Outcome.APPROVED, Outcome.REFUSED])
def test_the_same_eyes_do_not_decide(session: Session, outcome: Outcome) -> None:
    rehema = staff(session, "rehema")
    number = asked(session, rehema)

    with pytest.raises(SameEyesError):
        decide_proposal(session, number, outcome, "I am sure.", by=rehema, scene=SCENE)

    assert proposals.one(session, number).decision is None


def test_the_table_itself_refuses_the_same_eyes(session: Session) -> None:
    rehema = staff(session, "rehema")
    number = asked(session, rehema)
    row = {
        "proposal_id": number, "outcome": "approved", "reason": "x", "proposed_by": rehema.account_id,
        "decided_by": rehema.account_id, "decided_at": NOW,
    }  # fmt: skip

    with pytest.raises(IntegrityError):
        session.execute(insert(ProposalDecisionRow).values(row))


def test_whoever_proposed_it_may_take_it_back_and_nobody_else(session: Session) -> None:
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = asked(session, rehema)

    with pytest.raises(SameEyesError):
        decide_proposal(session, number, Outcome.WITHDRAWN, "", by=juma, scene=SCENE)
    decide_proposal(session, number, Outcome.WITHDRAWN, "", by=rehema, scene=SCENE)

    assert proposals.waiting(session, list(ProposalKind)) == ()


def test_a_proposal_is_decided_once(session: Session) -> None:
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = asked(session, rehema)
    decide_proposal(session, number, Outcome.REFUSED, "The card is enough.", by=juma, scene=SCENE)

    with pytest.raises(ProposalDecidedError):
        decide_proposal(session, number, Outcome.APPROVED, "After all.", by=juma, scene=SCENE)


def test_both_sides_say_why(session: Session) -> None:
    rehema, juma = staff(session, "rehema"), staff(session, "juma")
    number = asked(session, rehema)

    with pytest.raises(ProposalReasonMissingError):
        propose(session, ProposalKind.REVEAL, "other", {}, "  ", by=rehema, now=NOW)
    with pytest.raises(ProposalReasonMissingError):
        decide_proposal(session, number, Outcome.APPROVED, " ", by=juma, scene=SCENE)


def test_a_role_that_does_not_reach_so_far_neither_proposes_nor_decides(session: Session) -> None:
    rehema, amina, otieno = staff(session, "rehema"), staff(session, "amina"), staff(session, "otieno")
    number = asked(session, rehema)

    with pytest.raises(NotTheirRightError):
        propose(session, ProposalKind.REDACTION, "r", {}, "Because.", by=otieno, now=NOW)
    with pytest.raises(NotTheirRightError):
        decide_proposal(session, number, Outcome.APPROVED, "Yes.", by=amina, scene=SCENE)
    assert kinds_of(amina) == (ProposalKind.RULES,)


def test_the_same_thing_waits_once(session: Session) -> None:
    rehema = staff(session, "rehema")
    asked(session, rehema)

    with pytest.raises(AlreadyProposedError):
        asked(session, rehema)


def test_what_was_never_proposed_is_not_decided(session: Session) -> None:
    with pytest.raises(ProposalNotFoundError):
        decide_proposal(session, 77, Outcome.APPROVED, "Yes.", by=staff(session, "juma"), scene=SCENE)
