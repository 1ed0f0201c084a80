"""Two bidders at one telephone or signed for by one account; and two at different ones."""

from collections.abc import Iterator

from register.graph.contacts import contacts_in
from register.graph.dossier import BodyDossier, Contact, ContactKind
from tests.factories.pictures import DECLARED
from tests.factories.schemes.scheme import Planted, tender
from tests.factories.schemes.seeds import Seeds

CODE = "shared-contact"


def plant(seeds: Seeds) -> Iterator[Planted]:
    """Yield contacts of two bidders that are one, however written, and some that are not."""
    yield _reached(seeds, "one telephone", CODE, ("0712 000 111", "+254712000111"))
    yield _reached(seeds, "two telephones", None, ("0712 000 111", "0712 000 112"))
    yield _reached(seeds, "one account", CODE, ("0712 000 111", "0712 000 113"), account="7")


def _reached(
    seeds: Seeds, story: str, raises: str | None, phones: tuple[str, str], account: str = ""
) -> Planted:
    bidders = seeds.companies(2)
    bodies = {}
    for company, phone in zip(bidders, phones, strict=True):
        signer = Contact(ContactKind.DECLARANT, account or company, "Grace Wanza", f"UM-{company}")
        contacts = (*contacts_in(f"UM-{company}", phone=phone, email="", addresses=()), signer)
        bodies[company] = BodyDossier(contacts=contacts, confirmed_on=DECLARED)
    holds = (*seeds.owned(bidders[0]), *seeds.owned(bidders[1]))
    return tender(seeds, raises, story, bidders, *holds, bodies=bodies)
