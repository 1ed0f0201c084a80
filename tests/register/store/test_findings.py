"""Findings are kept by fingerprint: seen first, seen last, gone, found again, and decided about."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.flags.flag import Finding, Proof, Severity, Strength, Unclear
from register.graph.picture import Control
from register.graph.shares import Range
from register.graph.telling import Sentence
from register.screening import Decision, DecisionKind
from register.store import finding_json, findings
from register.store.finding_json import Found, proven
from register.store.findings import FindingUnknownError, Screening
from tests.factories.people import person
from tests.factories.pictures import CLOSE, picture
from tests.factories.tenders import NOW, keep_tender

LATER = NOW + timedelta(days=1)
SEEN = picture(("Ana", "alfa", 60), ("Ana", "beta", (25, 50)), bids={"roof": ("alfa", "beta")})


def found(fingerprint: str = "f1", sentence: str = "%(person)s is an owner of two bidders.") -> Found:
    """A finding about Ana, proven by her two stakes."""
    finding = Finding(
        code="shared-owner",
        version=1,
        fingerprint=fingerprint,
        sentence=sentence,
        facts={"person": "Ana"},
        bidders=SEEN.bidders,
        about=(SEEN.stakes[0].holder,),
        severity=Severity.STRONG,
        strength=Strength.LIKELY,
        certainty="Not confirmed.",
        proofs=tuple(
            Proof(Sentence("Ana owns it."), (stake,), ("/bids/details/0",)) for stake in SEEN.stakes
        ),
        details=(Sentence("Since %(since_on)s.", {"since_on": "2022-05-04"}),),
        officials=("abc",),
    )
    return proven(finding, SEEN)


def test_a_finding_reads_back_as_it_was_written() -> None:
    stake = replace(
        SEEN.stakes[0],
        shares=Range(Decimal("12.5"), Decimal(50), low_excluded=True),
        controls=frozenset({Control.BOARD, Control.OFFICER}),
        until=date(2026, 1, 1),
        held_then=None,
    )
    told = found()
    told = replace(told, finding=replace(told.finding, proofs=(Proof(Sentence("It is so."), (stake,)),)))

    assert finding_json.found(finding_json.written(told)) == told


def test_what_proves_a_finding_holds_neither_identity_nor_birth_month() -> None:
    seen = picture(
        ("Ana", "alfa", 60),
        ("Ana", "beta", 40),
        bids={"roof": ("alfa", "beta")},
        birth_months={"Ana": "1980-05"},
    )
    finding = replace(found().finding, proofs=(Proof(Sentence("So."), (seen.stakes[0],)),))

    text = finding_json.written(proven(finding, seen))

    assert "1980-05" not in text
    assert all(party.identity is None for party in proven(finding, seen).parties)


def test_a_finding_that_is_found_again_keeps_the_day_it_was_first_seen(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    findings.save(session, ocid, [found()], now=NOW)

    difference = findings.save(session, ocid, [found()], now=LATER)

    (kept,) = findings.of_process(session, ocid)
    assert not difference
    assert (kept.first_seen, kept.last_seen, kept.gone_at) == (NOW, LATER, None)


def test_a_finding_that_is_not_found_any_more_stays_and_says_since_when(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    findings.save(session, ocid, [found()], now=NOW)

    difference = findings.save(session, ocid, [], now=LATER)

    (kept,) = findings.of_process(session, ocid)
    assert difference.gone == ("f1",)
    assert kept.gone_at == LATER
    assert not findings.save(session, ocid, [], now=LATER + timedelta(days=1))


def test_a_finding_that_comes_back_is_the_same_finding(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    findings.save(session, ocid, [found()], now=NOW)
    findings.save(session, ocid, [], now=LATER)

    difference = findings.save(session, ocid, [found()], now=LATER + timedelta(days=1))

    (kept,) = findings.of_process(session, ocid)
    assert difference.back == ("f1",)
    assert not difference.changed
    assert (kept.first_seen, kept.gone_at) == (NOW, None)


def test_only_the_day_it_was_looked_at_does_not_make_a_finding_different(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    findings.save(session, ocid, [found()], now=NOW)

    the_day_alone = findings.save(
        session, ocid, [replace(found(), as_of=CLOSE + timedelta(days=1))], now=LATER
    )
    the_words = findings.save(session, ocid, [found(sentence="%(person)s may be an owner.")], now=LATER)

    assert not the_day_alone
    assert the_words.changed == ("f1",)


def test_decisions_stay_with_a_finding_while_it_goes_and_comes_back(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    officer = person(session, Role.OFFICER)
    decision = Decision(DecisionKind.DISMISS, "Two people of one name.", str(officer.id), NOW)
    findings.save(session, ocid, [found()], now=NOW)
    findings.add_decision(session, "f1", decision)
    findings.save(session, ocid, [], now=LATER)

    findings.save(session, ocid, [found()], now=LATER)

    assert findings.one(session, "f1").decisions == (decision,)


def test_a_finding_nobody_made_is_unknown(session: Session) -> None:
    with pytest.raises(FindingUnknownError):
        findings.one(session, "nothing")


def test_a_check_says_whether_more_than_its_moment_is_different(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    check = Screening(
        ocid, NOW, CLOSE, 2, 1, (Unclear("shared-owner", "beta", "Not %(what)s.", {"what": "x"}),)
    )

    first = findings.save_screening(session, check)
    again = findings.save_screening(session, replace(check, asked_at=LATER))
    judged = findings.save_screening(session, replace(check, unclear=()))

    assert (first, again, judged) == (True, False, True)
    assert findings.screening_of(session, ocid) == replace(check, unclear=())


def test_a_process_that_was_never_checked_has_no_check(session: Session) -> None:
    assert findings.screening_of(session, "ocds-nothing") is None
