"""What an officer decides stays, with the reason, and says where the finding stands."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.decide_finding import (
    NobodyToRecuseError,
    SecondOfficerNeededError,
    decide_finding,
)
from register.actions.raise_flags import raise_flags
from register.flags.flag import Severity
from register.jurisdictions import load
from register.models.findings import FindingRow
from register.screening import DecisionKind, ReasonMissingError, State
from register.store import audit, findings
from register.store.findings import FindingUnknownError
from register.store.screening_lists import to_answer
from tests.factories.people import person
from tests.factories.pictures import Hold
from tests.factories.tenders import NOW, keep_owners, keep_tender

ROOF = "ocds-story-school-roof"


def officer(session: Session, email: str = "officer@umiliki.example") -> Principal:
    account = person(session, Role.OFFICER, email=email)
    return Principal(account.id, account.name, account.role, account.language)


@pytest.fixture
def fingerprint(session: Session) -> str:
    """The finding that Ana stands behind two bidders for the school roof."""
    ocid = keep_tender(session, bids={"school-roof": ("alfa", "beta")})
    keep_owners(session, ("Ana", "alfa", 30), ("Ana", "beta", 30))
    raise_flags(session, ocid, now=NOW, jurisdiction=load("kenya_makueni"))
    (kept,) = [each for each in findings.of_process(session, ocid) if each.finding.code == "shared-owner"]
    return kept.finding.fingerprint


def test_a_dismissal_answers_a_finding(session: Session, fingerprint: str) -> None:
    stands = decide_finding(
        session, fingerprint, DecisionKind.DISMISS, " Two people. ", principal=officer(session), now=NOW
    )

    (decision,) = findings.one(session, fingerprint).decisions
    assert (stands.state, stands.answered) == (State.DISMISSED, True)
    assert decision.reason == "Two people."


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_no_decision_without_a_reason(session: Session, fingerprint: str, reason: str) -> None:
    with pytest.raises(ReasonMissingError):
        decide_finding(session, fingerprint, DecisionKind.ASK, reason, principal=officer(session), now=NOW)

    assert findings.one(session, fingerprint).decisions == ()


def test_one_officer_does_not_confirm_twice(session: Session, fingerprint: str) -> None:
    first = officer(session)
    decide_finding(session, fingerprint, DecisionKind.CONFIRM, "Seen.", principal=first, now=NOW)

    with pytest.raises(SecondOfficerNeededError):
        decide_finding(session, fingerprint, DecisionKind.CONFIRM, "Seen.", principal=first, now=NOW)

    assert len(findings.one(session, fingerprint).decisions) == 1


def test_two_officers_confirm(session: Session, fingerprint: str) -> None:
    second = officer(session, "second@umiliki.example")
    decide_finding(session, fingerprint, DecisionKind.CONFIRM, "Seen.", principal=officer(session), now=NOW)

    stands = decide_finding(
        session, fingerprint, DecisionKind.CONFIRM, "So it is.", principal=second, now=NOW
    )

    assert stands.state is State.CONFIRMED


def test_who_confirmed_may_change_their_mind(session: Session, fingerprint: str) -> None:
    first = officer(session)
    decide_finding(session, fingerprint, DecisionKind.CONFIRM, "Seen.", principal=first, now=NOW)

    stands = decide_finding(
        session, fingerprint, DecisionKind.DISMISS, "A slip.", principal=first, now=NOW + timedelta(hours=1)
    )

    assert stands.state is State.DISMISSED
    assert len(findings.one(session, fingerprint).decisions) == 2


def test_nobody_is_recused_where_no_official_is_spoken_of(session: Session, fingerprint: str) -> None:
    with pytest.raises(NobodyToRecuseError):
        decide_finding(
            session, fingerprint, DecisionKind.RECUSE, "He leaves.", principal=officer(session), now=NOW
        )


def test_the_audit_trail_tells_the_decision_and_not_the_reason(session: Session, fingerprint: str) -> None:
    who = officer(session)

    decide_finding(session, fingerprint, DecisionKind.ASK, "Letter 12 to Ana.", principal=who, now=NOW)

    (event,) = audit.newest(session, 1)
    assert (event.actor, event.action, event.about) == (who.actor, "finding decided", fingerprint)
    assert event.facts["stands"] == "asked"
    assert "Ana" not in str(event.facts)


def test_a_finding_nobody_made_cannot_be_decided(session: Session) -> None:
    with pytest.raises(FindingUnknownError):
        decide_finding(session, "nothing", DecisionKind.ASK, "Why?", principal=officer(session), now=NOW)


def again(session: Session, alfa: int, *, hours: int) -> findings.Kept:
    """Ana's companies declare again some hours later; she now holds `alfa` percent of the first. Asked anew."""
    later, said = NOW + timedelta(hours=hours), date(2026, 2, 20)
    told = [Hold("Ana", "alfa", alfa, declared=said), Hold("Ana", "beta", 30, declared=said)]
    keep_owners(session, *told, now=later)
    raise_flags(session, ROOF, now=later, jurisdiction=load("kenya_makueni"))
    (kept,) = [each for each in findings.of_process(session, ROOF) if each.finding.code == "shared-owner"]
    return kept


def test_a_decision_carries_over_when_the_same_owners_are_declared_again(
    session: Session, fingerprint: str
) -> None:
    decide_finding(
        session, fingerprint, DecisionKind.DISMISS, "Two people.", principal=officer(session), now=NOW
    )

    kept = again(session, 30, hours=1)

    assert kept.finding.fingerprint == fingerprint
    assert (kept.standing.state, kept.standing.reopened) == (State.DISMISSED, False)
    assert waiting(session) == {}


def test_a_decision_is_asked_for_again_when_the_facts_change(session: Session, fingerprint: str) -> None:
    decide_finding(
        session, fingerprint, DecisionKind.DISMISS, "Two people.", principal=officer(session), now=NOW
    )

    kept = again(session, 45, hours=1)

    assert kept.finding.fingerprint == fingerprint
    assert (kept.standing.state, kept.standing.reopened) == (State.OPEN, True)
    assert [each.reason for each in kept.decisions] == ["Two people."]
    assert waiting(session) == {Severity.STRONG: 1}


def test_one_who_confirmed_other_facts_does_not_stand_for_these(session: Session, fingerprint: str) -> None:
    first, second = officer(session), officer(session, "second@umiliki.example")
    decide_finding(session, fingerprint, DecisionKind.CONFIRM, "Seen.", principal=first, now=NOW)
    again(session, 45, hours=1)

    stands = decide_finding(
        session, fingerprint, DecisionKind.CONFIRM, "So it is.", principal=second, now=NOW
    )

    assert stands.state is State.CONFIRMED_BY_ONE
    assert waiting(session) == {Severity.STRONG: 1}


def waiting(session: Session) -> dict[Severity, int]:
    """What the list of tenders says waits about common owners."""
    query = select(FindingRow.severity).where(FindingRow.code == "shared-owner", to_answer())
    found = [Severity[each.upper()] for each in session.scalars(query)]
    return {each: found.count(each) for each in found}
