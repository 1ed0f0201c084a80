"""The declaration that a page speaks of: whose it is, what is kept of it, and what day it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from uuid import uuid4
from zoneinfo import ZoneInfo

from flask import abort, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from register.declarations.draft import Draft
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import companies, drafts
from register.store.companies import Company
from register.store.declarations import PLAIN, About
from register.web.guard import signed_in
from register.words import _

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Kept:
    """A company and the declaration it is writing."""

    company: Company
    draft: Draft
    version: int
    saved_at: datetime
    about: About = PLAIN


def jurisdiction() -> Jurisdiction:
    """The place the register serves."""
    place: Jurisdiction = current_app.extensions["jurisdiction"]
    return place


def now() -> datetime:
    """The present instant, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The day it is in the jurisdiction."""
    return now().astimezone(ZoneInfo(jurisdiction().timezone)).date()


def new_id() -> str:
    """A random id for a statement."""
    return str(uuid4())


def base_url() -> str:
    """Where the register stands, without a slash at the end."""
    return str(current_app.extensions["config"].base_url).rstrip("/")


def own_company(company_id: int) -> Company:
    """The company, if the reader declares for it; to everyone else there is no such page."""
    if not signed_in().acts_for(company_id):
        abort(404)
    return companies.company(db.session, company_id)


def kept(company: Company) -> Kept:
    """What is kept of the company's declaration. Raises DraftNotFoundError."""
    stored = drafts.draft(db.session, company.id)
    return Kept(company, stored.draft, stored.version, stored.saved_at, stored.about)


def on_draft(
    view: Callable[Concatenate[Kept, P], ResponseReturnValue],
) -> Callable[Concatenate[int, P], ResponseReturnValue]:
    """Hand a view the declaration being written; where there is none, lead to the page that begins one."""

    @wraps(view)
    def found(company_id: int, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        company = own_company(company_id)
        if not drafts.exists(db.session, company_id):
            if request.method == "POST":
                flash(str(_("That declaration is closed: nothing was saved. Begin a new one to change it.")))
            return redirect(url_for("declare.tasks", company_id=company_id))
        return view(kept(company), *args, **kwargs)

    return cast(Callable[Concatenate[int, P], ResponseReturnValue], found)
