"""Every column of the sheet of declarations reaches the draft, whatever the form of the file; what is left empty stays."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bods.records import Share
from register.declarations.draft import Group, IndirectClaim, Listing, Particulars
from register.elsewhere.batch.reading import read_batch
from register.elsewhere.table import read_table
from tests.factories.sheets import ANA, ANA_IN_FULL, BEN, DELTA, ECHO, NAMES, as_csv, as_xlsx
from tests.register.elsewhere.batch.test_batch import ALFA, RULES, draft_of, read


@pytest.mark.parametrize("form", [as_csv, as_xlsx])
def test_all_that_a_sheet_can_tell_is_in_the_draft(form: Callable[..., bytes]) -> None:
    batch = read_batch(read_table(form(ANA_IN_FULL, ECHO)), RULES)

    made = draft_of(batch)

    assert (batch.faults, made.faults) == ((), ())
    assert made.draft.company == replace(
        ALFA.company,
        founded=date(2011, 2, 14),
        tax_number="P051234567X",
        phone="+254711000001",
        email="office@alfa.example",
        registered_address="Plot 3, Wote",
    )
    assert made.draft.people[0].more_nationalities == ("UG", "TZ")
    assert made.draft.particulars["new1"] == Particulars(
        document_scheme="KEN-IDCARD",
        document_number="98765432",
        birth_date=date(1980, 12, 31),
        tax_number="A009876543Z",
        phone="+254712000001",
        email="ana@alfa.example",
        home_address="Plot 7, Wote",
        postal_address="P.O. Box 7, Wote",
        business_address="Market Street, Wote",
        occupation="Mason",
        groups=frozenset({Group.WOMEN, Group.DISABILITY}),
        disability_number="NCPWD/P/12345",
        barred=True,
        barred_details="Barred by the review board in 2025.",
        barred_until=date(2028, 6, 30),
    )
    assert made.draft.indirect == (
        IndirectClaim("new1", Share(Decimal("12.5"), Decimal(20)), Share.exactly(Decimal(10))),
    )
    assert made.draft.entities[0].listing == Listing(
        exchange="Nairobi Securities Exchange",
        country="KE",
        ticker="ECHO",
        isin="KE0000000109",
        filings_url="https://echo.example/filings",
    )
    assert [(each.since, each.until) for each in made.draft.holdings] == [
        (date(2019, 5, 1), None),
        (date(2019, 5, 1), date(2025, 11, 3)),
    ]


def test_every_column_is_filled_in_by_some_row_of_the_round_trip() -> None:
    told = ANA_IN_FULL | ECHO | BEN

    assert {*NAMES} - {*told} == {
        "company_scheme",
        "controls",
        "document_country",
        "number_scheme",
        "reason",
        "reason_words",
    }


def test_what_a_later_sheet_leaves_empty_stays_as_it_was_told() -> None:
    first = draft_of(read(ANA_IN_FULL, ECHO)).draft

    again = draft_of(read(ANA, ECHO | {"isin": "", "ticker": "", "exchange": "", "filings": ""}), first).draft

    assert again.company == first.company
    assert again.particulars == first.particulars
    assert again.people == first.people
    assert again.indirect == first.indirect
    assert again.entities == first.entities


def test_rows_that_contradict_each_other_about_their_company_or_holder_are_told() -> None:
    otherwise = read(ANA_IN_FULL, BEN | {"company_founded": "2012-01-01", "company_phone": "+254711000001"})
    twice = draft_of(
        read(ANA_IN_FULL, DELTA, ANA_IN_FULL | {"holds_in": "Delta Holdings Ltd", "indirect_shares": "9"})
    )

    assert [(fault.row, fault.column, fault.facts) for fault in otherwise.faults] == [
        (3, "company_founded", {"row": "2"})
    ]
    assert [(fault.row, fault.column) for fault in twice.faults] == [(4, "indirect_shares")]


def test_what_is_asked_of_people_or_of_listed_companies_is_refused_of_others() -> None:
    batch = read(ANA | {"ticker": "ALFA"}, DELTA | {"occupation": "Mason", "phone": "+254711000001"})

    assert {(fault.row, fault.column) for fault in batch.faults} == {
        (2, "ticker"),
        (3, "occupation"),
        (3, "phone"),
    }
