"""Who may open a route: each says so by `@allow`, and nothing is open that does not."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import ParamSpec
from urllib.parse import urlsplit

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from register.access import Permission, Principal, allowed
from register.extensions import db
from register.store import sessions
from register.store.engine import reading

P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


def allow(permission: Permission) -> Callable[[View[P]], View[P]]:
    """Open a route to those who have a permission; others are asked to sign in, or refused."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            principal = current_principal()
            if allowed(principal, permission):
                return view(*args, **kwargs)
            if principal is None and request.method in SAFE:
                return redirect(url_for("account.sign_in", next=request.full_path.rstrip("?")))
            return abort(403)

        guarded.permission = permission  # type: ignore[attr-defined]  # read by the house tests
        return guarded

    return decorate


def cookie_name() -> str:
    """The session cookie's name; the prefix makes browsers insist on HTTPS and on this host alone."""
    return "__Host-umiliki" if current_app.extensions["config"].secure_cookies else "umiliki"


def session_secret() -> str | None:
    """The secret in the visitor's session cookie."""
    return request.cookies.get(cookie_name())


def remember(response: Response, secret: str, *, lasts: int) -> None:
    """Give the browser the secret of its session, for `lasts` seconds."""
    secure = current_app.extensions["config"].secure_cookies
    response.set_cookie(
        cookie_name(), secret, max_age=lasts, secure=secure, httponly=True, samesite="Lax", path="/"
    )


def forget(response: Response) -> None:
    """Take the session cookie away."""
    secure = current_app.extensions["config"].secure_cookies
    response.delete_cookie(cookie_name(), secure=secure, httponly=True, samesite="Lax", path="/")


def current_principal() -> Principal | None:
    """Who is asking; None for the public."""
    if "principal" not in g:
        secret = session_secret()
        g.principal = sessions.principal_for(db.session, secret, now=datetime.now(UTC)) if secret else None
    principal: Principal | None = g.principal
    return principal


def signed_in() -> Principal:
    """The person asking, where the route lets no one else in."""
    return current_principal() or abort(403)


def stand_before(app: Flask) -> None:
    """Refuse what no honest browser sends, before any view runs; keep sessions of active people alive."""
    app.before_request(_plain_request)
    app.before_request(_same_site)
    app.before_request(_read_only)
    app.after_request(_keep_alive)


def _plain_request() -> None:
    texts = [request.path, *request.args.keys(), *request.args.values()]
    if any("\x00" in text or "\ufffd" in text for text in texts):
        abort(400)


def _same_site() -> None:
    if request.method in SAFE:
        return
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        abort(403)
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403)


def _read_only() -> None:
    if request.method in SAFE and request.endpoint != "static":
        g.reads_only = True
        reading_if_open()


def reading_if_open() -> None:
    """A page that only shows things waits for no writer."""
    if request.endpoint not in {"health.alive", "static_files.file"}:
        reading(db.session)


def _keep_alive(response: Response) -> Response:
    if g.get("principal") is not None and response.status_code < 500:
        secret = session_secret()
        if secret:
            db.session.rollback()
            if sessions.touch(db.session, secret, now=datetime.now(UTC)):
                db.session.commit()
    return response
