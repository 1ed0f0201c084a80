"""One row of a sheet of declarations, each cell read into its value, with all that is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.bodies import AGREEMENTS, EntityKind, Listing
from register.declarations.draft import NoOwner, Particulars
from register.elsewhere.batch import cells
from register.elsewhere.batch.cells import CellWrongError
from register.elsewhere.batch.particulars import only_for_people, particulars
from register.elsewhere.batch.rules import Rules, countries
from register.elsewhere.batch.told_of_company import OfCompany, listing, of_company
from register.elsewhere.fault import CellFault
from register.elsewhere.table import LONGEST_CELL, Row
from register.words import N_

PERSON, NOBODY = "person", "nobody"
#: Kinds of body that one row can tell; agreements take more than a row.
KINDS = tuple(kind.value for kind in EntityKind if kind not in AGREEMENTS)
#: Names that nobody has are refused when longer.
MOST_LETTERS = 300
#: Characters that turn the direction of text, or do not show.
_TRICKS = frozenset("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """What one row says. `holder` is "person", "nobody" or a kind of body."""

    row: int
    scheme: str
    number: str
    company: str
    holder: str
    name: str
    country: str
    other_nationalities: tuple[str, ...]
    lives_in: str
    particulars: Particulars
    body_scheme: str
    body_number: str
    holds_in: str
    shares: Share | None
    votes: Share | None
    controls: tuple[InterestType, ...]
    since: date | None
    until: date | None
    indirect_shares: Share | None
    indirect_votes: Share | None
    nobody: NoOwner | None
    of_company: OfCompany
    listing: Listing | None


@dataclass(slots=True)
class LineReader:
    """Reads one row; what is wrong gathers in `faults`."""

    row: Row
    rules: Rules
    sheet: str
    faults: list[CellFault] = field(default_factory=list)

    def fault(self, column: str, message: str, **facts: str) -> None:
        self.faults.append(CellFault(self.row.number, column, message, self.sheet, facts))

    def read(self) -> Line:
        """Read every cell, whatever is wrong with the others."""
        self._refuse_formulas()
        holder = self._holder()
        country = self.cell("country", lambda text: cells.country(text, countries()), "")
        return Line(
            row=self.row.number,
            scheme=self._company_scheme(),
            number="".join(self._needed("company_number", N_("Enter the company’s number.")).split()).upper(),
            company=self._name("company_name", N_("Enter the company's registered name.")),
            holder=holder,
            name="" if holder == NOBODY else self._name("name", N_("Enter the name of the person or body.")),
            country=country,
            other_nationalities=self.cell(
                "other_nationalities", lambda text: cells.countries(text, countries()), ()
            ),
            lives_in=self.cell("lives_in", lambda text: cells.country(text, countries()), ""),
            particulars=particulars(self) if holder == PERSON else only_for_people(self),
            body_scheme=self.row.text("number_scheme").upper(),
            body_number="".join(self.row.text("number").split()).upper(),
            holds_in=" ".join(self.row.text("holds_in").split()),
            shares=self.cell("shares", cells.share, None),
            votes=self.cell("votes", cells.share, None),
            controls=self.cell("controls", cells.controls, ()),
            since=self.cell("since", self.day, None),
            until=self.cell("until", self.day, None),
            indirect_shares=self.cell("indirect_shares", cells.share, None),
            indirect_votes=self.cell("indirect_votes", cells.share, None),
            nobody=self._nobody() if holder == NOBODY else None,
            of_company=of_company(self),
            listing=listing(self, holder, country),
        )

    def day(self, text: str) -> date | None:
        return cells.day(text, self.rules.today)

    def _refuse_formulas(self) -> None:
        for column, text in self.row.cells.items():
            if text.startswith("="):
                self.fault(column, N_("This cell holds a formula. Write the value itself."))
            elif len(text) > LONGEST_CELL:
                self.fault(column, N_("This cell is too long. Shorten it."))
            elif any(each in _TRICKS or (ord(each) < 32 and each not in "\n\t") for each in text):
                self.fault(column, N_("This cell holds a character that does not show. Type it anew."))

    def cell(self, column: str, read: Callable[[str], T], otherwise: T) -> T:
        try:
            return read(self.row.text(column))
        except CellWrongError as wrong:
            self.fault(column, wrong.message, **wrong.facts)
            return otherwise

    def _needed(self, column: str, message: str) -> str:
        text = " ".join(self.row.text(column).split())
        if not text:
            self.fault(column, message)
        return text

    def _name(self, column: str, message: str) -> str:
        name = self._needed(column, message)
        if len(name) > MOST_LETTERS:
            self.fault(column, N_("This cell is too long. Shorten it."))
        elif name and not any(letter.isalpha() for letter in name):
            self.fault(column, N_("Enter the name in letters; you may use any script"))
        return name

    def _holder(self) -> str:
        told = self.row.text("holder").lower().replace(" ", "_") or PERSON
        if told not in (PERSON, NOBODY, *KINDS):
            self.fault("holder", N_("Write person, nobody, or a kind of body from the list in the template."))
        return told

    def _company_scheme(self) -> str:
        code = self.row.text("company_scheme").upper() or self.rules.first_scheme
        found = self.rules.place.scheme(code)
        if found is None:
            self.fault("company_scheme", N_("Write one of the codes of the template, or leave it empty."))
        elif not found.fits(self.row.text("company_number") or "-") and self.row.text("company_number"):
            hint = N_("Enter the number as it is printed: %(hint)s")
            self.fault("company_number", hint, hint=found.hint)
        return code

    def _nobody(self) -> NoOwner | None:
        try:
            return NoOwner(cells.reason(self.row.text("reason")), self.row.text("reason_words"))
        except CellWrongError as wrong:
            self.fault("reason", wrong.message)
            return None
