from dataclasses import replace
from datetime import date
from typing import Any

from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.successor_of_debarred import find
from register.graph.lists import Listed, ListKind
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
OWNS = (("Ana", "alfa", 60), ("Ana", "delta", 100), ("Ben", "beta", 100))
DELTA = Listed(
    "L1",
    ListKind.DEBARRED,
    "Delta Ltd",
    date(2025, 2, 1),
    "notice 7",
    numbers=(("KE-RCO", "DELTA"),),
    since=date(2025, 1, 15),
    until=date(2028, 1, 15),
)


def founded(day: date | None, *listed: Listed, holds: tuple[Told, ...] = OWNS, **more: Any) -> Picture:
    """See the story with Alfa founded on a day."""
    seen = picture(*holds, bids=ROOF, beside=("delta",), listed=listed or (DELTA,), **more)
    alfa = replace(seen.parties[seen.bidders[0]], founded=day)
    return replace(seen, parties={**seen.parties, alfa.key: alfa})


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_a_bidder_founded_after_its_owners_company_was_barred_is_found() -> None:
    (found,) = findings(founded(date(2025, 5, 2)))

    assert found.sentence % found.facts == (
        "Alfa Ltd was founded on 2025-05-02 and has an owner in common with Delta Ltd, which was barred from public"
        " buying on 2025-01-15."
    )
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert len(found.paths) == 2
    assert [str(proof.words) for proof in found.proofs[2:]] == [
        "Alfa Ltd was founded on 2025-05-02.",
        "Delta Ltd is on the list of those barred from public buying of 2025-02-01, notice 7.",
    ]


def test_the_period_runs_both_ways_to_the_day() -> None:
    inside, outside = (date(2023, 1, 15), date(2027, 1, 15)), (date(2023, 1, 14), date(2027, 1, 16))

    assert [len(findings(founded(day))) for day in inside] == [1, 1]
    assert [len(findings(founded(day))) for day in outside] == [0, 0]


def test_an_owner_through_chains_is_found() -> None:
    chain = (("Ana", "kaiti", 80), ("kaiti", "alfa", 50), ("Ana", "nzaui", 90), ("nzaui", "delta", 90))

    assert [len(path) for path in findings(founded(date(2025, 5, 2), holds=chain))[0].paths] == [2, 2]


def test_other_owners_an_ended_debarment_and_sanctions_are_left_out() -> None:
    day = date(2025, 5, 2)
    others = (("Ana", "alfa", 60), ("Cyrus", "delta", 100))

    assert findings(founded(day, holds=others)) == []
    assert findings(founded(day, replace(DELTA, until=date(2026, 1, 1)))) == []
    assert findings(founded(day, replace(DELTA, kind=ListKind.SANCTIONED), lists=(ListKind.DEBARRED,))) == []


def test_a_like_name_of_the_barred_company_is_a_question() -> None:
    (found,) = findings(founded(date(2025, 5, 2), replace(DELTA, numbers=())))

    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)
    assert "of which the name is like" in found.sentence


def test_without_the_day_of_founding_or_barring_it_could_not_be_judged() -> None:
    day = date(2025, 5, 2)
    answers = (find(founded(None), KENYA), find(founded(day, replace(DELTA, since=None)), KENYA))

    assert [[type(each) for each in some] for some in answers] == [[Unclear], [Unclear]]


def test_without_a_list_or_a_declaration_it_could_not_be_judged() -> None:
    (no_list,) = find(picture(*OWNS, bids=ROOF), KENYA)
    (undeclared,) = find(founded(None, replace(DELTA, name="Other", numbers=()), undeclared=("beta",)), KENYA)

    assert isinstance(no_list, Unclear)
    assert no_list.reason == "There is no list of those barred from public buying."
    assert isinstance(undeclared, Unclear)
    assert undeclared.reason % undeclared.facts == "Beta Ltd has no declaration."
