"""A company's page: who stood behind it on a day, what each declaration changed, what it won, and the data itself."""

from datetime import date, timedelta
from hashlib import sha256

from flask import Response, render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import published, published_pages
from register.web import errors
from register.web.guard import allow
from register.web.public import twins
from register.web.public.asked_day import asked_day
from register.web.public.behind import Standing
from register.web.public.changes import declarations, past_interests
from register.web.public.door import door
from register.web.public.known import KnownCompany, known_company, today
from register.web.public.paging import Page, asked_page
from register.web.public.shown import ShownCompany, shown
from register.web.public.sums import sums_of

#: A declaration older than this is said to be old.
FRESH = timedelta(days=365)
#: Companies on one page of the list.
ON_A_PAGE = 50


@door.app_errorhandler(published.NotPublishedError)
def not_published(_error: published.NotPublishedError) -> ResponseReturnValue:
    """What is not published looks like what does not exist."""
    return errors.page(404)


@door.get("/companies")
@allow(Permission.READ_PUBLIC)
def companies() -> ResponseReturnValue:
    number = asked_page()
    found = published.companies(db.session, number, ON_A_PAGE)
    known = published_pages.declarers(db.session, [each.record_id for each in found.names])
    return render_template(
        "public/companies.html", found=found.names, known=known, page=Page(number, ON_A_PAGE, found.total)
    )


@door.get("/companies.json")
@allow(Permission.READ_PUBLIC)
def companies_data() -> ResponseReturnValue:
    number = asked_page()
    found = published.companies(db.session, number, ON_A_PAGE)
    known = published_pages.declarers(db.session, [each.record_id for each in found.names])
    return twins.answer(twins.companies(found.names, known, Page(number, ON_A_PAGE, found.total)))


@door.get("/companies/<subject>")
@allow(Permission.READ_PUBLIC)
def company(subject: str) -> ResponseReturnValue:
    known = known_company(db.session, subject)
    asked = asked_day(request.args, today())
    with_past = request.args.get("past") == "yes"
    seen = shown(known, asked.day)
    return render_template(
        "public/company.html",
        seen=seen,
        company=known,
        asked=asked,
        history=declarations(each.statement for each in known.own),
        past=past_interests((each.statement for each in known.own), today()) if with_past else None,
        won=sums_of(known.awards),
        status=status_of(known, seen),
        entries=[
            each for each in known.own if each.statement.declaration == known.latest.statement.declaration
        ],
    )


@door.get("/companies/<subject>.json")
@allow(Permission.READ_PUBLIC)
def company_data(subject: str) -> ResponseReturnValue:
    known = known_company(db.session, subject)
    return twins.answer(twins.company(shown(known, asked_day(request.args, today()).day)))


@door.get("/companies/<subject>/bods.json")
@allow(Permission.READ_PUBLIC)
def company_statements(subject: str) -> ResponseReturnValue:
    """Everything published about the company, byte for byte, as one JSON array."""
    known = known_company(db.session, subject)
    body = b"[\n" + b",\n".join(each.text for each in known.own) + b"\n]\n"
    response = Response(body, mimetype="application/json")
    response.headers["X-Checksum-SHA256"] = sha256(body).hexdigest()
    response.headers["Content-Disposition"] = 'attachment; filename="bods.json"'
    response.last_modified = known.latest.published_at
    return response


@door.get("/companies/<subject>/picture.svg")
@allow(Permission.READ_PUBLIC)
def picture(subject: str) -> ResponseReturnValue:
    """The chain as a picture of its own, to be kept or printed."""
    seen = shown(known_company(db.session, subject), asked_day(request.args, today()).day)
    drawn = render_template("public/picture.svg", drawing=seen.drawing(wide=True), seen=seen)
    address = url_for("public.company", subject=subject)
    return Response(drawn, mimetype="image/svg+xml", headers={"Link": f'<{address}>; rel="canonical"'})


def status_of(known: KnownCompany, seen: ShownCompany) -> str:
    """The key of the tag beside the title: declared and fresh, long ago, or without an owner; or that it is no more."""
    if known.record.dissolution_date and known.record.dissolution_date <= today():
        return "dissolved"
    if _is_old(known.declared_on, today()):
        return "old"
    if not any(each.standing in {Standing.IS, Standing.MAY} for each in seen.behind):
        return "unnamed"
    return "declared"


def _is_old(declared_on: date, now: date) -> bool:
    return now - declared_on > FRESH
