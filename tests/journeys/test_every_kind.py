"""Every kind of owner is declared on a phone by keyboard alone, and accepted at a registrar's desk.

The stories and their files are those that are told over HTTP. Every other one is told without script, every other two on
PostgreSQL.
"""

from pathlib import Path

import pytest

from register.extensions import db
from register.store import published
from tests.factories.expected import expected, faults
from tests.factories.kinds_of_owners import STORIES
from tests.factories.plain_ids import with_plain_ids
from tests.factories.supplier import CANARIES
from tests.journeys.offices import Office

#: Story, engine, and whether the browser runs scripts.
WALKED = [
    pytest.param(kind, ("sqlite", "postgresql")[place // 2 % 2], place % 2 == 0, id=kind)
    for place, kind in enumerate(STORIES)
]


@pytest.mark.parametrize(("kind", "engine_name", "scripted"), WALKED, indirect=["engine_name", "scripted"])
def test_a_kind_of_owner_is_declared_by_keyboard_and_accepted(
    office: Office, kind: str, tmp_path: Path
) -> None:
    receipt = STORIES[kind](office.supplier)
    office.accepts(receipt)

    with office.app.app_context():
        texts = list(published.texts(db.session))
    told = with_plain_ids(texts)
    assert told == expected(f"kinds/{kind}", told)
    assert faults(told, tmp_path) == []
    assert [canary for canary in CANARIES for text in texts if canary.encode() in text] == []
