"""Sheets of declarations as people send them."""

import csv
import io
from collections.abc import Mapping

import openpyxl

from register.elsewhere.batch.columns import COLUMNS, SHEET

ANA = {
    "company_number": "PVT-ALFA",
    "company_name": "Alfa Builders Ltd",
    "holder": "person",
    "name": "Ana Mwikali",
    "country": "KE",
    "lives_in": "KE",
    "document": "national_id",
    "document_number": "98765432",
    "born": "1980-12-31",
    "home_address": "Plot 7, Wote",
    "shares": "60",
    "votes": "60",
}
#: A company in between, and who holds it: Delta holds 40 % of Alfa, Ben holds all of Delta.
DELTA = {
    "company_number": "PVT-ALFA",
    "company_name": "Alfa Builders Ltd",
    "holder": "company",
    "name": "Delta Holdings Ltd",
    "country": "KE",
    "number": "PVT-DELTA1",
    "shares": "40",
    "votes": "40",
}
BEN = ANA | {
    "name": "Ben Musyoka",
    "document_number": "12345678",
    "holds_in": "Delta Holdings Ltd",
    "shares": "100",
    "votes": "100",
}
BETA = ANA | {
    "company_number": "PVT-BETA",
    "company_name": "Beta Roads Ltd",
    "shares": "100",
    "votes": "100",
}
#: All that a sheet can tell of Ana, of her company, and of what she holds.
ANA_IN_FULL = ANA | {
    "company_founded": "2011-02-14",
    "company_tax_number": "P051234567X",
    "company_phone": "+254711000001",
    "company_email": "office@alfa.example",
    "company_address": "Plot 3, Wote",
    "other_nationalities": "UG; TZ",
    "tax_number": "A009876543Z",
    "phone": "+254712000001",
    "email": "ana@alfa.example",
    "postal_address": "P.O. Box 7, Wote",
    "business_address": "Market Street, Wote",
    "occupation": "Mason",
    "groups": "women; disability",
    "disability_number": "NCPWD/P/12345",
    "barred": "yes",
    "barred_details": "Barred by the review board in 2025.",
    "barred_until": "2028-06-30",
    "since": "2019-05-01",
    "indirect_shares": "12.5-20",
    "indirect_votes": "10",
}
#: A listed company that held a part of Alfa until it sold it.
ECHO = DELTA | {
    "holder": "listed",
    "name": "Echo Cement PLC",
    "number": "PVT-ECHO01",
    "exchange": "Nairobi Securities Exchange",
    "ticker": "ECHO",
    "isin": "ke0000000109",
    "filings": "https://echo.example/filings",
    "since": "2019-05-01",
    "until": "2025-11-03",
}
NAMES = [column.name for column in COLUMNS]


def as_csv(*rows: dict[str, str], names: list[str] = NAMES) -> bytes:
    """The rows as CSV, in the template's columns."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, names, restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_xlsx(*rows: Mapping[str, object], sheet: str = SHEET) -> bytes:
    """The rows as an Excel file; figures and days stay figures and days."""
    book, out = openpyxl.Workbook(), io.BytesIO()
    page = book.active
    assert page is not None
    page.title = sheet
    page.append(NAMES)
    for row in rows:
        page.append([row.get(name) for name in NAMES])
    book.save(out)
    return out.getvalue()
