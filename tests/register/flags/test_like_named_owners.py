from register.flags.flag import Audience, Finding, Severity, Strength, Unclear
from register.flags.like_named_owners import FLAG, find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
ONE, OTHER = "Mohammed Mutua", "Mohamed Mutua"
OWN = ((ONE, "alfa", 60), (OTHER, "beta", 40))
APRIL = {ONE: "1980-04", OTHER: "1980-04"}


def seen_with(*holds: Told, born: dict[str, str] | None = None, undeclared: tuple[str, ...] = ()) -> Picture:
    return picture(
        *(holds or OWN), bids=ROOF, birth_months=APRIL if born is None else born, undeclared=undeclared
    )


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_owners_with_like_names_born_in_one_month_are_a_question() -> None:
    (found,) = findings(seen_with())

    assert found.sentence % found.facts == (
        "Mohammed Mutua, an owner of Alfa Ltd, and Mohamed Mutua, an owner of Beta Ltd, have like names and were"
        " born in the same month. Is it one person?"
    )
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)
    assert "differ" in found.certainty
    assert len(found.paths) == 2


def test_an_owner_through_a_chain_is_asked_about_too() -> None:
    seen = seen_with((ONE, "alfa", 60), (OTHER, "kaiti", 80), ("kaiti", "beta", 50))

    assert [len(path) for path in findings(seen)[0].paths] == [1, 2]


def test_another_month_of_birth_or_another_name_is_another_person() -> None:
    named = ((ONE, "alfa", 60), ("Mohamed Musyoka", "beta", 40))

    assert findings(seen_with(born={ONE: "1980-04", OTHER: "1980-05"})) == []
    assert findings(seen_with(*named, born={ONE: "1980-04", "Mohamed Musyoka": "1980-04"})) == []


def test_a_small_share_is_not_an_owner() -> None:
    assert findings(seen_with((ONE, "alfa", 60), (OTHER, "beta", 9))) == []


def test_two_who_own_one_company_side_by_side_are_two_people() -> None:
    assert findings(seen_with((ONE, "alfa", 60), (OTHER, "beta", 40), (OTHER, "alfa", 40))) == []


def test_one_identity_is_no_question_of_names() -> None:
    assert findings(seen_with((ONE, "alfa", 60), (ONE, "beta", 40))) == []


def test_without_a_month_of_birth_it_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(born={ONE: "1980-04"}), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == (
        "Mohammed Mutua and Mohamed Mutua have like names, and the month of birth is not known of both of them."
    )


def test_neither_a_month_nor_a_day_of_birth_is_told() -> None:
    (found,) = findings(seen_with())

    assert "1980" not in repr(found)
    assert FLAG.audience is Audience.OFFICER


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(undeclared=("beta",)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "Beta Ltd has no declaration."
