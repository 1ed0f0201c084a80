"""How a supplier tells things, whatever the means: by the names of the fields, page by page."""

from abc import ABC, abstractmethod
from zlib import crc32

from register.access import Role
from tests.factories.people import NAMES

Answers = dict[str, str | list[str]]

#: Private answers that are easy to find should they leak.
PRIVATE = {
    "document": "national_id",
    "document_number": "98765432",
    "birth-day": "29",
    "birth-month": "2",
    "birth-year": "1980",
    "tax_number": "A098765432Z",
    "phone": "0712 987 654",
    "email": "canary@owner.example",
    "home_address": "Canary house, plot 7788, Wote",
    "exposed": "no",
}
SINCE = {"since-day": "4", "since-month": "5", "since-year": "2022"}


class Telling(ABC):
    """Somebody who declares for a company. Two underscores in a name of an answer stand for a dash."""

    @abstractmethod
    def begin(self) -> None:
        """Press the button of the first page."""

    @abstractmethod
    def passes(self, place: str, **answers: str | list[str]) -> str:
        """Answer the page at a place and give the address it leads to; what is not named stays as it is."""

    @abstractmethod
    def creates(self, place: str, **answers: str | list[str]) -> str:
        """Answer the page of somebody or something new, and give the key."""

    def about_the_company(self, **answers: str | list[str]) -> None:
        """Company and declarant."""
        self.passes("company", **answers)
        self.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")

    def names(self, full_name: str, place: str = "people/new", **answers: str | list[str]) -> str:
        """Name a person, and give the key."""
        number = (
            PRIVATE["document_number"]
            if full_name.startswith("Ana")
            else str(20_000_000 + crc32(full_name.encode()) % 10**7)
        )
        told = {
            "full_name": full_name,
            "nationality": "Kenya",
            "residence": "Kenya",
            **PRIVATE,
            "document_number": number,
        }
        return self.creates(place, **{**told, **answers})

    def names_body(self, name: str, above: str = "new", **answers: str | list[str]) -> str:
        """Name a body, and give the key; `above` is "new.<key>" for one that holds in another."""
        told = {
            "name": name,
            "kind": "company",
            "country": "Kenya",
            "register": "KE-RCO",
            "number": f"PVT-{len(name)}X",
        }
        return self.creates(f"companies/{above}", **{**told, **answers})

    def holds(self, holder: str, held: str = "subject", **answers: str | list[str]) -> str:
        """Say what somebody holds, and give the address it leads to."""
        told = {"kind": "exact", "votes_kind": "same", **SINCE}
        return self.passes(f"holdings/{holder}.{held}", **{**told, **answers})

    def signs(self, **answers: str | list[str]) -> str:
        """Sign, and give the address of the receipt."""
        return self.passes("sign", **{"truth": "y", "signature": NAMES[Role.SUPPLIER], **answers})

    def declares_alone(self, full_name: str = "Ana Mwikali", share: str = "60", **answers: str) -> str:
        """The shortest declaration there is, up to the receipt; gives its address. `answers` are the person's."""
        self.begin()
        self.about_the_company()
        key = self.names(full_name, **answers)
        self.passes("people", then="everyone")
        self.passes("companies", then="all")
        self.holds(key, share=share)
        self.passes("holdings")
        return self.signs()
