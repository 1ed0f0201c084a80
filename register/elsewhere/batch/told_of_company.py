"""What the rows of one company tell of itself: once, or in every row alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING

from register.declarations.bodies import EntityAnswer, Listing
from register.elsewhere.batch import cells
from register.elsewhere.fault import CellFault
from register.words import N_

if TYPE_CHECKING:
    from register.elsewhere.batch.line import Line, LineReader

LISTED = "listed"
#: Columns that speak of listed companies alone.
OF_LISTED = ("exchange", "ticker", "isin", "filings")


@dataclass(frozen=True, slots=True, repr=False)
class OfCompany:
    """The declaring company's first day and how to reach it; the names of the fields are those of its answers."""

    founded: date | None = None
    tax_number: str = ""
    phone: str = ""
    email: str = ""
    registered_address: str = ""


#: In which column each of them stands.
COLUMNS = {
    "founded": "company_founded",
    "tax_number": "company_tax_number",
    "phone": "company_phone",
    "email": "company_email",
    "registered_address": "company_address",
}


def of_company(reader: "LineReader") -> OfCompany:
    """Read what one row tells of its company."""
    return OfCompany(
        founded=reader.cell(COLUMNS["founded"], reader.day, None),
        tax_number=reader.row.text(COLUMNS["tax_number"]).upper(),
        phone=reader.cell(COLUMNS["phone"], cells.phone, ""),
        email=reader.cell(COLUMNS["email"], cells.email, ""),
        registered_address=reader.row.text(COLUMNS["registered_address"]),
    )


def with_told(company: EntityAnswer, lines: Iterable["Line"]) -> EntityAnswer:
    """The company with what its rows tell; what none tells stays as it was."""
    for line in lines:
        told = {each.name: getattr(line.of_company, each.name) for each in fields(OfCompany)}
        company = replace(company, **{name: value for name, value in told.items() if value})
    return company


def contradictions(lines: Iterable["Line"], sheet: str) -> Iterator[CellFault]:
    """Rows that tell otherwise of the company than a row before them."""
    for name, column in COLUMNS.items():
        told = [(line.row, value) for line in lines if (value := getattr(line.of_company, name))]
        for row, value in told[1:]:
            if value != told[0][1]:
                message = N_("Row %(row)s says otherwise of this company. Write the same, or leave it empty.")
                yield CellFault(row, column, message, sheet, {"row": str(told[0][0])})


def listing(reader: "LineReader", holder: str, country: str) -> Listing | None:
    """Where a listed company is listed; None when the row does not say, or speaks of anybody else."""
    if holder != LISTED:
        for column in OF_LISTED:
            if reader.row.text(column):
                reader.fault(column, N_("This is asked of listed companies only. Empty the cell."))
        return None
    told = Listing(
        exchange=reader.row.text("exchange"),
        country=country,
        ticker=reader.row.text("ticker"),
        isin=reader.cell("isin", cells.isin, ""),
        filings_url=reader.cell("filings", cells.web_address, ""),
    )
    return told if told != Listing(country=country) else None
