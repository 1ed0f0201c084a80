"""A finding's facts stay the same while only papers change, and differ when what is said differs."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from register.flags.flag import Finding, Proof, Severity
from register.graph.shares import Range
from register.screening import facts_of
from tests.factories.screened import asked, tender


def shared() -> Finding:
    """Mwikali stands behind two bidders."""
    found, _ = asked(tender())
    return next(each for each in found if each.code == "shared-owner")


def restated(finding: Finding, **changes: object) -> Finding:
    """The finding with every stake of its proof changed."""
    proofs = tuple(
        Proof(proof.words, tuple(replace(stake, **changes) for stake in proof.path), proof.pointers)
        for proof in finding.proofs
    )
    return replace(finding, proofs=proofs)


def test_a_declaration_made_again_changes_no_fact() -> None:
    again = restated(
        shared(), statement_id="another", declared_on=date(2026, 3, 1), declaration="UM-2", late=True
    )

    assert facts_of(again) == facts_of(shared())


def test_a_heavier_rule_changes_no_fact() -> None:
    assert facts_of(replace(shared(), severity=Severity.ASK, version=9)) == facts_of(shared())


def test_another_share_is_another_fact() -> None:
    other = Range(Decimal(61), Decimal(61))

    assert facts_of(restated(shared(), shares=other)) != facts_of(shared())


def test_the_same_share_written_with_more_noughts_is_the_same_fact() -> None:
    short, long = (Range(Decimal(each), Decimal(each)) for each in ("60", "60.00"))

    assert facts_of(restated(shared(), shares=short)) == facts_of(restated(shared(), shares=long))


def test_a_bound_that_no_longer_counts_is_another_fact() -> None:
    whole, open_below = (Range(Decimal(25), Decimal(50), low_excluded=each) for each in (False, True))

    assert facts_of(restated(shared(), shares=whole)) != facts_of(restated(shared(), shares=open_below))


def test_another_end_of_an_interest_is_another_fact() -> None:
    assert facts_of(restated(shared(), until=date(2026, 2, 1))) != facts_of(shared())
