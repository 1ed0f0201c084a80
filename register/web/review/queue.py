"""Declarations that wait for a registrar, the oldest first."""

from dataclasses import dataclass

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.store import declarations, unconfirmed
from register.store.declarations import StoredDeclaration
from register.web.guard import allow
from register.web.review.door import PER_PAGE, door, law, local_day, now, page_asked


@dataclass(frozen=True, slots=True)
class Waiting:
    """One declaration and for how many days it has waited."""

    declaration: StoredDeclaration
    days: int


@door.get("")
@allow(Permission.REVIEW)
def queue() -> ResponseReturnValue:
    page = page_asked(request.args.get("page", "1"))
    found = declarations.waiting(db.session, PER_PAGE + 1, (page - 1) * PER_PAGE)
    today = local_day(now())
    lines = [Waiting(each, (today - local_day(each.signature.at)).days) for each in found[:PER_PAGE]]
    return render_template(
        "review/queue.html",
        lines=lines,
        unconfirmed=unconfirmed.count(db.session),
        at_once=law().accepts_at_once,
        before=url_for("review.queue", page=page - 1) if page > 1 else None,
        after=url_for("review.queue", page=page + 1) if len(found) > PER_PAGE else None,
    )
