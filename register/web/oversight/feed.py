"""The feed of what is new: its secret address, and the Atom that feed readers fetch there without signing in."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Response, abort, current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext
from wtforms.fields import HiddenField
from wtforms.validators import AnyOf

from register.access import Permission
from register.actions.keep_feed import end_feed, make_feed
from register.actions.read_feed import Feed, read_feed
from register.extensions import db
from register.flags import portfolio_registry
from register.store import feeds
from register.store.feeds import FeedUnknownError
from register.web.findings.asking import anchor
from register.web.findings.shown import titles
from register.web.form import RegisterForm
from register.web.guard import allow, signed_in
from register.web.oversight.door import door
from register.web.ruling import local_today
from register.words import _

MAKE, END = "make", "end"
#: What no XML may hold, whatever a name holds.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class FeedForm(RegisterForm):
    """Whether to make an address in the place of the one there is, or to have none."""

    wanted = HiddenField(validators=[AnyOf((MAKE, END), message=_("Choose what to do with the address."))])


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a title, the page of the register that tells the rest to whoever signs in, and when."""

    id: str
    title: str
    link: str
    at: datetime


@door.get("/feed")
@allow(Permission.SCREEN)
def feed() -> ResponseReturnValue:
    return _page()


@door.post("/feed")
@allow(Permission.SCREEN)
def keep() -> ResponseReturnValue:
    """Make or end the address; a new one is shown in the answer and nowhere else."""
    form, now = FeedForm(), datetime.now(UTC)
    secret = ""
    if form.validate_on_submit() and form.wanted.data == MAKE:
        secret = make_feed(db.session, signed_in(), now=now)
    elif not form.errors:
        end_feed(db.session, signed_in(), now=now)
    db.session.commit()
    return _page(secret)


def _page(secret: str = "") -> str:
    return render_template(
        "oversight/feed.html",
        made_at=feeds.made_at(db.session, signed_in().account_id),
        address=_absolute(url_for("oversight.read", secret=secret)) if secret else "",
    )


@door.get("/feed/<secret>")
@allow(Permission.READ_PUBLIC)
def read(secret: str) -> ResponseReturnValue:
    """The feed of whoever the secret was given to; not found for any other secret."""
    try:
        told = read_feed(db.session, secret, now=datetime.now(UTC), today=local_today())
    except FeedUnknownError:
        abort(404)
    with force_locale(told.language):
        body = render_template(
            "oversight/feed.xml",
            feed=told,
            entries=_entries(told),
            home=_absolute(url_for("oversight.dashboard")),
            id=_absolute(url_for("oversight.feed")),
        )
    answer = Response(FORBIDDEN.sub("", body), mimetype="application/atom+xml")
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def _entries(told: Feed) -> list[Entry]:
    called = {**titles(), **{each.code: gettext(each.title) for each in portfolio_registry()}}
    watched = _absolute(url_for("screen.watched"))
    entries = [
        Entry(
            f"{watched}#{each.company}.{each.at:%Y%m%dT%H%M%S%f}",
            gettext("The owners of %(company)s changed", company=each.name),
            watched,
            each.at,
        )
        for each in told.changes
    ]
    for each in told.findings:
        title, to = called.get(each.code, each.code), anchor(each.fingerprint)
        if each.ocid:
            link = _absolute(url_for("screen.finding", ocid=each.ocid, fingerprint=each.fingerprint))
            title = gettext("%(finding)s: tender %(tender)s", finding=title, tender=each.tender or each.ocid)
        else:
            link = _absolute(url_for("oversight.finding", fingerprint=each.fingerprint))
        entries.append(Entry(f"{link}#{to}", title, link, each.at))
    return sorted(entries, key=lambda each: (each.at, each.id), reverse=True)


def _absolute(path: str) -> str:
    base: str = current_app.extensions["config"].base_url
    return f"{base.rstrip('/')}{path}"
