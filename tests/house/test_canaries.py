"""The search for private answers finds them in every writing, and nothing where there is nothing."""

import base64
import html
import json
from hashlib import sha256
from urllib.parse import quote

import pytest

from tests.house.canaries import leaks, particulars

ONE = particulars(7)
HIDDEN = {
    "raw": f"<p>{ONE.home_address}</p>",
    "URL": quote(ONE.home_address),
    "HTML": html.escape(ONE.home_address),
    "JSON": json.dumps({"a": ONE.home_address}),
    "reversed": ONE.document_number[::-1],
    "spaced digits": "+254 790 417 750 0007",
    "a hash without a key": sha256(ONE.document_number.encode()).hexdigest(),
    "day of birth": "born 8 January 1907",
    "day of birth, figures": '"birthDate":"1907-01-08"',
    **{
        f"base 64 after {before} letters": base64.b64encode(b"a" * before + ONE.email.encode()).decode()
        for before in range(4)
    },
}


@pytest.mark.parametrize("how", HIDDEN)
def test_a_private_answer_is_found(how: str) -> None:
    assert leaks(f"before {HIDDEN[how]} after", 12) != []


@pytest.mark.parametrize(
    "text", ["", "9041775", "plot 1907", "1907", "KE-RCO-1907", "kanari works", "0" * 64]
)
def test_nothing_is_found_where_nothing_is(text: str) -> None:
    assert leaks(text, 12) == []
