"""What a row tells of a person that is kept sealed, each cell checked for its form."""

from typing import TYPE_CHECKING

from register.declarations.draft import Particulars
from register.elsewhere.batch import cells
from register.elsewhere.batch.rules import countries
from register.words import N_

if TYPE_CHECKING:
    from register.elsewhere.batch.line import LineReader

NOTHING = Particulars("", "")
#: Columns that speak of people alone.
OF_PEOPLE = (
    "lives_in", "document", "document_number", "born", "tax_number", "phone", "email", "home_address", "postal_address", "business_address", "occupation", "groups",
    "disability_number", "barred", "barred_details", "barred_until", "other_nationalities",
)  # fmt: skip


def particulars(reader: "LineReader") -> Particulars:
    """Read what a person's row tells; what is wrong gathers in the reader."""
    text = reader.row.text
    return Particulars(
        document_scheme=_document(reader),
        document_number=text("document_number"),
        birth_date=reader.cell("born", reader.day, None),
        tax_number=text("tax_number").upper(),
        phone=reader.cell("phone", cells.phone, ""),
        email=reader.cell("email", cells.email, ""),
        home_address=text("home_address"),
        postal_address=text("postal_address"),
        business_address=text("business_address"),
        occupation=text("occupation"),
        groups=reader.cell("groups", cells.groups, None),
        disability_number=text("disability_number"),
        barred=reader.cell("barred", cells.yes_or_no, None),
        barred_details=text("barred_details"),
        barred_until=reader.cell("barred_until", lambda told: cells.day(told, None), None),
    )


def only_for_people(reader: "LineReader") -> Particulars:
    """Tell what a row of a body or of nobody says as if it were of a person; gives no particulars."""
    for column in OF_PEOPLE:
        if reader.row.text(column):
            reader.fault(column, N_("This is asked of people only. Empty the cell."))
    return NOTHING


def _document(reader: "LineReader") -> str:
    """The standard's code of the document; its number has the form that such a document has."""
    code = reader.row.text("document").lower().replace(" ", "_")
    country = reader.cell("document_country", lambda told: cells.country(told, countries()), "")
    scheme = reader.rules.document_scheme(code, country)
    number = reader.row.text("document_number")
    if code and not scheme:
        reader.fault("document", N_("Write one of the codes of documents in the template."))
    known = next((each for each in reader.rules.place.identity_documents if each.code == code), None)
    if known and number and not known.fits(number):
        hint = N_("Enter the number as it is on the document: %(hint)s")
        reader.fault("document_number", hint, hint=known.hint)
    return scheme
