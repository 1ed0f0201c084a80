"""Schemes planted across innocent tenders, all in one portfolio: every planted one is found, and none is invented."""

import os

from register.flags import portfolio_registry
from register.flags.flag import Finding
from register.graph.gathering import Seen, portfolio_of
from register.jurisdictions import load
from tests.factories.pictures import CLOSE
from tests.factories.schemes.across_tenders import planters_across
from tests.factories.schemes.across_tenders.market import PlantedAcross, Raised, innocent
from tests.factories.schemes.seeds import Seeds

KENYA = load("kenya_makueni")
#: Innocent awards, each of two companies of its own.
INNOCENT = 2500 if os.environ.get("BARS") == "full" else 60


def found_in(planted: list[PlantedAcross]) -> set[Raised]:
    """Each finding's flag and suppliers, by their names in the story."""
    seen = (Seen(each, each) for one in planted for each in one.seen)
    bought = portfolio_of(seen, CLOSE, KENYA.owner_threshold, KENYA.control_majority)
    answers = [answer for flag in portfolio_registry() for answer in flag.find(bought, KENYA)]
    return {
        (each.code, frozenset(bidder.removeprefix("ke-rco:") for bidder in each.bidders))
        for each in answers
        if isinstance(each, Finding)
    }


def test_all_schemes_across_tenders_are_found_among_innocent_awards_and_none_is_invented() -> None:
    seeds = Seeds(11)
    planted = [each for plant in planters_across().values() for each in plant(seeds)]
    planted += innocent(seeds, INNOCENT)

    found = found_in(planted)

    assert found == {raised for each in planted for raised in each.raises}


def test_every_flag_across_tenders_has_a_planter() -> None:
    assert planters_across().keys() == {flag.code for flag in portfolio_registry()}
