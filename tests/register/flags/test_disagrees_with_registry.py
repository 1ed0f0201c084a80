from dataclasses import replace
from datetime import date
from decimal import Decimal

from bods.codelists import InterestType
from register.flags.disagrees_with_registry import find
from register.flags.flag import Finding, Severity, Unclear
from register.graph.dossier import BodyDossier, Registered, RegisteredParty
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import JOINT, Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
ANA = ("Ana Mwikali", "alfa", 60)
BEN = ("Ben Kioko", "alfa", 40)


def holds(name: str, shares: int) -> RegisteredParty:
    return RegisteredParty(name, director=False, shares=Decimal(shares))


def runs(name: str) -> RegisteredParty:
    return RegisteredParty(name, director=True)


def story(*told: Told, by: tuple[RegisteredParty, ...]) -> list[Finding]:
    extract = Registered("Alfa Ltd", "active", date(2026, 1, 20), "CR12", by)
    seen = picture(*told, bids=ROOF, bodies={"alfa": BodyDossier(registered=extract)})
    return findings(seen)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def details(found: list[Finding]) -> list[str]:
    return [str(each) for finding in found for each in finding.details]


def test_a_shareholder_of_the_registry_who_is_not_declared_is_found() -> None:
    found = story(ANA, BEN, by=(holds("Mwikali, Ana", 600), holds("Faith Wanza", 400)))

    assert details(found) == [
        "Faith Wanza is a shareholder in the registry (40\u00a0%) and is not declared.",
        "Ben Kioko is declared as a shareholder and is not in the registry.",
    ]
    assert found[0].sentence % found[0].facts == (
        "What Alfa Ltd declares differs from the companies' registry: 2 differences."
    )
    assert found[0].severity is Severity.ASK
    assert str(found[0].proofs[0].words) == "Extract of the companies' registry of 2026-01-20, CR12."


def test_another_share_is_found() -> None:
    found = story(ANA, BEN, by=(holds("Ana Mwikali", 500), holds("Ben Kioko", 500)))

    assert details(found)[0] == "Ana Mwikali holds 50\u00a0% in the registry; the declaration says 60\u00a0%."
    assert len(found[0].paths) == 2


def test_a_director_who_is_not_declared_as_one_is_found() -> None:
    post = ("Ana Mwikali", "alfa", InterestType.BOARD_MEMBER)

    found = story(ANA, BEN, post, by=(runs("Ana Mwikali"), runs("Faith Wanza")))

    assert details(found) == ["Faith Wanza is a director in the registry and is not declared as one."]
    assert "in one thing" in found[0].sentence


def test_the_same_people_with_other_spelling_order_and_rounding_agree() -> None:
    by = (holds("KIOKO BEN", 399), holds("MWIKALI ANA NDUKU", 601), holds("Small Holder", 0))

    assert story(ANA, BEN, by=by) == []


def test_shareholders_below_the_threshold_need_not_be_declared() -> None:
    by = (holds("Ana Mwikali", 58), holds("Ben Kioko", 38), holds("Faith Wanza", 4))

    assert story(("Ana Mwikali", "alfa", 58), ("Ben Kioko", "alfa", 38), by=by) == []


def test_who_came_after_the_extract_cannot_be_in_it() -> None:
    new = Hold("Cleo Musyoka", "alfa", 40, start=date(2026, 2, 1))

    assert details(story(ANA, new, by=(holds("Ana Mwikali", 60),))) == [
        "Ana Mwikali holds 100\u00a0% in the registry; the declaration says 60\u00a0%."
    ]


def test_joint_holders_are_known_by_their_own_names() -> None:
    joint = (
        Hold("Ana Mwikali", JOINT, 50, network="alfa"),
        Hold("Ben Kioko", JOINT, 50, network="alfa"),
        Hold(JOINT, "alfa", 100),
    )

    assert story(*joint, by=(holds("Ana Mwikali", 50), holds("Ben Kioko", 50))) == []


def test_a_declaration_that_names_no_directors_differs_in_none() -> None:
    assert story(ANA, BEN, by=(runs("Faith Wanza"),)) == []


def test_without_an_extract_nothing_is_compared() -> None:
    assert findings(picture(ANA, BEN, bids=ROOF)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)


def test_the_finding_stays_one_when_the_differences_change() -> None:
    one = story(ANA, BEN, by=(holds("Ana Mwikali", 50), holds("Ben Kioko", 50)))
    other = story(ANA, BEN, by=(holds("Ana Mwikali", 50), holds("Faith Wanza", 50)))

    assert replace(one[0], facts={}).fingerprint == other[0].fingerprint
