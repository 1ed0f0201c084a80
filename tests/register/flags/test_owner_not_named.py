from dataclasses import replace

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.owner_not_named import find
from register.graph.dossier import BodyDossier
from register.graph.picture import PartyKind, Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def story(*holds: Told, **of_party: object) -> Picture:
    """See who is behind Alfa; what is given besides is so of Kaiti."""
    seen = picture(*holds, bids=ROOF)
    changed = {
        key: replace(each, **of_party) if each.name == "Kaiti Ltd" else each
        for key, each in seen.parties.items()
    }
    return replace(seen, parties=changed)


def test_a_chain_that_ends_in_a_body_with_nobody_above_it_is_found() -> None:
    chain = (("kilungu", "kaiti", 50), ("Ben", "kaiti", 50), ("kaiti", "alfa", 40), ("Ana", "alfa", 60))

    (found,) = findings(picture(*chain, bids=ROOF))

    assert found.sentence % found.facts == "Nobody is named behind 20\u00a0% of Alfa Ltd."
    assert [str(each) for each in found.details] == [
        "20\u00a0% of Alfa Ltd ends in Kilungu Ltd, above which nobody is told."
    ]
    assert (found.severity, found.strength) == (Severity.STRONG, Strength.CERTAIN)
    assert len(found.paths[0]) == 2


def test_ends_without_a_name_count_together() -> None:
    small = (("kilungu", "alfa", 6), ("thange", "alfa", 6), ("Ana", "alfa", 88))

    (found,) = findings(picture(*small, bids=ROOF))

    assert found.facts["share"] == "12\u00a0%"


def test_an_unknown_or_withheld_person_is_found() -> None:
    holds = (("kaiti", "alfa", 30), ("Ana", "alfa", 70))

    nobody, withheld = (
        findings(story(*holds, kind=PartyKind.UNKNOWN, name="", unspecified_reason=reason))
        for reason in ("unknown", "interestedPartyExemptFromDisclosure")
    )

    assert str(nobody[0].details[0]) == "30\u00a0% of Alfa Ltd ends in somebody whom nobody names."
    assert str(withheld[0].details[0]) == "30\u00a0% of Alfa Ltd ends in somebody whose name is withheld."


def test_a_part_just_below_the_threshold_is_left_out() -> None:
    assert findings(picture(("kilungu", "alfa", "9.99"), ("Ana", "alfa", "90.01"), bids=ROOF)) == []


def test_a_range_of_which_only_the_upper_end_reaches_the_threshold_may() -> None:
    (found,) = findings(picture(("kilungu", "alfa", (5, 25)), ("Ana", "alfa", 75), bids=ROOF))

    assert found.sentence % found.facts == "Nobody is named behind what may be 5–25\u00a0% of Alfa Ltd."
    assert (found.severity, found.strength) == (Severity.ASK, Strength.POSSIBLE)


def test_a_listed_company_and_a_state_body_are_ends_that_will_do() -> None:
    assert findings(story(("kaiti", "alfa", 100), listed=True)) == []
    assert findings(story(("kaiti", "alfa", 100), entity_type="stateBody")) == []


def test_shares_of_which_nobody_said_whose_they_are_are_left_to_another_flag() -> None:
    assert findings(picture(("Ana", "alfa", 30), bids=ROOF)) == []


def test_a_company_run_by_a_director_whom_nobody_owns_is_found() -> None:
    (found,) = findings(picture(("Ana", "alfa", InterestType.BOARD_MEMBER), bids=ROOF))

    assert found.facts["share"] == "100\u00a0%"
    assert found.proofs[0].pointers == ("/tender/tenderers/0",)


def test_a_company_that_declares_no_owner_is_left_to_another_flag() -> None:
    nobody = {"kind": PartyKind.UNKNOWN, "name": "", "unspecified_reason": "noBeneficialOwners"}

    assert findings(story(("kaiti", "alfa", 100), **nobody)) == []
    assert findings(picture(bids=ROOF, bodies={"alfa": BodyDossier(says_none=True)})) == []


def test_a_company_further_up_that_has_no_owner_names_nobody() -> None:
    nobody = {"kind": PartyKind.UNKNOWN, "name": "", "unspecified_reason": "noBeneficialOwners"}

    assert len(findings(story(("kaiti", "thange", 100), ("thange", "alfa", 100), **nobody))) == 1


def test_companies_that_belong_only_to_each_other_name_nobody() -> None:
    circle = (("kaiti", "thange", 100), ("thange", "kaiti", 100), ("kaiti", "alfa", 100))

    (found,) = findings(picture(*circle, bids=ROOF))

    assert "belongs to itself through others" in str(found.details[0])


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)


def test_the_finding_is_the_same_when_a_share_changes() -> None:
    one, other = (findings(picture(("kilungu", "alfa", share), bids=ROOF)) for share in (40, 60))

    assert one[0].fingerprint == other[0].fingerprint
