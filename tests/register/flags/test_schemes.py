"""Schemes planted among innocent tenders: every planted one is found, and none is invented."""

import os
from collections import defaultdict
from collections.abc import Iterator

import pytest

from register.flags import registry
from register.flags.flag import Finding, Flag, Unclear
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.schemes import planters
from tests.factories.schemes.scheme import Planted
from tests.factories.schemes.seeds import Seeds

KENYA = load("kenya_makueni")
#: Innocent companies among which the schemes are hidden.
INNOCENT = 5000 if os.environ.get("BARS") == "full" else 240
#: How often each scheme is planted, with other names, shares and chains.
TIMES = 10 if os.environ.get("BARS") == "full" else 1


def found_in(seen: Picture) -> dict[str, frozenset[str]]:
    """The bidders, by their names in the story, that findings speak of, by the flag's code."""
    names = {bid.party: bid.id.lower() for bid in seen.process.bids} if seen.process else {}
    found: dict[str, set[str]] = defaultdict(set)
    for flag in registry():
        for answer in flag.find(seen, KENYA):
            if isinstance(answer, Finding):
                found[answer.code].update(names[each] for each in answer.bidders)
    return {code: frozenset(each) for code, each in found.items()}


@pytest.mark.parametrize("code", planters())
def test_every_planted_scheme_is_found_and_its_near_misses_are_not(code: str) -> None:
    for seed in range(TIMES):
        for planted in planters()[code](Seeds(seed)):
            found = found_in(planted.picture)

            assert rid_of(found, planted) == dict(planted.raises), planted.story


def rid_of(found: dict[str, frozenset[str]], planted: Planted) -> dict[str, frozenset[str]]:
    """What was found without what may stand beside the scheme."""
    return {code: each for code, each in found.items() if code not in planted.beside - planted.raises.keys()}


def innocents(seeds: Seeds) -> Iterator[Picture]:
    """Tenders in which nobody has anything to do with anybody."""
    for place in range(0, INNOCENT, 4):
        bidders = seeds.companies(2)
        chained = seeds.chain(seeds.person(), bidders[0], between=seeds.random.randrange(3))
        yield seeds.tender(*chained, bidders=bidders, won=bidders[place % 2], moments=place % 3 == 0)


def test_no_finding_is_invented_among_innocent_companies() -> None:
    for seen in innocents(Seeds(7)):
        assert found_in(seen) == {}


def test_every_flag_has_a_planter() -> None:
    assert planters().keys() == {flag.code for flag in registry()}


#: Flags that ask only once something else is so (an award, a claim, a reservation, a joint bid, a debarment), or of what
#: needs no declaration.
ASK_OF_MORE = frozenset(
    {
        "citizen-claim-not-met",
        "company-not-registered",
        "cover-bid",
        "losing-bidder-subcontracted",
        "no-declaration",
        "owner-changed-around-award",
        "partner-bids-alone",
        "reserved-group-not-owner",
        "staged-competition",
        "stale-declaration",
        "successor-of-debarred",
    }
)


@pytest.mark.parametrize(
    "flag", [each for each in registry() if each.code not in ASK_OF_MORE], ids=lambda flag: flag.code
)
def test_bidders_that_declared_nothing_are_said_not_to_be_judged(flag: Flag) -> None:
    seeds = Seeds(5)
    bidders = seeds.companies(3)
    seen = seeds.tender(bidders=bidders, rivals=0, undeclared=bidders)

    answers = list(flag.find(seen, KENYA))

    assert all(isinstance(each, Unclear) for each in answers)
    assert set(seen.bidders) <= {each.bidder for each in answers if isinstance(each, Unclear)}
