"""A sheet of declarations that came on paper: besides the answers, what each paper is, who signed it, as what and when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from register.elsewhere.batch import cells
from register.elsewhere.batch.cells import CellWrongError
from register.elsewhere.batch.columns import COLUMNS, Column
from register.elsewhere.batch.reading import Batch, CompanyLines, read_batch
from register.elsewhere.batch.rules import Rules
from register.elsewhere.fault import CellFault
from register.elsewhere.table import Row, Table
from register.words import N_

PAPER, SIGNED_BY, SIGNED_AS, SIGNED_ON = "paper", "signed_by", "signed_as", "signed_on"
#: So many papers are taken at once: a clerk looks at each of them afterwards.
MOST_PAPERS = 100
#: The sheet of many declarations with four columns more.
PAPER_COLUMNS: tuple[Column, ...] = (
    *COLUMNS,
    Column(
        PAPER,
        N_("What the paper is, with its stamp or number; in one row of each company is enough."),
        "Disclosure form, stamped 1142",
    ),
    Column(
        SIGNED_BY, N_("Who signed the paper; in one row of each company is enough."), "Ana Mwikali Example"
    ),
    Column(SIGNED_AS, N_("As what they signed, for example director."), "director"),
    Column(SIGNED_ON, N_("The day it was signed, as 2026-02-01."), "2026-02-01"),
)
#: What is missing is said so, and no answer is longer than this.
_NEEDED: Mapping[str, tuple[str, int]] = {
    PAPER: (N_("Write what the paper is, with its stamp or number."), 200),
    SIGNED_BY: (N_("Enter the name of whoever signed the paper."), 200),
    SIGNED_AS: (N_("Enter as what they signed, for example director."), 100),
    SIGNED_ON: (N_("Enter the day on which the paper was signed."), 20),
}


@dataclass(frozen=True, slots=True)
class SignedPaper:
    """One company’s paper: the rows that were typed from it, and who signed it, as what, on which day."""

    company: CompanyLines
    title: str
    signed_by: str
    signed_as: str
    signed_on: date


@dataclass(frozen=True, slots=True)
class Stack:
    """The papers of a sheet of which every cell can be right, and every fault of the others by its cell."""

    papers: tuple[SignedPaper, ...]
    faults: tuple[CellFault, ...]
    left: tuple[CompanyLines, ...]
    sheet: str = ""


def read_stack(table: Table, rules: Rules) -> Stack:
    """Read every row; of a company nothing is taken while one of its cells is wrong."""
    batch = read_batch(table, rules, PAPER_COLUMNS)
    if len(batch.companies) > MOST_PAPERS:
        message = N_("This file tells of more than %(most)s companies. Send it in parts.")
        fault = CellFault(0, "", message, table.sheet, {"most": str(MOST_PAPERS)})
        return Stack((), (fault,), batch.companies, table.sheet)
    rows = {row.number: row for row in table.rows}
    read = [_Signature(each, rows, rules, table.sheet) for each in batch.companies]
    faults = [*batch.faults, *(fault for each in read for fault in each.faults())]
    wrong = _faulty(batch, faults)
    papers = tuple(each.paper() for each in read if each.company.key not in wrong)
    left = tuple(each for each in batch.companies if each.key in wrong)
    return Stack(papers, tuple(sorted(faults, key=lambda fault: fault.row)), left, table.sheet)


def _faulty(batch: Batch, faults: list[CellFault]) -> frozenset[tuple[str, str]]:
    return Batch(batch.companies, tuple(faults), batch.sheet).faulty


@dataclass(frozen=True, slots=True)
class _Signature:
    """What the rows of one company say of its paper: told once, or in every row alike."""

    company: CompanyLines
    rows: Mapping[int, Row]
    rules: Rules
    sheet: str

    def _told(self, column: str) -> list[tuple[int, str]]:
        cells_of = ((line.row, self.rows[line.row].text(column)) for line in self.company.lines)
        return [(row, " ".join(text.split())) for row, text in cells_of if text]

    def _text(self, column: str) -> str:
        return next((text for _row, text in self._told(column)), "")

    def _day(self) -> date | None:
        return cells.day(self._text(SIGNED_ON), self.rules.today)

    def paper(self) -> SignedPaper:
        """The paper, of which no cell is wrong."""
        return SignedPaper(
            self.company,
            self._text(PAPER),
            self._text(SIGNED_BY),
            self._text(SIGNED_AS),
            self._day() or self.rules.today,
        )

    def faults(self) -> Iterator[CellFault]:
        for column, (missing, most) in _NEEDED.items():
            yield from self._of(column, missing, most)
        try:
            self._day()
        except CellWrongError as wrong:
            row = self._told(SIGNED_ON)[0][0]
            yield CellFault(row, SIGNED_ON, wrong.message, self.sheet, wrong.facts)

    def _of(self, column: str, missing: str, most: int) -> Iterator[CellFault]:
        told = self._told(column)
        if not told:
            yield CellFault(self.company.row, column, missing, self.sheet)
            return
        (first, text), *more = told
        if len(text) > most:
            yield CellFault(first, column, N_("This cell is too long. Shorten it."), self.sheet)
        for row, other in more:
            if other.casefold() != text.casefold():
                message = N_("Row %(row)s says otherwise of this paper. Write the same, or leave it empty.")
                yield CellFault(row, column, message, self.sheet, {"row": str(first)})
