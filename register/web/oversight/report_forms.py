"""The report of a month's awards in the forms in which it is handed on: rows for a spreadsheet, a paper to print."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime

from flask_babel import format_date, gettext, ngettext

from bods.tables.cells import guarded
from register.actions.monthly_report import Behind, Report, ReportLine
from register.jurisdictions import Jurisdiction
from register.paper import Facts, Note, Paper, Table
from register.screening.committee import Committee
from register.web.words import day, moment, money
from register.words import N_

METHODS = {
    "open": N_("Open"),
    "selective": N_("Selective"),
    "limited": N_("Limited"),
    "direct": N_("Direct"),
}
EVALUATION = N_("Evaluation committee")
#: Names of columns do not change with the reader's language: programs read them.
COLUMNS = (
    "tender", "ocid", "title", "procuring_entity", "ward", "method", "reserved_for", "supplier", "supplier_scheme",
    "supplier_number", "value", "currency", "suppliers_sharing_the_value", "awarded_on", "contract_signed_on",
    "declared_on", "beneficial_owners", "directors", "method_details", "method_reason", "committees",
)  # fmt: skip


def as_csv(report: Report) -> bytes:
    """One row a supplier of each award, as UTF-8 with a mark; what a spreadsheet might run has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for line in report.lines:
        writer.writerow([guarded(cell) for cell in _cells(line)])
    return text.getvalue().encode("utf-8-sig")


def _cells(line: ReportLine) -> Iterator[str]:
    award, behind = line.award, line.behind
    yield from (award.tender_id, award.ocid, award.title, award.department, award.ward, award.method)
    yield from (award.reserved_for, award.name, award.scheme, award.number)
    yield "" if award.value is None else format(award.value, "f")
    yield from (award.currency, str(award.suppliers))
    for when in (award.awarded_on, award.signed_on, behind.declared_on):
        yield when.isoformat() if when else ""
    yield "; ".join(owners_in_words(behind))
    yield "; ".join(behind.directors)
    yield from (line.method.details, line.method.reason)
    yield "; ".join(seated_in_words(line))


def as_paper(report: Report, law: Jurisdiction, made_at: datetime, language: str) -> Paper:
    """Print it: what was awarded to whom, then who stands behind each supplier."""
    totals = [money(value, currency or None) for currency, value in report.totals.items()]
    facts = (
        (gettext("Awards"), str(report.awards)),
        (gettext("Value awarded"), "; ".join(totals) or "–"),
        (gettext("Suppliers without a published declaration"), str(report.undeclared)),
        (gettext("Awards without a reason for the method"), str(report.without_reason)),
        (gettext("Awards without names of committees"), str(report.without_committee)),
        (gettext("Due"), day(report.due_on)),
    )
    return Paper(
        title=gettext("Awards of %(month)s", month=named(report.month)),
        over=law.county_title,
        parts=(
            Facts(facts),
            Note(
                gettext("Owners and directors are those of the public register, on the day of each award."),
                small=True,
            ),
            *(
                [_awarded(report), _stood_behind(report), _how(report)]
                if report.lines
                else [Note(gettext("Nothing was awarded in this month."))]
            ),
        ),
        foot=gettext("Made %(moment)s", moment=moment(made_at)),
        language=language,
    )


def _awarded(report: Report) -> Table:
    return Table(
        gettext("What was awarded"),
        (
            gettext("Tender"),
            gettext("Procuring entity"),
            gettext("Supplier"),
            gettext("Value"),
            gettext("Awarded"),
        ),
        tuple(
            (
                f"{each.award.tender_id} {each.award.title}".strip(),
                each.award.department,
                each.award.name,
                _value(each),
                day(each.award.awarded_on),
            )
            for each in report.lines
        ),
    )


def _value(line: ReportLine) -> str:
    told = money(line.award.value, line.award.currency or None)
    if line.award.suppliers == 1 or line.award.value is None:
        return told
    return ngettext(
        "%(value)s, shared by %(num)s", "%(value)s, shared by %(num)s", line.award.suppliers, value=told
    )


def _stood_behind(report: Report) -> Table:
    suppliers = {(each.award.name, each.award.number, each.behind): None for each in report.lines}
    return Table(
        gettext("Who stands behind the suppliers"),
        (gettext("Supplier"), gettext("Official number"), gettext("Beneficial owners"), gettext("Directors")),
        tuple(
            (
                name,
                number,
                "; ".join(owners_in_words(behind)) or none_in_words(behind),
                "; ".join(behind.directors),
            )
            for name, number, behind in suppliers
        ),
    )


def _how(report: Report) -> Table:
    """How each tender was held, and who sat on its committees; once a tender, however many suppliers it had."""
    tenders = {each.award.ocid: each for each in report.lines}
    return Table(
        gettext("How it was bought"),
        (gettext("Tender"), gettext("Method"), gettext("Reason"), gettext("Committees")),
        tuple(
            (
                each.award.tender_id or each.award.ocid,
                method_in_words(each),
                each.method.reason or gettext("Not told"),
                "; ".join(seated_in_words(each)) or gettext("Not told"),
            )
            for each in tenders.values()
        ),
    )


def method_in_words(line: ReportLine) -> str:
    """The buyer's own name of the method, else what the standard calls it."""
    code = line.award.method
    return line.method.details or (gettext(METHODS[code]) if code in METHODS else code or gettext("Not told"))


def seated_in_words(line: ReportLine) -> tuple[str, ...]:
    """Each member with the committee, once with all committees they sat on."""
    seats: dict[str, list[str]] = {}
    for each in line.seated:
        body = gettext(EVALUATION) if each.committee == Committee.EVALUATION else str(each.committee)
        seats.setdefault(each.name, []).append(body)
    return tuple(f"{name} ({', '.join(dict.fromkeys(bodies))})" for name, bodies in seats.items())


def owners_in_words(behind: Behind) -> tuple[str, ...]:
    """Each owner with the share, where there is one."""
    told = ((name or gettext("Somebody who is not named"), share) for name, share in behind.owners)
    return tuple(f"{name} ({share})" if share else name for name, share in told)


def none_in_words(behind: Behind) -> str:
    """Why no owner stands there."""
    return gettext("No declaration yet") if behind.declared_on is None else gettext("None declared")


def named(month: date) -> str:
    """October 2026."""
    return format_date(month, "LLLL y")
