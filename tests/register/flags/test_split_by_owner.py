from typing import Any

from register.flags.flag import Finding, Severity, Strength
from register.flags.split_by_owner import find
from tests.factories.pictures import Told
from tests.factories.portfolios import KENYA, Bought, days_after, portfolio

SISTERS = (("Mwikali", "kaiti", 100), ("kaiti", "wote", 80))


def pipes(title: str, won: str, **more: Any) -> Bought:
    return Bought(title, won, **{"value": 80_000, "method": "direct", **more})


def found_in(*bought: Bought, holds: tuple[Told, ...] = SISTERS) -> list[Finding]:
    return [each for each in find(portfolio(*holds, bought=bought), KENYA) if isinstance(each, Finding)]


def test_two_small_awards_to_sister_companies_exceed_the_limit_together() -> None:
    (found,) = found_in(pipes("a", "kaiti"), pipes("b", "wote", on=days_after(35)))

    assert found.sentence % found.facts == (
        "County works department made 2 awards of 160000 KES in all to companies of Mwikali; the method direct allows "
        "100000 KES."
    )
    assert [each.message % each.facts for each in found.details] == [
        "Kaiti Ltd won 80000 KES on 2026-02-27.",
        "Wote Ltd won 80000 KES on 2026-04-03.",
    ]
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert {proof.pointers for proof in found.proofs} == {
        ("ocds-story-a#/awards/a1",), ("ocds-story-b#/awards/a1",)
    }  # fmt: skip


def test_where_one_company_is_only_perhaps_the_owners_the_finding_says_may() -> None:
    (found,) = found_in(
        pipes("a", "kaiti"),
        pipes("b", "wote"),
        holds=(("Mwikali", "kaiti", 60), ("Mwikali", "wote", (5, 20))),
    )

    assert found.strength is Strength.POSSIBLE
    assert "may be of Mwikali" in found.sentence % found.facts


def test_awards_too_far_apart_are_not_split() -> None:
    assert found_in(pipes("a", "kaiti"), pipes("b", "wote", on=days_after(61))) == []
    assert len(found_in(pipes("a", "kaiti"), pipes("b", "wote", on=days_after(60)))) == 1


def test_awards_up_to_the_limit_together_are_not_split() -> None:
    assert found_in(pipes("a", "kaiti", value=50_000), pipes("b", "wote", value=50_000)) == []


def test_an_award_above_the_limit_is_another_matter() -> None:
    assert found_in(pipes("a", "kaiti", value=100_001), pipes("b", "wote", value=10_000)) == []


def test_another_buyer_method_currency_or_owner_is_another_purchase() -> None:
    for more in ({"buyer": "City"}, {"method": "open"}, {"currency": "USD"}):
        assert found_in(pipes("a", "kaiti"), pipes("b", "wote", **more)) == []
    assert found_in(pipes("a", "kaiti"), pipes("b", "emali"), holds=(*SISTERS, ("Faith", "emali", 100))) == []


def test_what_sisters_won_together_counts_once() -> None:
    assert found_in(pipes("a", ("kaiti", "wote"), value=90_000)) == []


def test_two_runs_of_one_owner_are_two_findings() -> None:
    found = found_in(
        pipes("a", "kaiti"), pipes("b", "wote"),
        pipes("c", "kaiti", on=days_after(200)), pipes("d", "wote", on=days_after(201)),
    )  # fmt: skip

    assert len({each.fingerprint for each in found}) == 2
