"""Every kind of owner and structure, told through the pages: the statements that come of it, judged by two checkers.

Each story is compared with a file of tests/examples/declared/kinds; EXPECTED=write writes them anew, to be read by a person.
"""

from pathlib import Path

import pytest
from flask import Flask

from register.extensions import db
from register.store import published
from tests.factories.expected import FOLDER, expected, faults
from tests.factories.kinds_of_owners import STORIES
from tests.factories.plain_ids import with_plain_ids
from tests.factories.supplier import CANARIES, supplier_of


@pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True)
@pytest.mark.parametrize("kind", STORIES)
def test_what_is_told_of_a_kind_is_what_is_published(app: Flask, kind: str) -> None:
    supplier = supplier_of(app)

    receipt = STORIES[kind](supplier)

    with app.app_context():
        texts = list(published.texts(db.session))
    assert "/done/" in receipt
    assert with_plain_ids(texts) == expected(f"kinds/{kind}", with_plain_ids(texts))
    assert [canary for canary in CANARIES for text in texts if canary.encode() in text] == []


@pytest.mark.parametrize("kind", STORIES)
def test_both_checkers_find_nothing_wrong_with_what_is_published(kind: str, tmp_path: Path) -> None:
    told = expected(f"kinds/{kind}", [])

    assert told
    assert faults(told, tmp_path) == []


def test_every_file_has_its_story() -> None:
    assert {path.stem for path in (FOLDER / "kinds").glob("*.json")} == set(STORIES)
