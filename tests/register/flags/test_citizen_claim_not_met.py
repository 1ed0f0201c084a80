from dataclasses import replace

from bods.codelists import InterestType
from register.declarations.claims import Claims, Contractor
from register.flags.citizen_claim_not_met import find
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.graph.dossier import BodyDossier
from register.graph.picture import PartyKind, Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
ABROAD = {"Jonas": frozenset({"DE"}), "Dan": frozenset[str]()}
CITIZEN, LOCAL = Contractor.CITIZEN, Contractor.LOCAL


def story(*holds: Told, claims: Contractor | None = None, **more: object) -> Picture:
    """See Alfa, which claims to be such a contractor; people are Kenyan, but for Jonas, and Dan who did not say."""
    body = BodyDossier(claims=Claims(contractor=claims))
    seen = picture(*holds, bids=ROOF, bodies={"alfa": body}, **more)
    parties = {
        key: replace(each, nationalities=ABROAD.get(each.name, frozenset({"KE"})))
        if each.kind is PartyKind.PERSON
        else each
        for key, each in seen.parties.items()
    }
    return replace(seen, parties=parties)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def unclear(seen: Picture) -> list[str]:
    return [each.reason % each.facts for each in find(seen, KENYA) if isinstance(each, Unclear)]


def test_a_citizen_contractor_that_others_own_through_a_company_is_found() -> None:
    chain = (("Jonas", "kaiti", 100), ("kaiti", "alfa", 30), ("Ana", "alfa", 70))

    (found,) = findings(story(*chain, claims=CITIZEN))

    assert found.sentence % found.facts == (
        "Alfa Ltd bids as a citizen contractor; 30\u00a0% of it belongs to others than citizens."
    )
    assert [str(each) for each in found.details] == ["Jonas, behind 30\u00a0% of Alfa Ltd, is not a citizen."]
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert len(found.paths[0]) == 2


def test_a_company_of_citizens_meets_its_claim() -> None:
    assert list(find(story(("Ana", "kaiti", 100), ("kaiti", "alfa", 100), claims=CITIZEN), KENYA)) == []
    assert list(find(story(("Ana", "alfa", 95), claims=CITIZEN), KENYA)) == []


def test_a_second_citizenship_takes_nothing_away() -> None:
    seen = story(("Ana", "alfa", 100), claims=CITIZEN)
    both = {key: replace(each, nationalities=frozenset({"DE", "KE"})) for key, each in seen.parties.items()}

    assert findings(replace(seen, parties=both)) == []


def test_a_power_of_somebody_from_abroad_is_found() -> None:
    board = ("Jonas", "alfa", InterestType.APPOINTMENT_OF_BOARD)

    (found,) = findings(story(("Ana", "alfa", 100), board, claims=CITIZEN))

    assert found.sentence % found.facts == (
        "Alfa Ltd bids as a citizen contractor, and others than citizens have it in their power."
    )
    assert str(found.details[0]) == "Jonas has Alfa Ltd in their power and is not a citizen."


def test_what_only_the_upper_end_of_a_range_says_may_be() -> None:
    (found,) = findings(story(("Jonas", "alfa", (0, 20)), ("Ana", "alfa", 80), claims=CITIZEN))

    assert "what may be" in found.sentence
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_local_contractor_needs_more_than_the_share() -> None:
    (found,) = findings(story(("Ana", "alfa", 51), ("Jonas", "alfa", 49), claims=LOCAL))

    assert found.sentence % found.facts == (
        "Alfa Ltd bids as a local contractor; no more than 51\u00a0% of it can belong to citizens,"
        " where more than 51\u00a0% is asked for."
    )
    assert findings(story(("Ana", "alfa", "51.01"), ("Jonas", "alfa", "48.99"), claims=LOCAL)) == []


def test_a_local_contractor_registered_abroad_is_found() -> None:
    seen = story(("Ana", "alfa", 100), claims=LOCAL)
    (alfa,) = seen.bidders
    abroad = replace(seen, parties={**seen.parties, alfa: replace(seen.parties[alfa], country="UG")})

    assert [each.sentence % each.facts for each in findings(abroad)] == [
        "Alfa Ltd bids as a local contractor and is registered in UG."
    ]


def test_a_tender_for_citizens_asks_every_bidder() -> None:
    assert findings(story(("Jonas", "alfa", 30), ("Ana", "alfa", 70))) == []
    assert (
        len(findings(story(("Jonas", "alfa", 30), ("Ana", "alfa", 70), reserved_for=frozenset({"citizen"}))))
        == 1
    )


def test_owners_who_did_not_say_whose_citizens_they_are_could_not_be_judged() -> None:
    told = ["It could not be told how much of Alfa Ltd belongs to citizens."]

    assert unclear(story(("Ana", "alfa", 50), ("Dan", "alfa", 50), claims=CITIZEN)) == told
    assert unclear(story(("Ana", "alfa", 50), ("Dan", "alfa", 50), claims=LOCAL)) == told
    assert unclear(story(("Ana", "alfa", 60), claims=CITIZEN)) == told


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    assert unclear(story(undeclared=("alfa",), reserved_for=frozenset({"local"}))) == [
        "Alfa Ltd has no declaration."
    ]
    assert unclear(story(undeclared=("alfa",))) == []
