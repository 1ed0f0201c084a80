"""Invented particulars that are easy to find again, however somebody writes them down."""

import base64
import html
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from hashlib import md5, sha1, sha256
from urllib.parse import quote, quote_plus

from register.declarations.draft import Particulars

#: Nobody else in these tests was born in this year.
YEAR = 1907
#: How each private answer of everybody begins: whoever meets one of these outside has met a leak.
STEMS = {
    "document": "90417755018",
    "tax number": "A904177551",
    "phone": "+254790417750",
    "phone as dialled": "0790417750",
    "e-mail": "kanari.o'nzau+",
    "home": "Nyumba ya Kanarĩ & Watoto, plot 90417",
    "sign-in": "karani.o'nzau+",
}
#: The same day of birth in any writing that people use.
BORN = re.compile(
    rf"{YEAR}-\d\d-\d\d|\b\d\d?[/.]\d\d?[/.]{YEAR}|(?<!\d){YEAR}[01]\d[0-3]\d(?!\d)|\b[A-Z][a-z]+,? {YEAR}\b"
    rf"|\b{YEAR}/\d\d?/\d\d?|\b\d\d?-\d\d?-{YEAR}|[dD]ate[\"' :=]+{YEAR}"
)
DIGESTS = re.compile(r"\b[0-9a-f]{32,64}\b")
#: What people put between the digits of one number.
BETWEEN_DIGITS = re.compile(r"(?<=\d)[ \u00a0\u202f./()-]{1,2}(?=\d)")


def particulars(number: int) -> Particulars:
    """One person's private answers."""
    return Particulars(
        document_scheme="KEN-IDCARD",
        document_number=f"{STEMS['document']}{number:04}",
        birth_date=date(YEAR, 1, 1) + timedelta(days=number),
        tax_number=f"{STEMS['tax number']}{number:04}Z",
        phone=f"{STEMS['phone']}{number:04}",
        email=f"{STEMS['e-mail']}{number:04}@nyumbani.example",
        home_address=f"{STEMS['home']}{number:04}, Wote",
    )


def declarant(number: int) -> str:
    """The address with which the one who declares signs in."""
    return f"{STEMS['sign-in']}{number:04}@karani.example"


def leaks(text: str, people: int) -> list[str]:
    """Which private answers stand in a text, in whatever writing."""
    joined = BETWEEN_DIGITS.sub("", text)
    found = [f"{name} ({how})" for name, how, spelt in spellings() if spelt in text or spelt in joined]
    found += [f"born {day}" for day in BORN.findall(text)]
    known = _digests(people)
    return found + [known[each] for each in DIGESTS.findall(text) if each in known]


@lru_cache
def spellings() -> tuple[tuple[str, str, str], ...]:
    """Every stem in every writing: what it is, how it is written, and the writing itself."""
    return tuple(
        (name, how, spelt)
        for name, stem in STEMS.items()
        for how, spelt in _written(stem)
    )  # fmt: skip


def _written(stem: str) -> Iterator[tuple[str, str]]:
    octets = stem.encode()
    yield "raw", stem
    yield "small letters", stem.lower()
    yield "URL", quote(stem, safe="")
    yield "URL, form", quote_plus(stem)
    yield "HTML", html.escape(stem)
    yield "HTML, as Jinja does", html.escape(stem).replace("&#x27;", "&#39;")
    yield "JSON", json.dumps(stem)[1:-1]
    yield "JSON within JSON", json.dumps(json.dumps(stem)[1:-1])[1:-1]
    yield "JSON in a page", stem.replace("&", "\\u0026").replace("'", "\\u0027")
    yield "reversed", stem[::-1]
    yield "hexadecimal", octets.hex()
    for shift in range(3):
        # What stands before shifts the letters; those that depend on what comes before or after are cut off.
        whole = base64.b64encode(b"x" * shift + octets).decode()
        inner = whole[4 if shift else 0 : len(whole) - 4]
        yield f"base 64, shifted by {shift}", inner
        yield f"base 64 for addresses, shifted by {shift}", inner.replace("+", "-").replace("/", "_")
    digits = re.sub(r"\D", "", stem)
    if len(digits) >= 9:
        yield "digits alone", digits


@lru_cache
def _digests(people: int) -> dict[str, str]:
    """Hashes without a key: a number of eight digits is found from them in minutes."""
    known: dict[str, str] = {}
    for number in range(people):
        told = particulars(number)
        for private in (told.document_number, told.tax_number, told.phone, told.email, declarant(number)):
            for digest in (sha256, sha1, md5):
                known[digest(private.encode()).hexdigest()] = f"{private[:3]}... ({digest.__name__})"
    return known
