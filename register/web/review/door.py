"""Where the registrars' screens hang, under /review, and the moment and place they work in."""

from datetime import UTC, date, datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from flask import Blueprint

from register.jurisdictions import Jurisdiction
from register.web.ruling import rules_today

door = Blueprint("review", __name__, url_prefix="/review")

PER_PAGE = 25


def law() -> Jurisdiction:
    """The rules of the place this register serves."""
    return rules_today()


def now() -> datetime:
    """The moment of this request."""
    return datetime.now(UTC)


def local_day(moment: datetime) -> date:
    """The day of a moment, where the register is."""
    return moment.astimezone(ZoneInfo(law().timezone)).date()


def new_id() -> str:
    """An identifier for a new statement."""
    return str(uuid4())


def page_asked(text: str) -> int:
    """The number of a page of a list, 1 for what is none."""
    return max(int(text[:6]), 1) if text.isdecimal() else 1
