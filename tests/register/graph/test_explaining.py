from datetime import date

from bods.codelists import InterestType
from register.graph.building import company_picture
from register.graph.explaining import stands_behind, told
from register.graph.owners import owners_of
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, Hold, Told, identities_of, picture, statements_of

KENYA = load("kenya_makueni")


def company(*holds: Told) -> Picture:
    statements = statements_of(holds)
    return company_picture("alfa", statements, identities_of(statements), CLOSE)


def said_of(seen: Picture) -> list[str]:
    return [str(each) for stake in seen.stakes for each in told(seen, stake)]


def test_a_stake_says_how_much_how_and_since_when() -> None:
    assert said_of(company(("Ana", "alfa", 60))) == [
        "Ana owns 60\u00a0% of Alfa Ltd, directly, since 2022-05-04."
    ]


def test_an_asserted_indirect_stake_says_so() -> None:
    assert said_of(company(Hold("Ana", "alfa", 60, indirect=True, start=None))) == [
        "Ana owns 60\u00a0% of Alfa Ltd, indirectly."
    ]


def test_a_late_stake_of_unknown_start_says_both() -> None:
    assert said_of(company(Hold("Ana", "alfa", 60, declared=date(2026, 3, 5), start=None))) == [
        "Ana owns 60\u00a0% of Alfa Ltd, directly.",
        "Declared on 2026-03-05, after 2026-02-27.",
        "It could not be told whether this held on 2026-02-27 already.",
    ]


def test_a_typed_identity_is_told_with_the_stake() -> None:
    seen = picture(("Ana", "alfa", 60), bids={"roof": ("alfa",)}, typed=("Ana",))

    assert said_of(seen)[-1] == "The identity number was typed, and nobody has confirmed it yet."


def test_an_owner_is_told_with_all_chains_together_and_the_say_it_has() -> None:
    seen = company(
        ("Ana", "beta", 60),
        ("beta", "alfa", 50),
        ("Ana", "alfa", 10),
        ("Ana", "alfa", InterestType.APPOINTMENT_OF_BOARD),
    )

    behind = owners_of(seen, seen.subjects[0], KENYA.owner_threshold)
    (ana,) = [owner for owner in behind if owner.party.name == "Ana"]

    assert [str(each) for each in stands_behind(seen, ana, seen.subjects[0])] == [
        "Ana owns 40\u00a0% of Alfa Ltd, all chains together.",
        "Ana may appoint most of the board of Alfa Ltd.",
    ]
