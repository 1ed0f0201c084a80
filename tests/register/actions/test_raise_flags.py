"""Asking the flags of a tender: what they find is kept, asked twice nothing changes, and none stops the others."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from register.actions import raise_flags as room
from register.actions.raise_flags import FAILED, Outcome, ask, raise_flags
from register.flags import registry
from register.flags.flag import Finding, Flag, Severity, Unclear
from register.graph.picture import Picture
from register.graph.process import Process
from register.jurisdictions import Jurisdiction, load
from register.store import audit, findings
from register.store.contracts import ProcessUnknownError
from tests.factories.pictures import CLOSE, Hold, picture
from tests.factories.tenders import NOW, keep_officials, keep_owners, keep_tender

KENYA = load("kenya_makueni")
SHARED = ("Ana Mwikali", "alfa", 60), ("Ana Mwikali", "beta", 40)
ROOF = {"school-roof": ("alfa", "beta", "gama")}


def asked(session: Session, ocid: str, *, now: datetime = NOW) -> Outcome:
    return raise_flags(session, ocid, now=now, jurisdiction=KENYA)


def codes(session: Session, ocid: str, *, gone: bool = False) -> set[str]:
    return {
        each.finding.code for each in findings.of_process(session, ocid) if (each.gone_at is not None) is gone
    }


def test_two_bidders_of_one_owner_are_found(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED, ("Juma", "gama", 100))

    outcome = asked(session, ocid)

    assert "shared-owner" in codes(session, ocid)
    assert outcome.found == len(findings.of_process(session, ocid))
    assert outcome.failed == ()


def test_bidders_without_a_common_owner_raise_no_question_between_them(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, ("Ana Mwikali", "alfa", 100), ("Juma", "beta", 100), ("Zawadi", "gama", 100))

    asked(session, ocid)

    assert "shared-owner" not in codes(session, ocid)


def test_asked_twice_nothing_is_different_and_nothing_is_noted(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED)
    asked(session, ocid)
    noted = audit.count(session)

    outcome = asked(session, ocid, now=NOW + timedelta(hours=1))

    assert not outcome.difference
    assert audit.count(session) == noted
    check = findings.screening_of(session, ocid)
    assert check is not None
    assert check.asked_at == NOW + timedelta(hours=1)


def test_a_bidder_who_has_not_declared_could_not_be_judged(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED)

    asked(session, ocid)

    check = findings.screening_of(session, ocid)
    assert check is not None
    assert (check.bidders, check.as_of) == (3, CLOSE)
    assert "shared-owner" in {each.code for each in check.unclear if each.bidder == "ke-rco:gama"}


def test_a_finding_goes_when_the_owners_turn_out_to_be_two_people(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED)
    asked(session, ocid)
    over = Hold("Ana Mwikali", "beta", 40, end=date(2026, 1, 1), declared=date(2026, 3, 8))
    keep_owners(session, over)

    outcome = asked(session, ocid, now=NOW + timedelta(hours=1))

    assert outcome.difference.gone
    assert "shared-owner" in codes(session, ocid, gone=True)


def test_what_changed_is_noted_in_the_audit_trail_without_names(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED)

    asked(session, ocid)

    (event,) = audit.newest(session, 1)
    assert (event.actor, event.action, event.about) == ("clock", "flags raised", ocid)
    assert int(event.facts["new"]) > 0
    assert "Mwikali" not in str(event.facts)


def test_bidders_of_an_open_tender_are_looked_at_today(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF, closes=date(2026, 12, 1))

    outcome = asked(session, ocid, now=datetime(2026, 3, 9, 22, 30, tzinfo=UTC))

    assert outcome.as_of == date(2026, 3, 10), "it is past midnight in Nairobi"


def test_a_winner_is_looked_at_on_the_day_of_the_award_too(session: Session) -> None:
    bought_after_the_close = Hold(
        "Stephen Wambua", "alfa", 100, start=date(2026, 3, 2), declared=date(2026, 3, 3)
    )
    ocid = keep_tender(session, bids=ROOF, won=("alfa",), awarded_on=date(2026, 3, 5))
    keep_owners(session, bought_after_the_close, ("Juma", "beta", 100), ("Zawadi", "gama", 100))
    keep_officials(session, "Stephen Wambua")

    asked(session, ocid)

    (kept,) = [
        each for each in findings.of_process(session, ocid) if each.finding.code == "owner-is-official"
    ]
    assert kept.found.as_of == date(2026, 3, 5)


def test_a_loser_who_changed_hands_after_the_close_is_not_looked_at_again(session: Session) -> None:
    bought_after_the_close = Hold(
        "Stephen Wambua", "beta", 100, start=date(2026, 3, 2), declared=date(2026, 3, 3)
    )
    ocid = keep_tender(session, bids=ROOF, won=("alfa",), awarded_on=date(2026, 3, 5))
    keep_owners(session, bought_after_the_close, ("Juma", "alfa", 100), ("Zawadi", "gama", 100))
    keep_officials(session, "Stephen Wambua")

    asked(session, ocid)

    assert "owner-is-official" not in codes(session, ocid)


def test_a_flag_that_fails_stops_no_other_and_says_it_could_not_be_judged(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Flag("broken", 1, "Broken", "It breaks.", Severity.ASK, fails)
    monkeypatch.setattr(room, "registry", lambda: (broken, *registry()))
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *SHARED)

    outcome = asked(session, ocid)

    check = findings.screening_of(session, ocid)
    assert outcome.failed == ("broken",)
    assert check is not None
    assert Unclear("broken", "", FAILED) in check.unclear
    assert "shared-owner" in codes(session, ocid)
    (event,) = audit.newest(session, 1)
    assert event.facts["failed"] == "broken"


def fails(_picture: Picture, _law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """A flag with a fault half-way."""
    yield Unclear("broken", "", "first")
    raise ZeroDivisionError


def test_the_weightiest_findings_come_first() -> None:
    seen = picture(("Ana", "alfa", 60), ("Ana", "beta", 60), bids={"roof": ("alfa", "beta")})

    answers = ask(registry(), seen, KENYA)

    weights = [each.finding.severity for each in answers.findings]
    assert weights == sorted(weights)
    assert Severity.ANSWER_FIRST in weights


def test_a_process_nobody_imported_is_unknown(session: Session) -> None:
    with pytest.raises(ProcessUnknownError):
        asked(session, "ocds-nothing")


def test_owners_are_compared_with_those_before_the_close_and_after_the_award(session: Session) -> None:
    before = Hold("Ana Mwikali", "alfa", 100, end=date(2026, 3, 8), declared=date(2025, 6, 1))
    after = Hold("Faith", "alfa", 100, start=date(2026, 3, 8), declared=date(2026, 3, 8))
    ocid = keep_tender(session, bids=ROOF, won=("alfa",), awarded_on=date(2026, 3, 5))
    keep_owners(session, before, after, ("Juma", "beta", 100), ("Zawadi", "gama", 100))

    asked(session, ocid)

    told = [each.found for each in findings.of_process(session, ocid)]
    came = [each for each in told if each.finding.code == "owner-changed-around-award"]
    assert {each.finding.facts["person"] for each in came} == {"Ana Mwikali", "Faith"}
    assert all(each.picture.name(each.finding.about[0]) for each in came), (
        "whoever left is named in the proof"
    )


def test_the_other_moments_are_days_that_are_known_and_over() -> None:
    process = Process("ocds-1", "Roof", closes=CLOSE, awarded_on=date(2026, 3, 5))

    days = room.moments_of(process, CLOSE, date(2026, 3, 9), KENYA)

    assert days == (CLOSE - timedelta(days=90), date(2026, 3, 9))
    assert room.moments_of(Process("ocds-2", "Shed"), date(2026, 3, 9), date(2026, 3, 9), KENYA) == ()
