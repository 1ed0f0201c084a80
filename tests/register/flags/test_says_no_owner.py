from dataclasses import replace

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Unclear
from register.flags.says_no_owner import find
from register.graph.dossier import BodyDossier
from register.graph.picture import PartyKind, Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
NAMES = ("Ana", "Ben", "Cleo", "Dan", "Eve", "Fay", "Gil", "Hal", "Ida", "Jan", "Kim", "Lou")


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


def test_a_company_that_declares_no_owner_is_found() -> None:
    (found,) = findings(picture(bids=ROOF, bodies={"alfa": BodyDossier(says_none=True)}))

    assert found.sentence % found.facts == "Alfa Ltd declares that nobody is its beneficial owner."
    assert found.severity is Severity.ASK
    assert found.proofs[0].pointers == ("/tender/tenderers/0",)


def test_a_statement_that_there_is_no_owner_is_the_proof() -> None:
    nobody = {"kind": PartyKind.UNKNOWN, "name": "", "unspecified_reason": "noBeneficialOwners"}

    (found,) = findings(story(("kaiti", "alfa", 100), **nobody))

    assert found.sentence % found.facts == "Alfa Ltd declares that nobody is its beneficial owner."
    assert len(found.statement_ids) == 1


def test_a_company_of_which_all_hold_less_than_the_threshold_is_found() -> None:
    (found,) = findings(picture(("Zoe", "alfa", 9), *((name, "alfa", 7) for name in NAMES), bids=ROOF))

    assert found.sentence % found.facts == (
        "Nobody named by Alfa Ltd reaches the threshold of 10\u00a0%; the largest share is 9\u00a0%, of Zoe."
    )
    assert len(found.paths) == 1


def test_small_shares_through_a_chain_are_found() -> None:
    chain = (*((name, "kaiti", 8) for name in NAMES), ("kaiti", "alfa", 100))

    assert len(findings(picture(*chain, bids=ROOF))) == 1


def test_one_who_reaches_the_threshold_or_may_is_an_owner() -> None:
    small = tuple((name, "alfa", 7) for name in NAMES)

    assert findings(picture(("Zoe", "alfa", 10), *small, bids=ROOF)) == []
    assert findings(picture(("Zoe", "alfa", (5, 16)), *small, bids=ROOF)) == []


def test_one_who_controls_is_an_owner() -> None:
    board = ("Zoe", "alfa", InterestType.APPOINTMENT_OF_BOARD)

    assert findings(picture(board, *((name, "alfa", 8) for name in NAMES), bids=ROOF)) == []


def test_a_company_of_a_listed_one_needs_no_person() -> None:
    small = tuple((name, "alfa", 7) for name in NAMES)

    assert findings(story(("kaiti", "alfa", 16), *small, listed=True)) == []


def test_a_company_of_somebody_not_named_is_left_to_another_flag() -> None:
    assert findings(story(("kaiti", "alfa", 100))) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
