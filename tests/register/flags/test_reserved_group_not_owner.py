from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from register.declarations.claims import Claims
from register.declarations.persons import Group
from register.flags.flag import Finding, Severity, Unclear
from register.flags.reserved_group_not_owner import find
from register.graph.dossier import BodyDossier, PersonDossier
from register.graph.picture import Picture
from register.graph.process import Award, Contract
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
WOMAN = PersonDossier(groups=frozenset({Group.WOMEN}))
MAN = PersonDossier(groups=frozenset())
PEOPLE = {"Ana": WOMAN, "Cleo": WOMAN, "Ben": MAN}
RUNS = InterestType.BOARD_MEMBER
ANA_RUNS, BEN_RUNS = ("Ana", "alfa", RUNS), ("Ben", "alfa", RUNS)


def story(*holds: Told, reserved: tuple[str, ...] = ("women",), **more: object) -> Picture:
    known = {"people": PEOPLE, **more}
    return picture(*holds, bids=ROOF, reserved_for=frozenset(reserved), **known)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def unclear(seen: Picture) -> list[str]:
    return [each.reason % each.facts for each in find(seen, KENYA) if isinstance(each, Unclear)]


def details(seen: Picture) -> list[str]:
    return [str(each) for found in findings(seen) for each in found.details]


def test_a_front_for_others_is_found_with_all_that_it_fails_in() -> None:
    (found,) = findings(story(("Ana", "alfa", 40), ("Ben", "alfa", 60), BEN_RUNS))

    assert found.sentence % found.facts == (
        "This is reserved for women; what Alfa Ltd declares does not meet that."
    )
    assert [str(each) for each in found.details] == [
        "No more than 40\u00a0% of Alfa Ltd can belong to the group, all chains together; 70\u00a0% is asked for.",
        "Ben leads Alfa Ltd and is not of the group.",
        "Ben has Alfa Ltd in their power and is not of the group.",
    ]
    assert found.severity is Severity.STRONG
    assert len(found.statement_ids) == 2


def test_a_business_of_the_group_meets_the_reservation() -> None:
    seen = story(("Ana", "alfa", 50), ("Cleo", "alfa", 20), ("Ben", "alfa", 30), ANA_RUNS)

    assert list(find(seen, KENYA)) == []


def test_ownership_is_looked_through() -> None:
    chain = (("Ana", "kaiti", 60), ("Ben", "kaiti", 40), ("kaiti", "alfa", 100), ANA_RUNS)

    assert details(story(*chain))[0] == (
        "No more than 60\u00a0% of Alfa Ltd can belong to the group, all chains together; 70\u00a0% is asked for."
    )


def test_just_less_than_the_share_asked_for_is_found() -> None:
    seen = story(("Ana", "alfa", "69.99"), ("Ben", "alfa", "30.01"), ANA_RUNS)

    assert len(findings(seen)) == 1


def test_a_leader_outside_the_group_is_found() -> None:
    assert details(story(("Ana", "alfa", 100), ANA_RUNS, BEN_RUNS)) == [
        "Ben leads Alfa Ltd and is not of the group."
    ]


def test_somebody_outside_who_has_the_power_is_found() -> None:
    board = ("Ben", "alfa", InterestType.APPOINTMENT_OF_BOARD)

    assert details(story(("Ana", "alfa", 100), ANA_RUNS, board)) == [
        "Ben has Alfa Ltd in their power and is not of the group."
    ]


def test_one_group_of_several_is_enough() -> None:
    seen = story(("Ana", "alfa", 100), ANA_RUNS, reserved=("youth", "women"))

    assert findings(seen) == []
    assert unclear(seen) == []


def test_the_group_that_is_claimed_is_told() -> None:
    claims = BodyDossier(claims=Claims(groups=frozenset({Group.DISABILITY})))

    (found,) = findings(
        story(("Ben", "alfa", 100), reserved=("women", "disability"), bodies={"alfa": claims})
    )

    assert "persons with disabilities" in found.sentence


def test_youth_is_told_by_age_on_the_day() -> None:
    young, old = PersonDossier(born=date(1991, 2, 28)), PersonDossier(born=date(1991, 2, 27))
    holds = (("Ana", "alfa", 100), ANA_RUNS)

    assert findings(story(*holds, reserved=("youth",), people={"Ana": young})) == []
    assert len(findings(story(*holds, reserved=("youth",), people={"Ana": old}))) == 1


def test_a_contract_that_was_won_may_be_reserved() -> None:
    seen = story(("Ben", "alfa", 100), reserved=())
    assert seen.process
    (alfa,) = seen.bidders
    won = replace(
        seen.process,
        awards=(Award("a1", alfa),),
        contracts=(Contract("c1", "a1", reserved_for=frozenset({"women"})),),
    )

    assert findings(seen) == []
    assert len(findings(replace(seen, process=won))) == 1


def test_owners_of_whom_it_is_not_known_could_not_be_judged() -> None:
    seen = story(("Ana", "alfa", 50), ("Dan", "alfa", 50), ANA_RUNS)

    assert unclear(seen) == [
        "It could not be told how much of Alfa Ltd belongs to the group it is reserved for."
    ]


def test_a_bidder_that_names_no_leader_could_not_be_judged() -> None:
    assert unclear(story(("Ana", "alfa", 100))) == [
        "It is not known of everybody who leads Alfa Ltd whether they are of the group it is reserved for."
    ]


def test_a_tender_for_everybody_asks_nothing() -> None:
    assert list(find(story(("Ben", "alfa", 100), reserved=()), KENYA)) == []
    assert list(find(story(reserved=(), undeclared=("alfa",)), KENYA)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    assert unclear(story(undeclared=("alfa",))) == ["Alfa Ltd has no declaration."]
