"""The lists behind the figures of oversight: suppliers by how they stand, findings, and awards."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.extensions import db
from register.flags.flag import Severity
from register.store import awards_listed, companies, coverage, findings_counted, owner_values
from register.store.awards_listed import Wanted as Awards
from register.store.companies import CompanyNotFoundError
from register.store.coverage import Stands
from register.store.findings_counted import Age, By, Wanted
from register.web.findings.asking import anchor
from register.web.findings.shown import WEIGHT, heading, titles
from register.web.guard import allow
from register.web.oversight.dashboard import NOT_TOLD, called
from register.web.oversight.door import door
from register.web.oversight.measures import YEAR, due_days, stands_since
from register.web.oversight.reserved import group_in_words
from register.web.paging import page_asked
from register.web.ruling import local_today, rules_today
from register.web.withheld import kept_from_me

PER_PAGE = 50
#: What the address of the list of awards may ask for.
ASKED = ("group", "owner", "company", "department", "late", "since")


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A finding in the list: in one sentence, with where it stands and what it is about."""

    heading: str
    title: str
    weight: str
    address: str
    tender: str
    department: str
    ward: str
    first_seen: datetime
    waits: bool


@door.get("/suppliers")
@allow(Permission.SCREEN)
def suppliers() -> ResponseReturnValue:
    asked = request.args.get("stands", "")
    stands = Stands(asked) if asked in set(Stands) else None
    since = stands_since(rules_today(), local_today())
    counted = coverage.count_by_standing(db.session, since)
    page = page_asked()
    lines = coverage.suppliers(db.session, since, stands, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    total = counted[stands] if stands else sum(counted.values())
    return render_template(
        "oversight/suppliers.html",
        lines=lines,
        stands=stands,
        counted=counted,
        total=total,
        since=since,
        **around("suppliers", page, total, {"stands": stands.value if stands else ""}),
    )


@door.get("/findings")
@allow(Permission.SCREEN)
def findings() -> ResponseReturnValue:
    told = {by: request.args.get(by.value, "").strip()[:200] for by in By}
    by = {each: "" if name == NOT_TOLD else name for each, name in told.items() if name}
    if by.get(By.AGE, Age.WEEK.value) not in set(Age):
        del by[By.AGE]
    waiting, group = request.args.get("waiting") == "yes", request.args.get("group", "")[:50]
    wanted = Wanted(datetime.now(UTC), by, waiting=waiting, group=group, without=kept_from_me())
    page, total = page_asked(), findings_counted.count(db.session, wanted)
    lines = findings_counted.findings(db.session, wanted, limit=PER_PAGE, offset=(page - 1) * PER_PAGE)
    answers = {each.value: told[each] for each in by} | {"waiting": "yes" if waiting else "", "group": group}
    return render_template(
        "oversight/findings.html",
        lines=tuple(map(_shown, lines)),
        total=total,
        waiting=waiting,
        chosen=[
            *(called(each, name) for each, name in by.items()),
            *([group_in_words(group)] if group else []),
        ],
        **around("findings", page, total, answers),
    )


def _shown(line: findings_counted.FindingLine) -> ShownLine:
    finding = line.found.finding
    return ShownLine(
        heading=heading(finding),
        title=titles().get(finding.code, finding.code),
        weight=gettext(WEIGHT[Severity(finding.severity)]),
        address=url_for("screen.tender", ocid=line.ocid, _anchor=anchor(finding.fingerprint)),
        tender=line.title or line.ocid,
        department=line.department,
        ward=line.ward,
        first_seen=line.first_seen,
        waits=line.waits,
    )


@door.get("/awards")
@allow(Permission.SCREEN)
def awards() -> ResponseReturnValue:
    """What was awarded in a year; of it what an owner's suppliers won, what was reserved, and who declared late."""
    told = {name: request.args.get(name, "")[:200] for name in ASKED}
    late, since = told["late"] == "yes", None if told["since"] == "ever" else local_today() - YEAR
    wanted = Awards(
        since=since,
        group=told["group"],
        owner=told["owner"],
        company=told["company"],
        department=told["department"],
    )
    owner = owner_values.name_of(db.session, wanted.owner) if wanted.owner else ""
    if owner is None:
        abort(404)
    if late:
        wanted = replace(wanted, due=_due(wanted))
    # Nothing is due yet, so nobody is late.
    nobody = late and not wanted.due
    page, total = page_asked(), 0 if nobody else awards_listed.count(db.session, wanted)
    lines = () if nobody else awards_listed.awards(
        db.session, wanted, limit=PER_PAGE, offset=(page - 1) * PER_PAGE
    )  # fmt: skip
    return render_template(
        "oversight/awards.html",
        lines=lines,
        total=total,
        late=late,
        group=group_in_words(wanted.group) if wanted.group else "",
        owner=owner,
        company=_company(wanted.company),
        department=wanted.department,
        since=since,
        **around("awards", page, total, told),
    )


def _company(record_id: str) -> str:
    """What a company is called; the page that says there is none."""
    try:
        return companies.by_subject(db.session, record_id).name if record_id else ""
    except CompanyNotFoundError:
        abort(404)


def _due(wanted: Awards) -> Mapping[date, datetime]:
    return due_days(rules_today(), awards_listed.days(db.session, wanted), local_today())


def around(name: str, page: int, total: int, answers: Mapping[str, str]) -> dict[str, str | None]:
    """The addresses of the pages before and after one of a long list."""
    kept = {key: value for key, value in answers.items() if value}

    def address(number: int) -> str:
        asked = {**kept, "page": str(number)} if number > 1 else kept
        return url_for(f"oversight.{name}") + (f"?{urlencode(asked)}" if asked else "")

    return {
        "before": address(page - 1) if page > 1 else None,
        "after": address(page + 1) if page * PER_PAGE < total else None,
    }
