"""People and bodies: exposed, listed, withheld, not known."""

from datetime import date

from bods.codelists import EntityType, PepStatus, PersonType, UnspecifiedReason
from bods.listings import SecuritiesListing, Security
from bods.parts import Identifier, Unspecified
from bods.structures import (
    anonymous_body,
    anonymous_person,
    company,
    exposed,
    exposure_unknown,
    listed_company,
    not_exposed,
    person,
    unknown_body,
    unknown_person,
)
from tests.bods.structures.cast import KENYA

WITHHELD = UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE


def test_a_politically_exposed_person_is_told_with_the_office() -> None:
    ana = person("Ana Example", exposure=exposed("Member of an example assembly", KENYA, date(2022, 8, 25)))

    assert ana.political_exposure is not None
    assert ana.political_exposure.status is PepStatus.IS_PEP
    assert [detail.reason for detail in ana.political_exposure.details] == ["Member of an example assembly"]


def test_exposure_without_details_has_none() -> None:
    assert exposed().details == not_exposed().details == exposure_unknown().details == ()


def test_missing_knowledge_of_exposure_is_explained_and_says_nothing_else() -> None:
    (detail,) = exposure_unknown("The owner was abroad").details

    assert (detail.missing_info_reason, detail.reason) == ("The owner was abroad", None)


def test_who_is_not_named_is_described_by_the_reason_alone() -> None:
    kinds = [
        anonymous_person(WITHHELD).type,
        unknown_person(WITHHELD).type,
        anonymous_body(WITHHELD).type,
        unknown_body(WITHHELD).type,
    ]

    assert kinds == [
        PersonType.ANONYMOUS_PERSON,
        PersonType.UNKNOWN_PERSON,
        EntityType.ANONYMOUS_ENTITY,
        EntityType.UNKNOWN_ENTITY,
    ]
    assert anonymous_person(WITHHELD, "Protected").unspecified == Unspecified(WITHHELD, "Protected")


def test_a_listed_company_tells_where_it_is_traded() -> None:
    listing = SecuritiesListing("KE", "Example Exchange", Security("ALFA"), "XEXA", "XEXA")

    alfa = listed_company("Alfa PLC", KENYA, listings=(listing,), filings=("https://exchange.example/alfa",))

    assert alfa.public_listing is not None
    assert alfa.public_listing.has_public_listing
    assert alfa.public_listing.securities_listings == (listing,)


def test_a_company_bears_the_numbers_of_its_registers() -> None:
    number = Identifier(id="PVT-0001", scheme="KE-RCO")

    assert company("Alfa Works Ltd", KENYA, number).identifiers == (number,)
