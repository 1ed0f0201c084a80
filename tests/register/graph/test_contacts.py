import pytest

from register.graph.contacts import contacts_in
from register.graph.dossier import ContactKind


@pytest.mark.parametrize("written", ["0712 345 678", "+254 712 345678", "254712345678", "712-345-678"])
def test_one_telephone_is_known_however_it_is_written(written: str) -> None:
    (contact,) = contacts_in("UM-2026-000001", phone=written)

    assert (contact.kind, contact.key, contact.source) == (ContactKind.PHONE, "712345678", "UM-2026-000001")


def test_a_mailbox_is_known_whatever_its_case() -> None:
    first = contacts_in("one", email="Info@Alfa.example")
    second = contacts_in("two", email="info@alfa.EXAMPLE ")

    assert first[0].key == second[0].key == "info@alfa.example"


@pytest.mark.parametrize(
    "written", ["P.O. Box 123-90300, Makueni", "PO BOX 123 90300", "p.o box no. 0123, 90300 Wote"]
)
def test_a_post_box_is_known_with_the_code_of_its_town(written: str) -> None:
    (contact,) = contacts_in("here", addresses=(written,))

    assert (contact.kind, contact.key) == (ContactKind.POST_BOX, "123-90300")


def test_a_post_box_without_its_town_is_no_contact() -> None:
    assert contacts_in("here", addresses=("P.O. Box 123",)) == ()


def test_a_street_is_known_in_another_order_and_shortened() -> None:
    first = contacts_in("one", addresses=("Plot 14, Market Rd, Wote",))
    second = contacts_in("two", addresses=("Wote, Market Road, plot 14",))

    assert first[0].kind is ContactKind.STREET
    assert first[0].key == second[0].key


@pytest.mark.parametrize("written", ["", "Wote", "Wote town, Makueni", "Makueni County, Kenya"])
def test_a_town_alone_is_no_address(written: str) -> None:
    assert contacts_in("here", addresses=(written,)) == ()


def test_what_is_said_twice_is_one_contact() -> None:
    found = contacts_in("here", addresses=("P.O. Box 9-90300 Wote", "P.O. BOX 9, 90300"))

    assert len(found) == 1
