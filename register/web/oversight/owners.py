"""Value won per ultimate owner beside per supplier: who stands behind much of what was bought."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import findings_counted, kept_owners, owner_values
from register.store.owner_values import OwnerWon, Won
from register.web.guard import allow
from register.web.oversight.door import door
from register.web.oversight.measures import YEAR, percent_of
from register.web.paging import page_asked
from register.web.ruling import local_today

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class OwnerLine:
    """One owner with the part of all that was awarded, in percent, their own page, and the list of awards behind it."""

    owner: OwnerWon
    percent: Decimal
    page: str
    awards: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What was won in one currency, and one page of the owners."""

    won: Won
    lines: tuple[OwnerLine, ...]


@door.get("/owners")
@allow(Permission.SCREEN)
def owners() -> ResponseReturnValue:
    department = request.args.get("department", "")[:200]
    whole = request.args.get("since") == "ever"
    since = None if whole else local_today() - YEAR
    page = page_asked()
    every = owner_values.won(db.session, since=since, department=department)
    longest = max((len(each.owners) for each in every), default=0)
    return render_template(
        "oversight/owners.html",
        shown=tuple(_shown(each, page, since, department) for each in every),
        every=url_for("oversight.awards", since="ever" if whole else None, department=department or None),
        left_out=owner_values.without_value(db.session, since=since, department=department),
        as_of=kept_owners.last_looked_at(db.session),
        since=since,
        department=department,
        departments=findings_counted.departments(db.session),
        before=_address(department, page - 1, whole=whole) if page > 1 else None,
        after=_address(department, page + 1, whole=whole) if page * PER_PAGE < longest else None,
    )


def _shown(won: Won, page: int, since: date | None, department: str) -> Shown:
    some = won.owners[(page - 1) * PER_PAGE : page * PER_PAGE]
    return Shown(won, tuple(_line(won, each, since, department) for each in some))


def _line(won: Won, owner: OwnerWon, since: date | None, department: str) -> OwnerLine:
    ever = None if since else "ever"
    awards = url_for("oversight.awards", owner=owner.key, department=department or None, since=ever)
    page = url_for("oversight.owner", key=owner.key, since=ever)
    return OwnerLine(owner, percent_of(owner.value, won.total), page, awards)


def _address(department: str, page: int, *, whole: bool) -> str:
    return url_for(
        "oversight.owners",
        department=department or None,
        since="ever" if whole else None,
        page=page if page > 1 else None,
    )
