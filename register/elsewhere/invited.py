"""A list of suppliers to invite: name, number, where to write; every fault by its cell."""

from dataclasses import dataclass

from register.elsewhere.batch.cells import CellWrongError, email, phone
from register.elsewhere.fault import CellFault
from register.elsewhere.table import Table, head
from register.words import N_

COLUMNS = ("name", "number", "scheme", "email", "phone")


@dataclass(frozen=True, slots=True, repr=False)
class Invited:
    """One supplier on a list; `contact` is an e-mail address, else a telephone number, else empty."""

    name: str
    scheme: str
    number: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class ReadInvited:
    """The sound rows and every fault; with a fault nothing of the list is taken."""

    invited: tuple[Invited, ...]
    faults: tuple[CellFault, ...]


def read_invited(table: Table, *, scheme: str) -> ReadInvited:
    """Read a list; `scheme` stands where a row gives none."""
    if "name" not in {head(each) for each in table.heads}:
        says = N_("This column is missing. Begin with the template.")
        return ReadInvited((), (CellFault(1, "name", says, table.sheet),))
    found: dict[tuple[str, str, str], Invited] = {}
    faults = [
        CellFault(1, told[:40], N_("The template has no such column. Take it out."), table.sheet)
        for told in table.heads
        if head(told) and head(told) not in COLUMNS
    ]
    for row in table.rows:
        name = " ".join(row.text("name").split())
        if not name:
            faults.append(
                CellFault(row.number, "name", N_("Enter the company's registered name."), table.sheet)
            )
        contacts = []
        for column, read in (("email", email), ("phone", phone)):
            try:
                contacts.append(read(row.text(column)))
            except CellWrongError as wrong:
                faults.append(CellFault(row.number, column, wrong.message, table.sheet))
        number = "".join(row.text("number").split()).upper()
        own = row.text("scheme").upper() or (scheme if number else "")
        contact = next((each for each in contacts if each), "")
        found.setdefault((own, number, name.casefold()), Invited(name, own, number, contact))
    return ReadInvited(() if faults else tuple(found.values()), tuple(faults))
