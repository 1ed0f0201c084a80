from collections.abc import Sequence

from register.flags.flag import Finding, Severity
from register.flags.habitual_loser import find
from register.graph.portfolio import Portfolio
from tests.factories.portfolios import KENYA, Bought, portfolio

HAND = (("athi", "nzaui", 51), ("Ana", "athi", 100), ("Faith", "emali", 100))


def tenders(winners: Sequence[str], *, holds: tuple[tuple[str, str, int], ...] = HAND) -> Portfolio:
    """Nzaui bids for each; the others are won by whoever is named."""
    bidders = {"athi", "nzaui", "emali"}
    bought = [Bought(f"t{place}", won, tuple(sorted(bidders - {won}))) for place, won in enumerate(winners)]
    return portfolio(*holds, bought=bought)


def test_a_company_that_always_loses_to_its_owner_is_found() -> None:
    found = [each for each in find(tenders(["athi"] * 4 + ["emali"]), KENYA) if isinstance(each, Finding)]

    (loser,) = found
    assert loser.sentence % loser.facts == (
        "Nzaui Ltd bid for 5 tenders and won 0; 4 times it lost to companies under common control with it: Athi Ltd."
    )
    assert loser.bidders == ("ke-rco:nzaui", "ke-rco:athi")
    assert loser.severity is Severity.ASK
    assert [path[-1].held for path in loser.paths] == ["ke-rco:nzaui"]


def test_four_bids_are_not_often() -> None:
    assert list(find(tenders(["athi"] * 4), KENYA)) == []


def test_a_company_that_wins_now_and_then_is_not_found() -> None:
    assert list(find(tenders(["athi"] * 4 + ["nzaui"]), KENYA)) == []


def test_who_loses_to_strangers_mostly_is_not_found() -> None:
    assert list(find(tenders(["emali"] * 4 + ["athi"]), KENYA)) == []


def test_who_loses_to_companies_of_others_is_not_found() -> None:
    apart = (("Juma", "nzaui", 100), ("Ana", "athi", 100), ("Faith", "emali", 100))

    assert list(find(tenders(["athi"] * 6, holds=apart), KENYA)) == []
