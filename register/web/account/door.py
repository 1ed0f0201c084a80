"""The blueprint that all pages of accounts belong to, and how they let somebody in."""

from datetime import UTC, datetime

from flask import Blueprint, redirect, request, session, url_for
from werkzeug.wrappers import Response

from register.access import Role
from register.actions.sign_in import Entrance
from register.web.account.browser import browser_name
from register.web.following import INVITED, arrived
from register.web.guard import remember
from register.web.safe_next import safe_next

door = Blueprint("account", __name__)

#: Where people of each role begin their work.
HOME = {
    Role.SUPPLIER: "declare.start",
    Role.OFFICER: "screen.tenders",
    Role.CLERK: "review.papers",
    Role.REGISTRAR: "review.queue",
    Role.ADMINISTRATOR: "account.people",
    Role.AUDITOR: "account.audit",
}


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)


def browser() -> str:
    """The visitor's browser, in a few words."""
    return browser_name(request.headers.get("User-Agent", ""))


def let_in(entrance: Entrance, going_to: str | None = None) -> Response:
    """Give the browser its session and send it where it wanted to go, or where its work begins."""
    wanted = safe_next(going_to or request.args.get("next"))
    if entrance.complete:
        arrived()
        answer = redirect(wanted or url_for(HOME[entrance.role]))
    else:
        answer = redirect(url_for("account.code", next=wanted))
    return with_session(answer, entrance)


def with_session(answer: Response, entrance: Entrance) -> Response:
    """The answer with the cookie of a session that has just begun; forms filled before are no longer good."""
    followed = session.get(INVITED)
    session.clear()
    if followed is not None:
        session[INVITED] = followed
    remember(answer, entrance.secret, lasts=entrance.lasts)
    return answer
