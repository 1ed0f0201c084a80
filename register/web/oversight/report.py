"""The report of a month's awards, as a page, as CSV and as PDF."""

from datetime import UTC, date, datetime, timedelta

from flask import Response, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import get_locale

from register.access import Permission
from register.actions.monthly_report import after, monthly_report
from register.extensions import db
from register.paper import as_pdf
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.report_forms import as_csv, as_paper, method_in_words, named, seated_in_words
from register.web.paging import page_asked
from register.web.ruling import local_today, rules_today

PER_PAGE = 50
#: Nobody awards before or after these.
YEARS = range(1900, 2200)


@door.get("/report")
@allow(Permission.SCREEN)
def report() -> ResponseReturnValue:
    month, page = _month(), page_asked()
    made = monthly_report(
        db.session, month, jurisdiction=rules_today(), limit=PER_PAGE, offset=(page - 1) * PER_PAGE
    )
    return render_template(
        "oversight/report.html",
        report=made,
        asked=month.strftime("%Y-%m"),
        named=named(month),
        method=method_in_words,
        seated=seated_in_words,
        months=[each.strftime("%Y-%m") for each in (month - timedelta(1), after(month))],
        over=after(month) <= local_today(),
        before=_address(month, page - 1) if page > 1 else None,
        after=_address(month, page + 1) if page * PER_PAGE < made.count else None,
    )


@door.get("/report.csv")
@allow(Permission.SCREEN)
def report_csv() -> ResponseReturnValue:
    month = _month()
    made = monthly_report(db.session, month, jurisdiction=rules_today())
    return _file(as_csv(made), "text/csv", month, "csv")


@door.get("/report.pdf")
@allow(Permission.SCREEN)
def report_pdf() -> ResponseReturnValue:
    month = _month()
    made = monthly_report(db.session, month, jurisdiction=rules_today())
    now = datetime.now(UTC)
    printed = as_pdf(as_paper(made, rules_today(), now, str(get_locale() or "en")), now)
    return _file(printed, "application/pdf", month, "pdf")


def _month() -> date:
    """The first day of the month that is asked for; the last whole month when none is."""
    asked = request.args.get("month")
    if not asked:
        return (local_today().replace(day=1) - timedelta(1)).replace(day=1)
    try:
        month = datetime.strptime(asked, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        abort(404)
    return month if month.year in YEARS else abort(404)


def _address(month: date, page: int) -> str:
    return url_for("oversight.report", month=month.strftime("%Y-%m"), page=page if page > 1 else None)


def _file(body: bytes, kind: str, month: date, ending: str) -> Response:
    answer = Response(body, mimetype=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="awards-{month:%Y-%m}.{ending}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
