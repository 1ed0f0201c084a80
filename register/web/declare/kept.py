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

from register.access import Principal, Role
from register.declarations.draft import Draft
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import companies, drafts, paper_entries
from register.store.companies import Company
from register.store.declarations import PLAIN, About
from register.store.paper_entries import PaperEntry
from register.web.guard import signed_in
from register.web.ruling import rules_today
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
    return rules_today()


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


#: What a page asks of its reader: to sign for the company, to write for it, to read, or to have a role in it.
Asks = Callable[[Principal, int], bool]
SIGNS: Asks = Principal.acts_for
WRITES: Asks = Principal.may_write
READS: Asks = Principal.may_view
BELONGS: Asks = Principal.belongs_to


def own_company(company_id: int, asks: Asks = SIGNS) -> Company:
    """The company, if the reader may do for it what the page asks; to who may not even read there is no such page."""
    reader = signed_in()
    if not reader.may_view(company_id):
        abort(404)
    if not asks(reader, company_id):
        abort(403)
    return companies.company(db.session, company_id)


def may_sign(company_id: int) -> bool:
    """Whether the reader signs for the company, or signs off the paper they enter for it."""
    reader = signed_in()
    return reader.acts_for(company_id) or company_id in reader.enters


def paper_under_way(company_id: int) -> PaperEntry | None:
    """The paper that staff are entering for the company: its own people write nothing until that is done."""
    entry = paper_entries.open_for(db.session, company_id)
    return entry if entry is not None and signed_in().role is Role.SUPPLIER else None


def kept(company: Company) -> Kept:
    """What is kept of the company's declaration. Raises DraftNotFoundError."""
    stored = drafts.draft(db.session, company.id)
    return Kept(company, stored.draft, stored.version, stored.saved_at, stored.about)


def on_draft(
    view: Callable[Concatenate[Kept, P], ResponseReturnValue],
) -> Callable[Concatenate[int, P], ResponseReturnValue]:
    """Hand a view the declaration being written; where there is none, lead to the page that begins one."""
    return _on_draft(view, WRITES)


def reading_draft(
    view: Callable[Concatenate[Kept, P], ResponseReturnValue],
) -> Callable[Concatenate[int, P], ResponseReturnValue]:
    """The same for a view that only shows it: also to those who may only read."""
    return _on_draft(view, READS)


def _on_draft(
    view: Callable[Concatenate[Kept, P], ResponseReturnValue], asks: Asks
) -> Callable[Concatenate[int, P], ResponseReturnValue]:
    @wraps(view)
    def found(company_id: int, *args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        company = own_company(company_id, asks)
        if paper_under_way(company_id) is not None:
            return redirect(url_for("declare.tasks", company_id=company_id))
        if not drafts.exists(db.session, company_id):
            if request.method == "POST":
                flash(str(_("That declaration is closed: nothing was saved. Begin a new one to change it.")))
            return redirect(url_for("declare.tasks", company_id=company_id))
        return view(kept(company), *args, **kwargs)

    return cast(Callable[Concatenate[int, P], ResponseReturnValue], found)
