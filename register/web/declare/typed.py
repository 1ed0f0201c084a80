"""What was typed in a page while its session ended, or its page grew too old: kept for an hour, and offered again."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import ParamSpec

from flask import current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError, validate_csrf
from werkzeug.datastructures import MultiDict
from wtforms import ValidationError

from register.declarations.draft import Draft
from register.extensions import db
from register.store import accounts, sessions
from register.store import typed as kept_typed
from register.web import errors
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import now
from register.web.declare.steps.step import Question
from register.web.guard import current_principal, session_secret, signed_in

P = ParamSpec("P")

#: How old the page may be from which something was typed: as old as a session of a supplier can grow.
OLDEST_PAGE = timedelta(days=7)
SEEN = re.compile(r"[0-9a-f]{32}")
#: What a browser sends besides the answers.
NOT_TYPED = frozenset({"csrf_token", "later"})


def kept_when_timed_out(
    view: Callable[P, ResponseReturnValue],
) -> Callable[P, ResponseReturnValue]:
    """Keep what is sent after the session of its sender ran out, and ask them to sign in again."""

    @wraps(view)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if request.method == "POST" and current_principal() is None and _kept():
            return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
        return view(*args, **kwargs)

    return guarded


def page_too_old(_error: CSRFError) -> ResponseReturnValue:
    """A question that stood open for a day, sent at last: what was typed is offered again on a fresh page."""
    if request.endpoint == "declare.answer" and _ours() and _kept():
        return redirect(request.full_path.rstrip("?"))
    return errors.page(400)


def _ours() -> bool:
    try:
        validate_csrf(request.form.get("csrf_token"), time_limit=int(OLDEST_PAGE.total_seconds()))
    except ValidationError:
        return False
    return True


def _kept() -> bool:
    """Keep the fields for the account whose browser this is; False when it is no page of theirs."""
    account_id = _whose()
    if account_id is None or not SEEN.fullmatch(request.form.get("seen", "")):
        return False
    company_id = (request.view_args or {}).get("company_id")
    if company_id not in accounts.companies_of(db.session, account_id, now=now()):
        return False
    fields = [each for each in request.form.items(multi=True) if each[0] not in NOT_TYPED]
    kept_typed.keep(db.session, account_id, request.path, fields, now())
    db.session.commit()
    return True


def _whose() -> int | None:
    principal = current_principal()
    if principal is not None:
        return principal.account_id
    secret = session_secret()
    return sessions.timed_out(db.session, secret, now=now()) if secret else None


def form_of(question: Question, draft: Draft, key: str) -> Answer | None:
    """The question's form with what was typed in it before, if anything was."""
    fields = kept_typed.typed(db.session, signed_in().account_id, request.path, now())
    return question.opened(draft, key, MultiDict(fields)) if fields is not None else None


def forget() -> None:
    """The answer was saved: what was typed before is not needed any more."""
    kept_typed.forget(db.session, signed_in().account_id, request.path)


def hours_of_rest() -> int:
    """After how many hours without a page the reader is signed out, or the page is too old to be sent."""
    limit = timedelta(seconds=current_app.config["WTF_CSRF_TIME_LIMIT"])
    return int(min(sessions.RESTS[signed_in().role], limit).total_seconds() // 3600)
