from dataclasses import replace

from register.flags.flag import Audience, Finding, Severity, Unclear
from register.flags.shared_contact import FLAG, find
from register.graph.contacts import contacts_in
from register.graph.dossier import BodyDossier, Contact, ContactKind
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
SIGNED = Contact(ContactKind.DECLARANT, "7", "Ana Mwende", "UM-alfa")


def body(source: str, *more: Contact, phone: str = "", email: str = "", address: str = "") -> BodyDossier:
    return BodyDossier(contacts=(*contacts_in(source, phone=phone, email=email, addresses=(address,)), *more))


def seen_with(alfa: BodyDossier, beta: BodyDossier) -> Picture:
    return picture(("Ana", "alfa", 60), ("Ben", "beta", 60), bids=ROOF, bodies={"alfa": alfa, "beta": beta})


def findings(seen: Picture) -> list[Finding]:
    return [each for each in find(seen, KENYA) if isinstance(each, Finding)]


def test_one_telephone_number_of_two_bidders_is_found_however_it_is_written() -> None:
    seen = seen_with(body("UM-alfa", phone="+254 712 000 111"), body("UM-beta", phone="0712-000111"))

    (found,) = findings(seen)

    assert found.sentence % found.facts == "Alfa Ltd, Beta Ltd share a telephone number: +254 712 000 111."
    assert found.severity is Severity.ASK
    assert [str(proof.words) for proof in found.proofs] == [
        "Alfa Ltd gives the telephone number +254 712 000 111 (UM-alfa).",
        "Beta Ltd gives the telephone number 0712-000111 (UM-beta).",
    ]


def test_boxes_addresses_and_mail_are_told_apart() -> None:
    address = "P.O. Box 12-90300, Kitui Road, Plot 4 Block B"
    alike = body("UM-alfa", email="Office@alfa.example", address=address)
    other = body("UM-beta", email="office@ALFA.example", address=address)

    found = findings(seen_with(alike, other))

    assert {each.sentence.partition(" share ")[2].partition(":")[0] for each in found} == {
        "an e-mail address",
        "a post office box",
        "an address",
    }
    assert len({each.fingerprint for each in found}) == 3


def test_a_contact_of_the_release_counts_beside_those_of_a_declaration() -> None:
    seen = seen_with(body("UM-alfa", phone="0712000111"), body("UM-beta", phone="0799000222"))
    assert seen.process is not None
    told = contacts_in("/parties/2/contactPoint", phone="0712 000 111")
    bids = tuple(
        replace(bid, contacts=told) if bid.party == seen.bidders[1] else bid for bid in seen.process.bids
    )

    (found,) = findings(replace(seen, process=replace(seen.process, bids=bids)))

    assert found.proofs[1].pointers == ("/parties/2/contactPoint",)


def test_one_account_that_signed_for_both_is_found() -> None:
    alfa = body("UM-alfa", SIGNED, phone="0712000111")
    beta = body("UM-beta", replace(SIGNED, source="UM-beta"), phone="0799000222")

    (found,) = findings(seen_with(alfa, beta))

    assert (
        found.sentence % found.facts
        == "One account signed the declarations of Alfa Ltd, Beta Ltd: Ana Mwende."
    )


def test_other_numbers_and_the_same_town_are_not_shared() -> None:
    alfa = body("UM-alfa", phone="0712000111", address="Wote town")
    beta = body("UM-beta", phone="0712000112", address="Wote town")

    assert findings(seen_with(alfa, beta)) == []


def test_partners_of_one_offer_may_share_a_desk() -> None:
    alike = body("UM", phone="0712000111")
    seen = picture(
        bids=ROOF, bodies={"alfa": alike, "beta": alike}, together=(("KE-RCO-alfa", "KE-RCO-beta"),)
    )

    assert list(find(seen, KENYA)) == []


def test_a_bidder_that_cannot_be_reached_could_not_be_judged() -> None:
    (unclear,) = find(seen_with(body("UM-alfa", phone="0712000111"), body("UM-beta", SIGNED)), KENYA)

    assert isinstance(unclear, Unclear)
    assert (
        unclear.reason % unclear.facts == "No telephone number, e-mail or other address of Beta Ltd is known."
    )


def test_contacts_are_for_officers_alone() -> None:
    assert FLAG.audience is Audience.OFFICER
