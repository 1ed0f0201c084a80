"""Asking across tenders: what is found is kept and carries its decisions; asked twice nothing changes."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from register.actions import raise_portfolio_flags as room
from register.actions.decide_finding import NobodyToRecuseError, SecondOfficerNeededError
from register.actions.decide_portfolio_finding import decide_portfolio_finding
from register.actions.raise_flags import FAILED
from register.actions.raise_portfolio_flags import OutcomeAcross, raise_portfolio_flags
from register.flags import portfolio_registry
from register.flags.flag import Finding, PortfolioFlag, Severity, Unclear
from register.graph.portfolio import Portfolio
from register.jurisdictions import Jurisdiction, load
from register.screening import Decision, DecisionKind, ReasonMissingError, State
from register.store import audit, portfolio_findings
from register.store.findings import FindingUnknownError
from tests.factories.pictures import CLOSE, Hold
from tests.factories.staff import staff
from tests.factories.tenders import NOW, keep_owners, keep_tender

KENYA = load("kenya_makueni")
HAND = ("Ana Mwikali", "alfa", 60), ("alfa", "beta", 80)


def asked(session: Session, *, now: datetime = NOW) -> OutcomeAcross:
    return raise_portfolio_flags(session, now=now, jurisdiction=KENYA)


def keep_turns(session: Session, winners: str = "alfa beta alfa", closes: date = CLOSE) -> None:
    """Alfa and Beta bid for each tender; one of them wins."""
    for place, won in enumerate(winners.split()):
        title = f"road-{place}"
        keep_tender(
            session,
            bids={title: ("alfa", "beta")},
            won=(won,),
            closes=closes,
            awarded_on=closes + timedelta(days=5),
        )


def codes(session: Session) -> dict[str, bool]:
    """What was ever found, and whether it is still."""
    return {each.finding.code: each.gone_at is None for each in portfolio_findings.everything(session)}


def test_sisters_that_win_in_turn_are_found_with_who_is_in_the_proof(session: Session) -> None:
    keep_turns(session)
    keep_owners(session, *HAND)

    outcome = asked(session)

    (kept,) = [each for each in portfolio_findings.everything(session) if each.finding.code == "rotation"]
    assert kept.found.picture.name(kept.finding.bidders[0]) == "Alfa Ltd"
    assert (outcome.awards, outcome.failed) == (3, ())
    check = portfolio_findings.last_screening(session)
    assert check is not None
    assert (check.awards, check.suppliers, check.as_of) == (3, 2, date(2026, 3, 9))


def test_asked_twice_nothing_is_different_and_nothing_is_noted(session: Session) -> None:
    keep_turns(session)
    keep_owners(session, *HAND)
    asked(session)
    noted = audit.count(session)

    outcome = asked(session, now=NOW + timedelta(days=1))

    assert not outcome.difference
    assert audit.count(session) == noted


def test_a_finding_goes_when_the_companies_turn_out_to_be_apart_and_comes_back(session: Session) -> None:
    keep_turns(session)
    keep_owners(session, *HAND)
    asked(session)
    keep_turns(session, "alfa alfa alfa")

    outcome = asked(session)

    assert outcome.difference.gone
    assert codes(session)["rotation"] is False
    keep_turns(session)
    assert asked(session).difference.back


def test_companies_that_came_into_one_hand_after_the_close_took_no_turns(session: Session) -> None:
    keep_turns(session, closes=date(2026, 1, 20))
    bought = Hold("alfa", "beta", 80, start=CLOSE, declared=CLOSE)
    keep_owners(session, HAND[0], bought, ("Juma", "beta", 20))

    asked(session)

    assert "rotation" not in codes(session)


def test_decisions_stay_with_a_finding_that_is_found_again(session: Session) -> None:
    fingerprint = turns_found(session)
    otieno = staff(session, "otieno")

    stands = decide_portfolio_finding(
        session, fingerprint, DecisionKind.DISMISS, " The buyer knew. ", principal=otieno, now=NOW
    )

    asked(session, now=NOW + timedelta(days=1))
    (decision,) = portfolio_findings.one(session, fingerprint).decisions
    assert stands.state is State.DISMISSED
    assert decision == Decision(DecisionKind.DISMISS, "The buyer knew.", str(otieno.account_id), NOW)


def test_one_officer_alone_does_not_confirm_and_nothing_is_decided_without_a_reason(session: Session) -> None:
    fingerprint = turns_found(session)
    otieno = staff(session, "otieno")
    known = {"principal": otieno, "now": NOW}
    decide_portfolio_finding(session, fingerprint, DecisionKind.CONFIRM, "Visited both.", **known)

    for kind, reason, error in (
        (DecisionKind.CONFIRM, "Again.", SecondOfficerNeededError),
        (DecisionKind.RECUSE, "An official.", NobodyToRecuseError),
        (DecisionKind.DISMISS, " ", ReasonMissingError),
    ):
        with pytest.raises(error):
            decide_portfolio_finding(session, fingerprint, kind, reason, **known)
    with pytest.raises(FindingUnknownError):
        decide_portfolio_finding(session, "nothing", DecisionKind.DISMISS, "Nothing.", **known)
    assert len(portfolio_findings.one(session, fingerprint).decisions) == 1


def turns_found(session: Session) -> str:
    """The finding that Alfa and Beta take turns."""
    keep_turns(session)
    keep_owners(session, *HAND)
    asked(session)
    (kept,) = [each for each in portfolio_findings.everything(session) if each.finding.code == "rotation"]
    return kept.finding.fingerprint


def test_a_flag_that_fails_stops_no_other(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = PortfolioFlag("broken", 1, "Broken", "It breaks.", Severity.ASK, fails)
    monkeypatch.setattr(room, "portfolio_registry", lambda: (broken, *portfolio_registry()))
    keep_turns(session)
    keep_owners(session, *HAND)

    outcome = asked(session)

    check = portfolio_findings.last_screening(session)
    assert outcome.failed == ("broken",)
    assert check is not None
    assert Unclear("broken", "", FAILED) in check.unclear
    assert codes(session)["rotation"]


def fails(_portfolio: Portfolio, _law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """A flag with a fault half-way."""
    yield Unclear("broken", "", "first")
    raise ZeroDivisionError


def test_an_empty_register_has_nothing_to_find(session: Session) -> None:
    outcome = asked(session, now=datetime(2026, 3, 9, tzinfo=UTC))

    assert (outcome.awards, outcome.found, outcome.unclear) == (0, 0, 0)


def test_what_changed_is_noted_in_the_audit_trail_without_names(session: Session) -> None:
    keep_turns(session)
    keep_owners(session, *HAND)

    asked(session)

    (event,) = audit.newest(session, 1)
    assert (event.actor, event.action) == ("clock", "flags across tenders raised")
    assert int(event.facts["new"]) > 0
    assert "Mwikali" not in str(event.facts)
