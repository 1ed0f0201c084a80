"""Pages for when something goes wrong: one table of what is so, its status, and what to do."""

import secrets

import structlog
from flask import Flask, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from werkzeug.exceptions import HTTPException

from register.words import N_

log = structlog.get_logger("register")

#: Status -> title, what to do.
PAGES = {
    400: (
        N_("We could not read that"),
        N_(
            "Something in the address or the form was not as we expected. Go back, check what you typed, and try again."
        ),
    ),
    403: (N_("This page is not open to you"), N_("Sign in with an account that may open it, or go back.")),
    404: (N_("We found nothing at this address"), N_("Check the address, or search the register.")),
    405: (N_("That cannot be done here"), N_("Go back and use the buttons on the page.")),
    409: (
        N_("Somebody changed this in the meantime"),
        N_("Nothing of yours was saved over it. Open the page again to see what is there now."),
    ),
    413: (N_("That is too much at once"), N_("Send less: a form takes 64 kilobytes, a file 10 megabytes.")),
    429: (N_("Too many tries"), N_("Wait a while before you try again.")),
    500: (
        N_("Something went wrong on our side"),
        N_(
            "Nothing was half-saved. Try again in a while; if it goes on, write to us and give the reference."
        ),
    ),
    503: (
        N_("The register cannot answer just now"),
        N_("What you typed is still in your browser: go back and try again in a minute."),
    ),
}

#: Errors of the register that have a page of their own.
STATUS_OF: dict[type[Exception], int] = {}


def add_to(app: Flask) -> None:
    """Every error ends on a page that says what to do and never what failed inside."""
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(OperationalError, _no_database)
    app.register_error_handler(PoolTimeoutError, _no_database)
    app.register_error_handler(Exception, _unforeseen)


def page(status: int, reference: str | None = None) -> ResponseReturnValue:
    """The page of a status, as HTML or, for addresses that end in .json, as JSON."""
    title, remedy = PAGES.get(status, PAGES[400 if status < 500 else 500])
    if request.path.endswith((".json", ".jsonl")):
        return jsonify(error=gettext(title), remedy=gettext(remedy), reference=reference), status
    if status >= 500:
        g.page_stands_alone = True
    return (
        render_template(
            "errors/page.html",
            status=status,
            title=gettext(title),
            remedy=gettext(remedy),
            reference=reference,
        ),
        status,
    )


def _csrf(_error: CSRFError) -> ResponseReturnValue:
    return page(400)


def _http(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400:
        return error.get_response()
    answer = page(status)
    if error.response is None and status == 405 and isinstance(answer, tuple):
        return (*answer, {"Allow": ", ".join(sorted(getattr(error, "valid_methods", None) or []))})
    return answer


def _no_database(error: Exception) -> ResponseReturnValue:
    reference = secrets.token_hex(4)
    log.error("no database", reference=reference, kind=type(error).__name__)
    answer = page(503, reference)
    return (*answer, {"Retry-After": "5"}) if isinstance(answer, tuple) else answer


def _unforeseen(error: Exception) -> ResponseReturnValue:
    for kind in type(error).__mro__:
        if kind in STATUS_OF:
            return page(STATUS_OF[kind])
    reference = secrets.token_hex(4)
    log.error(
        "unforeseen",
        reference=reference,
        kind=type(error).__name__,
        endpoint=request.endpoint,
        where=_where(error),
    )
    return page(500, reference)


def _where(error: Exception) -> str:
    """File and line of the innermost frame: never its locals, never the message."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else ""
