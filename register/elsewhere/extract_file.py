"""A CSV or Excel file of registry extracts: one row a director or shareholder, every fault by its cell."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from register.elsewhere.batch.cells import CellWrongError, day
from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole
from register.elsewhere.fault import CellFault
from register.elsewhere.table import Row, Table, head
from register.words import N_

COLUMNS = ("number", "name", "scheme", "status", "extracted_on", "role", "party", "shares", "party_number")
NEEDED = ("number", "name", "extracted_on")


@dataclass(frozen=True, slots=True)
class ReadExtracts:
    """The extracts of a file that are sound, and every fault; of a company with a fault nothing is taken."""

    extracts: tuple[Extract, ...]
    faults: tuple[CellFault, ...]


def read_extracts(table: Table, *, source: str, scheme: str, today: date) -> ReadExtracts:
    """Rows with one number and day make one extract; `scheme` stands where a row gives none."""
    names = {head(each) for each in table.heads}
    missing = [name for name in NEEDED if name not in names]
    if missing:
        says = N_("This column is missing. Begin with the template.")
        return ReadExtracts((), tuple(CellFault(1, name, says, table.sheet) for name in missing))
    found: dict[tuple[str, str, date | None], Extract] = {}
    bad: set[tuple[str, str, date | None]] = set()
    faults: list[CellFault] = []
    for row in table.rows:
        on, wrong = _checked(row, table.sheet, today)
        number = "".join(row.text("number").split()).upper()
        key = (row.text("scheme").upper() or scheme, number, on)
        faults += wrong
        if wrong or on is None:
            bad.add(key)
            continue
        extract = found.get(key) or Extract(
            key[0], number, " ".join(row.text("name").split()), _status(row), on, source
        )
        found[key] = replace(extract, parties=(*extract.parties, *_party(row)))
    sound = tuple(each for key, each in found.items() if key not in bad)
    return ReadExtracts(sound, tuple(faults))


def _checked(row: Row, sheet: str, today: date) -> tuple[date | None, list[CellFault]]:
    faults = [
        CellFault(row.number, column, N_("Fill in this cell."), sheet)
        for column in NEEDED
        if not row.text(column)
    ]
    on = None
    try:
        on = day(row.text("extracted_on"), today)
    except CellWrongError as wrong:
        faults.append(CellFault(row.number, "extracted_on", wrong.message, sheet))
    faults += _of_party(row, sheet)
    return on, faults


def _of_party(row: Row, sheet: str) -> Iterator[CellFault]:
    role = row.text("role").lower()
    if row.text("status") and row.text("status").lower().replace(" ", "_") not in set(CompanyStatus):
        yield CellFault(
            row.number, "status", N_("Write one of the codes of the template, or leave it empty."), sheet
        )
    if row.text("party") and role not in set(PartyRole):
        yield CellFault(row.number, "role", N_("Write director or shareholder."), sheet)
    if role and not row.text("party"):
        yield CellFault(row.number, "party", N_("Fill in this cell."), sheet)
    if _shares(row.text("shares")) is None and row.text("shares"):
        yield CellFault(row.number, "shares", N_("Write how many shares, in figures."), sheet)


def _status(row: Row) -> CompanyStatus:
    return CompanyStatus(row.text("status").lower().replace(" ", "_") or CompanyStatus.UNKNOWN.value)


def _party(row: Row) -> tuple[Party, ...]:
    name = " ".join(row.text("party").split())
    role = row.text("role").lower()
    if not name:
        return ()
    number = "".join(row.text("party_number").split()).upper()
    return (Party(PartyRole(role), name, _shares(row.text("shares")), number),)


def _shares(text: str) -> Decimal | None:
    try:
        told = Decimal(text.replace(",", "").replace(" ", "")) if text else None
    except InvalidOperation:
        return None
    return told if told is not None and told.is_finite() and told >= 0 else None
