from datetime import date

from register.flags.flag import Audience, Finding, Severity, Strength, Unclear
from register.flags.implausible_person import FLAG, find
from register.graph.dossier import PersonDossier
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
OWNS = ("Dan Mutiso", "alfa", 40)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def dan(**known: object) -> Picture:
    return picture(OWNS, bids=ROOF, people={"Dan Mutiso": PersonDossier(**known)})


def said(seen: Picture) -> list[str]:
    return [each.sentence % each.facts for each in findings(seen)]


def test_an_owner_younger_than_majority_is_asked_about_for_officers_alone() -> None:
    (found,) = findings(
        picture(OWNS, bids=ROOF, as_of=date(2026, 2, 27), birth_months={"Dan Mutiso": "2010-02"})
    )[:1]

    assert found.sentence % found.facts == "Dan Mutiso, who is behind Alfa Ltd, is younger than 18."
    assert found.severity is Severity.ASK
    assert FLAG.audience is Audience.OFFICER


def test_majority_begins_on_the_birthday() -> None:
    assert said(dan(born=date(2008, 2, 27))) == []
    assert said(dan(born=date(2008, 2, 28))) != []


def test_a_month_in_which_somebody_may_have_come_of_age_is_left_out() -> None:
    assert said(picture(OWNS, bids=ROOF, birth_months={"Dan Mutiso": "2008-02"})) == []


def test_an_owner_older_than_anybody_is_asked_about() -> None:
    assert said(dan(born=date(1925, 2, 27))) == [
        "Dan Mutiso, who is behind Alfa Ltd, would be older than 100."
    ]
    assert said(dan(born=date(1925, 2, 28))) == []


def test_an_interest_that_began_before_its_holder_was_born_is_found() -> None:
    told = said(dan(born=date(2024, 3, 9)))

    assert (
        told[1]
        == "Dan Mutiso was born after the day on which their interest in Alfa Ltd is said to have begun."
    )
    assert not any("2024" in each for each in told)


def test_through_a_chain_the_interest_that_cannot_be_is_named() -> None:
    seen = picture(
        ("Dan Mutiso", "kaiti", 40),
        ("kaiti", "alfa", 100),
        bids=ROOF,
        people={"Dan Mutiso": PersonDossier(born=date(2024, 3, 9))},
    )

    assert findings(seen)[1].facts["held"] == "Kaiti Ltd"
    assert len(findings(seen)[1].paths[0]) == 2


def test_one_identity_number_under_names_that_are_not_alike_is_found() -> None:
    (found,) = findings(dan(other_names=("Faith Wanza", "Dan Kioko Mutiso", "Dan Mutisso")))

    assert found.sentence % found.facts == (
        "Dan Mutiso, who is behind Alfa Ltd, stands with the same identity number under other names: Faith Wanza."
    )
    assert found.strength is Strength.CERTAIN


def test_a_number_that_was_only_typed_is_likely() -> None:
    people = {"Dan Mutiso": PersonDossier(other_names=("Faith Wanza",))}

    (found,) = findings(picture(OWNS, bids=ROOF, people=people, typed=("Dan Mutiso",)))

    assert found.strength is Strength.LIKELY
    assert "nobody has confirmed it" in found.certainty


def test_a_person_of_whom_nothing_is_known_is_left_out() -> None:
    assert said(picture(OWNS, bids=ROOF)) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
