from dataclasses import replace
from datetime import date

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Unclear
from register.flags.secrecy_jurisdiction import find
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction, load
from register.jurisdictions.flag_rules import SecrecyList
from tests.factories.pictures import Told, picture

PLACE = load("kenya_makueni")
LISTS = (
    SecrecyList(date(2024, 1, 1), "Register's own list", frozenset({"SC", "KE"})),
    SecrecyList(date(2026, 2, 28), "A newer list", frozenset({"VG"})),
)
KENYA = replace(PLACE, flag_rules=replace(PLACE.flag_rules, secrecy=LISTS))
CHAIN = (("Ana", "coral", 100), ("coral", "kaiti", 30), ("kaiti", "alfa", 100))


def story(*holds: Told, of: str = "Coral Ltd", country: str = "SC", **more: object) -> Picture:
    """See who is behind Alfa; one body is registered in another country."""
    seen = picture(*holds, bids={"roof": ("alfa",)}, **more)
    parties = {
        key: replace(each, country=country) if each.name == of else each for key, each in seen.parties.items()
    }
    return replace(seen, parties=parties)


def findings(seen: Picture, law: Jurisdiction = KENYA) -> list[Finding]:
    return [each for each in find(seen, law) if isinstance(each, Finding)]


def test_a_listed_jurisdiction_in_the_chain_is_told_with_the_list() -> None:
    (found,) = findings(story(*CHAIN))

    assert found.sentence % found.facts == "Coral Ltd, which is behind Alfa Ltd, is registered in SC."
    assert found.severity is Severity.CONTEXT
    assert str(found.proofs[-1].words) == (
        "SC is on the list of jurisdictions in force since 2024-01-01: Register's own list."
    )
    assert len(found.paths[0]) == 2


def test_the_bidder_itself_may_be_registered_there() -> None:
    (found,) = findings(story(("Ana", "alfa", 100), of="Alfa Ltd"))

    assert found.sentence % found.facts == "Alfa Ltd is registered in SC."
    assert found.about == ()


def test_the_home_jurisdiction_never_counts() -> None:
    assert findings(story(*CHAIN, country="KE")) == []


def test_only_the_list_in_force_on_the_day_counts() -> None:
    assert findings(story(*CHAIN, country="VG")) == []
    assert findings(story(*CHAIN, as_of=date(2026, 3, 1))) == []


def test_where_a_person_comes_from_does_not_count() -> None:
    assert findings(story(*CHAIN, of="Ana")) == []


def test_a_body_that_only_has_a_post_does_not_count() -> None:
    assert findings(story(("coral", "alfa", InterestType.BOARD_MEMBER), ("Ana", "alfa", 100))) == []


def test_without_a_list_in_force_it_could_not_be_judged() -> None:
    (unclear,) = find(story(*CHAIN, as_of=date(2023, 5, 1)), KENYA)

    assert isinstance(unclear, Unclear)
    assert unclear.reason % unclear.facts == "No list of jurisdictions was in force on 2023-05-01."


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(story(undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
