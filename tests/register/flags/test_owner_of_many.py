from dataclasses import replace

from register.flags.flag import Finding, Kind, Severity, Strength, Unclear
from register.flags.owner_of_many import FLAG, find
from register.graph.dossier import BodyDossier, Contact, ContactKind, PersonDossier
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa",)}
OWNS = ("Ana", "alfa", 60)


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def with_many(count: int, *holds: Told, typed: tuple[str, ...] = ()) -> list[Finding]:
    people = {"Ana": PersonDossier(suppliers=count)}
    return findings(picture(*(holds or (OWNS,)), bids=ROOF, people=people, typed=typed))


def signed_for(count: int) -> list[Finding]:
    signer = Contact(ContactKind.DECLARANT, "7", "Grace Wanza", "UM-2026-1")
    body = BodyDossier(contacts=(signer,), declarant="7", declares_for=count)
    return findings(picture(OWNS, bids=ROOF, bodies={"alfa": body}))


def test_an_owner_of_more_than_five_suppliers_is_told() -> None:
    (found,) = with_many(6)

    assert found.sentence % found.facts == "Ana is an owner of 6 suppliers, Alfa Ltd among them."
    assert (found.severity, FLAG.kind) == (Severity.CONTEXT, Kind.CONTEXT)
    assert len(found.paths) == 1


def test_five_suppliers_are_not_many() -> None:
    assert with_many(5) == []


def test_an_owner_through_a_chain_is_told() -> None:
    (found,) = with_many(
        6, ("Ana", "kaiti", 50), ("Ben", "kaiti", 50), ("kaiti", "alfa", 40), ("Cleo", "alfa", 60)
    )

    assert len(found.paths[0]) == 2


def test_who_holds_less_than_an_owner_is_left_out() -> None:
    assert with_many(6, ("Ana", "alfa", 9), ("Ben", "alfa", 91)) == []
    assert with_many(6, ("Ana", "alfa", (5, 15)), ("Ben", "alfa", 85)) == []


def test_an_identity_that_was_only_typed_is_likely() -> None:
    (found,) = with_many(6, typed=("Ana",))

    assert found.strength is Strength.LIKELY


def test_suppliers_that_the_picture_shows_are_counted() -> None:
    companies = tuple(f"supplier_{letter}" for letter in "abcdef")
    seen = picture(*(("Ana", each, 60) for each in companies), bids={"roof": companies})

    assert [each.facts["count"] for each in findings(seen)] == ["6"] * 6
    assert (
        findings(picture(*(("Ana", each, 60) for each in companies[1:]), bids={"roof": companies[1:]})) == []
    )


def test_other_companies_of_the_owner_beside_the_tender_are_counted() -> None:
    beside = tuple(f"supplier_{letter}" for letter in "abcde")
    wider = picture(OWNS, *(("Ana", each, 60) for each in beside), bids={"roof": ("alfa", *beside)})

    (found,) = findings(replace(picture(OWNS, bids=ROOF), wider=wider))

    assert found.facts["count"] == "6"


def test_an_account_that_declares_for_more_than_twenty_is_told() -> None:
    (found,) = signed_for(21)

    assert found.sentence % found.facts == (
        "Grace Wanza has signed the declarations of 21 companies, Alfa Ltd among them."
    )
    assert str(found.proofs[0].words) == "Grace Wanza signed the declaration UM-2026-1."


def test_an_account_that_declares_for_twenty_is_left_out() -> None:
    assert signed_for(20) == []


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
