"""The county that screens are measured with: sound releases, and each thing that strains a screen is there."""

from datetime import date

import orjson
import pytest

from register.example.county import County, county
from register.ocds.fault import Fault
from register.ocds.reading import releases_in
from tests.factories.busy_county import CROWD, LONG_NAME, OWNED, OWNER, WIDE, Sizes, busy_county

TODAY = date(2026, 3, 9)


@pytest.fixture(scope="module")
def busy() -> County:
    return busy_county(TODAY, Sizes(tenders=60, suppliers=100))


def test_a_tender_is_crowded_a_person_owns_many_and_a_company_has_many_owners(busy: County) -> None:
    documents = [
        draft.particulars[person.key].document_number
        for supplier in busy.suppliers
        for _, draft in supplier.declarations
        for person in draft.people
        if person.full_name == OWNER
    ]
    (wide,) = [each for each in busy.suppliers if each.name == LONG_NAME]

    assert max(len(each.bidders) for each in busy.tenders) == CROWD
    assert max(documents.count(each) for each in documents) == OWNED
    assert len(wide.declarations[0][1].people) == WIDE


def test_everything_of_the_small_county_is_in_it_and_nobody_has_two_numbers(busy: County) -> None:
    known = county(TODAY)

    assert len(busy.tenders) == 60
    assert [each.ocid for each in busy.tenders[: len(known.tenders)]] == [each.ocid for each in known.tenders]
    assert len({each.ocid for each in busy.tenders}) == len(busy.tenders)
    assert len({each.name for each in busy.suppliers}) == len(busy.suppliers)


def test_its_releases_are_sound(busy: County) -> None:
    read = list(releases_in(orjson.dumps(busy.releases), "busy"))

    assert [each for each in read if isinstance(each, Fault)] == []
    assert len({each.ocid for each in read if not isinstance(each, Fault)}) == 60
