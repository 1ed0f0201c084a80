"""Where the pages about a company's people hang, under /company, and whose company a page speaks of."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import Blueprint, abort

from register.access import Permission
from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.store import companies
from register.store.companies import Company
from register.web.guard import signed_in
from register.web.ruling import rules_today

door = Blueprint("company", __name__, url_prefix="/company")

#: What most of these pages ask of whoever opens them.
ACT = Permission.ACT


def law() -> Jurisdiction:
    """The rules of the place this register serves, as they are today."""
    return rules_today()


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The day of a moment, where the register is."""
    return moment.astimezone(ZoneInfo(law().timezone)).date()


def end_of(day: date | None) -> datetime | None:
    """The first instant after a day, where the register is: until then a mandate with this last day holds."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=ZoneInfo(law().timezone)).astimezone(UTC)


def last_day(ends_at: datetime | None) -> date | None:
    """The last day of a mandate that ends."""
    return None if ends_at is None else local_day(ends_at - timedelta(seconds=1))


def readable(company_id: int) -> Company:
    """The company, if the reader acts for it in any role; to everyone else there is no such page."""
    if not signed_in().may_view(company_id):
        abort(404)
    return companies.company(db.session, company_id)


def signed_for(company_id: int) -> Company:
    """The company, if the reader may say who acts for it; colleagues who may not are told so."""
    company = readable(company_id)
    if not signed_in().acts_for(company_id):
        abort(403)
    return company
