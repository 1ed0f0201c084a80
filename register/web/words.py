"""How figures, shares, money and days are written on a page."""

from datetime import date, datetime
from decimal import Decimal

from flask import Flask, current_app
from flask_babel import format_date, format_datetime, format_decimal, get_locale, gettext

from register.graph.telling import Sentence

NARROW = "\u00a0"


def day(value: date | None) -> str:
    """3 March 2026; of a moment, the day it was in the jurisdiction; a dash where there is no date."""
    return format_date(value, "d MMMM y", rebase=isinstance(value, datetime)) if value else "–"


def moment(value: datetime | None) -> str:
    """3 March 2026, 14:05, in the jurisdiction's time."""
    return format_datetime(value, "d MMMM y, HH:mm") if value else "–"


def number(value: Decimal | int) -> str:
    """1,250,000 or 12.5; no more decimals than there are."""
    return format_decimal(value, format="#,##0.####")


def percent(value: Decimal | int) -> str:
    """42 %, with a space that does not break."""
    return f"{number(value)}{NARROW}%"


def money(value: Decimal | int | None, currency: str | None = None) -> str:
    """KSh 1,250,000; another currency by its code."""
    if value is None:
        return "–"
    jurisdiction = current_app.extensions["jurisdiction"]
    local = currency in (None, jurisdiction.currency)
    return f"{jurisdiction.currency_symbol if local else currency}{NARROW}{number(value)}"


def size(octets: int) -> str:
    """340 KB or 1.2 MB, as telephones and computers write it."""
    if octets < 1_000_000:
        return f"{number(max(1, round(octets / 1000)))}{NARROW}KB"
    return f"{number(round(Decimal(octets) / 1_000_000, 1))}{NARROW}MB"


#: Facts of a sentence that are one party's name.
PARTIES = frozenset({"person", "party", "holder", "owner", "one", "other", "controller", "parent", "end"})


def said(sentence: Sentence) -> str:
    """A sentence of the thinking rooms in the reader's language, its days, countries and money written out."""
    facts = {
        name: _fact(name, value) if value or name not in PARTIES else _unnamed(sentence.message, name)
        for name, value in sentence.facts.items()
    }
    return gettext(sentence.message) % facts


def _unnamed(message: str, name: str) -> str:
    """What stands where a party's name would: a minor or a protected person has none."""
    words = gettext("Somebody who is not named")
    return words if message.startswith(f"%({name})s") else words[0].lower() + words[1:]


def _fact(name: str, value: str) -> str:
    if name.endswith("_country"):
        return country(value)
    if name.endswith("_money") and value:
        amount, _, currency = value.partition(" ")
        return money(Decimal(amount), currency)
    return day(date.fromisoformat(value)) if name.endswith("_on") and value else value


def country(code: str) -> str:
    """A country by its two-letter code, in the reader's language; the code itself where it has no name."""
    locale = get_locale()
    return str(locale.territories.get(code, code)) if locale else code


def add_to(app: Flask) -> None:
    """Give the templates these words as filters."""
    app.jinja_env.filters |= {
        "day": day,
        "moment": moment,
        "number": number,
        "percent": percent,
        "money": money,
        "size": size,
        "said": said,
    }
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
