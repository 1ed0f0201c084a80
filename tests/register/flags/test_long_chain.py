from itertools import pairwise

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Unclear
from register.flags.long_chain import find
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import JOINT, Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}


def chain(*parties: str, share: int = 100) -> tuple[Told, ...]:
    return tuple((holder, held, share) for holder, held in pairwise(parties))


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_four_bodies_between_a_bidder_and_a_person_are_told() -> None:
    (found,) = findings(picture(*chain("Ana", "upper", "middle", "lower", "base", "alfa"), bids=ROOF))

    assert found.sentence % found.facts == "4 bodies stand between Alfa Ltd and Ana."
    assert found.severity is Severity.CONTEXT
    assert len(found.paths[0]) == 5


def test_three_bodies_are_not_many() -> None:
    assert findings(picture(*chain("Ana", "upper", "middle", "base", "alfa"), bids=ROOF)) == []


def test_a_short_way_beside_it_does_not_hide_a_long_one() -> None:
    long = chain("Ana", "upper", "middle", "lower", "base", "alfa", share=60)

    (found,) = findings(picture(*long, ("Ana", "alfa", 40), bids=ROOF))

    assert len(found.paths[0]) == 5


def test_two_people_above_one_chain_are_one_finding() -> None:
    shared = chain("upper", "middle", "lower", "base", "alfa")

    (found,) = findings(picture(("Ana", "upper", 50), ("Ben", "upper", 50), *shared, bids=ROOF))

    assert found.facts["people"] == "Ana, Ben"


def test_a_joint_holding_is_no_body_of_its_own() -> None:
    joint = (
        Hold("Ana", JOINT, 50, network="alfa"),
        Hold("Ben", JOINT, 50, network="alfa"),
        Hold(JOINT, "upper", 100, network="alfa"),
    )

    assert findings(picture(*joint, *chain("upper", "middle", "base", "alfa"), bids=ROOF)) == []


def test_a_director_high_up_is_no_end_of_a_chain() -> None:
    post = ("Ana", "upper", InterestType.BOARD_MEMBER)

    assert findings(picture(post, *chain("upper", "middle", "lower", "base", "alfa"), bids=ROOF)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
