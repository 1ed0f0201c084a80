from register.flags.flag import Finding, Severity
from register.flags.rotation import find
from tests.factories.pictures import Hold
from tests.factories.portfolios import CLOSE, KENYA, Bought, days_after, portfolio

HAND = (("Mwikali", "kaiti", 60), ("kaiti", "wote", 80), ("Mwikali", "kilungu", 51))


def test_sisters_that_win_in_turn_against_each_other_are_found() -> None:
    seen = portfolio(
        *HAND,
        bought=[
            Bought("a", "kaiti", ("wote", "kilungu")),
            Bought("b", "wote", ("kaiti", "emali"), on=days_after(30)),
            Bought("c", "kilungu", ("kaiti", "wote"), on=days_after(60)),
        ],
    )

    (found,) = find(seen, KENYA)

    assert isinstance(found, Finding)
    assert found.facts["count"] == "3"
    assert set(found.bidders) == {"ke-rco:kaiti", "ke-rco:wote", "ke-rco:kilungu"}
    assert found.details[1].message % found.details[1].facts == (
        "Wote Ltd won ocds-story-b, closed on 2026-03-29; Kaiti Ltd bid and lost."
    )
    assert found.severity is Severity.STRONG
    assert {path[-1].held for path in found.paths} >= {"ke-rco:wote", "ke-rco:kilungu"}


def test_two_tenders_are_no_rotation_yet() -> None:
    seen = portfolio(*HAND, bought=[Bought("a", "kaiti", ("wote",)), Bought("b", "wote", ("kaiti",))])

    assert list(find(seen, KENYA)) == []


def test_always_the_same_winner_takes_no_turns() -> None:
    seen = portfolio(*HAND, bought=[Bought(title, "kaiti", ("wote",)) for title in "abc"])

    assert list(find(seen, KENYA)) == []


def test_tenders_that_others_win_do_not_count() -> None:
    turns = [Bought("a", "kaiti", ("wote",)), Bought("b", "wote", ("kaiti",))]
    seen = portfolio(*HAND, bought=[*turns, Bought("c", "emali", ("kaiti", "wote"))])

    assert list(find(seen, KENYA)) == []


def test_companies_that_came_into_one_hand_only_later_took_no_turns() -> None:
    later = (Hold("Mwikali", "kaiti", 100), Hold("Mwikali", "wote", 100, start=CLOSE, declared=CLOSE))
    early = days_after(-30)
    turns = [Bought(title, won, lost, on=early) for title, won, lost in (
        ("a", "kaiti", ("wote",)), ("b", "wote", ("kaiti",)), ("c", "kaiti", ("wote",)))]  # fmt: skip

    assert list(find(portfolio(*later, bought=turns), KENYA)) == []
