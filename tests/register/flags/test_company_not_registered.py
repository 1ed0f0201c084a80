from dataclasses import replace
from datetime import date

from register.flags.company_not_registered import find
from register.flags.flag import Finding, Severity
from register.graph.dossier import BodyDossier, Registered
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def alfa(*identifiers: tuple[str, str], **more: object) -> Picture:
    seen = picture(("Ana", "alfa", 60), bids=ROOF)
    (key,) = seen.bidders
    party = replace(seen.parties[key], identifiers=identifiers or (("KE-RCO", "PVT-7K2XM9QA"),), **more)
    return replace(seen, parties={**seen.parties, key: party})


def said(seen: Picture) -> list[str]:
    return [each.sentence % each.facts for each in findings(seen)]


def registered(status: str, on: date = date(2026, 1, 20)) -> Picture:
    extract = Registered("Alfa Ltd", status, on, "CR12")
    return picture(("Ana", "alfa", 60), bids=ROOF, bodies={"alfa": BodyDossier(registered=extract)})


def test_a_number_that_its_register_would_not_give_is_found() -> None:
    (found,) = findings(alfa(("KE-RCO", "N/A!")))

    assert found.sentence % found.facts == (
        "N/A!, the number of Alfa Ltd, is not written as numbers of KE-RCO are."
    )
    assert found.severity is Severity.STRONG
    assert found.proofs[0].pointers == ("/tender/tenderers/0",)


def test_a_number_of_no_known_register_is_found() -> None:
    assert said(alfa(("PORTAL", "17"))) == [
        "17, the number of Alfa Ltd, is of no register that is known (PORTAL)."
    ]


def test_a_bidder_without_a_number_is_found_even_if_it_has_not_declared() -> None:
    seen = picture(bids=ROOF, undeclared=("alfa",))
    (key,) = seen.bidders

    bare = replace(seen, parties={key: replace(seen.parties[key], identifiers=())})

    assert said(bare) == ["No registration number of Alfa Ltd is known."]


def test_one_good_number_is_enough() -> None:
    assert said(alfa(("PORTAL", "17"), ("ke-kra", "P012345678Z"))) == []


def test_a_foreign_company_has_a_number_of_its_own_register() -> None:
    assert said(alfa(("UG-NSSF", "80034"), country="UG")) == []
    assert said(alfa(("UG-NSSF", "80034"), country="KE")) != []


def test_a_company_that_said_it_was_dissolved_is_found() -> None:
    assert said(alfa(dissolved=date(2026, 2, 27))) == [
        "Alfa Ltd was dissolved on 2026-02-27, by its own declaration."
    ]
    assert said(alfa(dissolved=date(2026, 2, 28))) == []


def test_a_company_that_the_registry_says_was_struck_off_is_found() -> None:
    (found,) = findings(registered("struck_off"))

    assert (
        found.sentence % found.facts
        == "The companies' registry says that Alfa Ltd was dissolved or struck off."
    )
    assert str(found.proofs[0].words) == "Extract of the companies' registry of 2026-01-20, CR12."


def test_a_living_company_and_a_later_extract_are_left_out() -> None:
    assert said(registered("active")) == []
    assert said(registered("liquidation")) == []
    assert said(registered("dissolved", date(2026, 3, 1))) == []
