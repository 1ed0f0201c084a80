"""A sheet of declarations read: its companies, each with its rows, and every fault by its cell."""

from dataclasses import dataclass

from register.elsewhere.batch.columns import COLUMNS, Column
from register.elsewhere.batch.line import Line, LineReader
from register.elsewhere.batch.rules import Rules
from register.elsewhere.batch.told_of_company import contradictions
from register.elsewhere.fault import CellFault
from register.elsewhere.table import Table, head
from register.words import N_

#: No company of a sheet has so many holdings that it is not better told on its own pages.
MOST_ROWS_OF_ONE = 400


@dataclass(frozen=True, slots=True)
class CompanyLines:
    """One company's rows, in their order."""

    scheme: str
    number: str
    name: str
    lines: tuple[Line, ...]

    @property
    def row(self) -> int:
        """Where the company first stands."""
        return self.lines[0].row

    @property
    def key(self) -> tuple[str, str]:
        return self.scheme, self.number


@dataclass(frozen=True, slots=True)
class Batch:
    """All companies of a sheet; those of which a row is faulty are in `companies` too, see `faulty`."""

    companies: tuple[CompanyLines, ...]
    faults: tuple[CellFault, ...]
    sheet: str = ""

    @property
    def faulty(self) -> frozenset[tuple[str, str]]:
        """Companies of which some row is wrong: nothing of theirs is taken."""
        rows = {fault.row for fault in self.faults}
        return frozenset(
            each.key for each in self.companies if 0 in rows or any(line.row in rows for line in each.lines)
        )


def read_batch(table: Table, rules: Rules, columns: tuple[Column, ...] = COLUMNS) -> Batch:
    """Read every row, whatever is wrong with the others. `columns` are those of the template that was given out."""
    faults = _heads(table, columns)
    if faults:
        return Batch((), tuple(faults), table.sheet)
    found: dict[tuple[str, str], list[Line]] = {}
    for row in table.rows:
        reader = LineReader(row, rules, table.sheet)
        line = reader.read()
        faults += reader.faults
        found.setdefault((line.scheme, line.number), []).append(line)
    companies = tuple(
        CompanyLines(scheme, number, lines[0].company, tuple(lines))
        for (scheme, number), lines in found.items()
    )
    for each in companies:
        faults += _one_name(each, table.sheet)
        faults += contradictions(each.lines, table.sheet)
        if len(each.lines) > MOST_ROWS_OF_ONE:
            message = N_("One company has more than %(most)s rows. Declare it on its own pages.")
            facts = {"most": str(MOST_ROWS_OF_ONE)}
            faults.append(CellFault(each.row, "company_number", message, table.sheet, facts))
    return Batch(companies, tuple(sorted(faults, key=lambda fault: fault.row)), table.sheet)


def _heads(table: Table, columns: tuple[Column, ...]) -> list[CellFault]:
    names = [head(each) for each in table.heads]
    known = {column.name for column in columns}
    faults = [
        CellFault(1, column.name, N_("This column is missing. Begin with the template."), table.sheet)
        for column in columns
        if column.needed and column.name not in names
    ]
    faults += [
        CellFault(1, told[:40], N_("The template has no such column. Take it out."), table.sheet)
        for told, name in zip(table.heads, names, strict=True)
        if name and name not in known
    ]
    doubled = {name for name in names if name and names.count(name) > 1}
    return faults + [
        CellFault(1, name, N_("This column stands here twice. Take one out."), table.sheet)
        for name in sorted(doubled)
    ]


def _one_name(company: CompanyLines, sheet: str) -> list[CellFault]:
    return [
        CellFault(
            line.row,
            "company_name",
            N_("Row %(row)s gives this company another name. Write one name."),
            sheet,
            {"row": str(company.row)},
        )
        for line in company.lines
        if line.company and company.name and line.company.casefold() != company.name.casefold()
    ]
