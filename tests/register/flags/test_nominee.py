from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Kind, Severity, Unclear
from register.flags.nominee import FLAG, find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
CLEO = ("Cleo", "deal", InterestType.NOMINEE)
ANA = ("Ana", "deal", InterestType.NOMINATOR)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def said(*holds: Told) -> list[str]:
    return [each.sentence % each.facts for each in findings(picture(*holds, bids=ROOF))]


def test_a_nominee_agreement_above_a_bidder_is_told_with_both_its_sides() -> None:
    (found,) = findings(picture(CLEO, ANA, ("deal", "kaiti", 40), ("kaiti", "alfa", 100), bids=ROOF))

    assert found.sentence % found.facts == (
        "Cleo acts as a nominee for Ana in Deal Ltd, which is behind Alfa Ltd."
    )
    assert (found.severity, FLAG.kind) == (Severity.CONTEXT, Kind.CONTEXT)
    assert [len(path) for path in found.paths] == [3, 3]


def test_a_side_that_is_not_named_is_told() -> None:
    assert said(CLEO, ("deal", "alfa", 40)) == [
        "Cleo acts as a nominee in Deal Ltd, which is behind Alfa Ltd; nobody says for whom."
    ]
    assert said(ANA, ("deal", "alfa", 40)) == [
        "Ana stands behind a nominee in Deal Ltd, which is behind Alfa Ltd; nobody says who that is."
    ]


def test_two_agreements_are_two_findings() -> None:
    other = ("Dan", "pact", InterestType.NOMINEE)

    assert len(said(CLEO, ANA, ("deal", "alfa", 40), other, ("pact", "alfa", 60))) == 2


def test_an_arrangement_that_had_ended_is_left_out() -> None:
    over = Hold("Cleo", "deal", type=InterestType.NOMINEE, end=date(2026, 1, 20))

    assert said(over, ("deal", "alfa", 40)) == []


def test_an_owner_in_her_own_name_is_left_out() -> None:
    assert said(("Ana", "alfa", 100)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
