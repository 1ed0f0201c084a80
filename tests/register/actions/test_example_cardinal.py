"""Cardinal's own examples: where ours ask the same and who owns whom besides, ours agree when one hand is behind it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import orjson

from register.actions.raise_flags import ask
from register.flags import habitual_loser, staged_competition
from register.flags.flag import Finding
from register.graph.building import picture_of
from register.graph.gathering import Seen, portfolio_of
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.example_processes import processes
from tests.factories.pictures import DECLARED, Told, identities_of, statements_of

KENYA = load("kenya_makueni")


def named(release: dict[str, Any]) -> dict[str, Any]:
    """Cardinal's examples give bidders an id alone; ours want a name, and a release wants a date."""
    told = [tenderer for bid in release["bids"]["details"] for tenderer in bid["tenderers"]]
    told += [supplier for award in release["awards"] for supplier in award["suppliers"]]
    for each in told:
        each["name"] = f"Bidder {each['id']}"
    return {**release, "id": release["ocid"], "date": "2020-04-02T00:00:00Z", "tag": ["compiled"]}


def pictures(shared: Path, indicator: str, *holds: Told) -> list[Picture]:
    """See each process of an example; bidder `F` is the company `f` of the story, as an officer has decided."""
    lines = (shared / f"ocds/cardinal_examples/docs/examples/R/{indicator}.jsonl").read_bytes().splitlines()
    data = b"\n".join(orjson.dumps(named(orjson.loads(line))) for line in lines if line.strip())
    seen = []
    for process in processes(data):
        crosswalk = {bid.party: bid.party.lower() for bid in process.bids}
        statements = statements_of(holds, crosswalk.values())
        people = identities_of(statements)
        seen.append(picture_of(process, statements, identities=people, as_of=DECLARED, crosswalk=crosswalk))
    return seen


def test_all_others_disqualified_is_found_when_one_hand_made_the_bids(shared: Path) -> None:
    (together,) = pictures(shared, "035", ("Ana", "d", 80), ("Ana", "v", 60))
    (apart,) = pictures(shared, "035", ("Ana", "d", 80), ("Ben", "v", 60))

    ((found,), nothing) = (ask([staged_competition.FLAG], each, KENYA).findings for each in (together, apart))

    assert {together.name(each) for each in found.finding.bidders} == {"D Ltd", "V Ltd"}
    assert nothing == ()


def losers(shared: Path, *holds: Told) -> list[str]:
    rules = replace(KENYA.flag_rules, bids_often=6, wins_seldom=Decimal(20))
    law = replace(KENYA, flag_rules=rules)
    seen = (Seen(each, each) for each in pictures(shared, "025", *holds))
    across = portfolio_of(seen, DECLARED, law.owner_threshold, law.control_majority)
    answers = habitual_loser.find(across, law)
    return [across.name(each.bidders[0]) for each in answers if isinstance(each, Finding)]


def test_who_loses_far_more_than_others_is_found_when_its_own_hand_won(shared: Path) -> None:
    companies = ("f", "1", "2", "3", "4", "5")

    assert losers(shared, *(("Ana", each, 80) for each in companies)) == ["F Ltd"]
    assert losers(shared, *((f"Owner {each}", each, 80) for each in companies)) == []
