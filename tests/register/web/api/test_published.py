"""The public log for machines: page by page, each line enough to check the statement against its leaf."""

from hashlib import sha256

import orjson
import pytest
from flask.testing import FlaskClient

from register.extensions import db
from register.store import published
from register.web import api
from tests.register.web.public.conftest import Small


def test_every_line_is_a_statement_as_published_and_proves_its_leaf(
    client: FlaskClient,
    small: Small,
) -> None:
    with small.app.app_context():
        texts = list(published.texts(db.session))

    lines = [orjson.loads(line) for line in client.get("/api/published.jsonl").data.splitlines()]

    assert [line["text"].encode() for line in lines] == texts
    assert [line["sequence"] for line in lines] == list(range(1, len(texts) + 1))
    for line in lines:
        inner = sha256(bytes.fromhex(line["salt"]) + line["text"].encode()).digest()
        assert sha256(b"\x00" + inner).hexdigest() == line["leafHash"]


def test_the_log_is_followed_by_its_links_to_the_end(
    client: FlaskClient,
    small: Small,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(api, "MOST", 4)
    whole = client.get("/api/published.jsonl?after=0")
    read, address = [], "/api/published.jsonl"

    while address:
        page = client.get(address)
        read += [orjson.loads(line)["sequence"] for line in page.data.splitlines()]
        address = page.headers.get("Link", "").partition(">")[0].removeprefix("<")

    assert len(whole.data.splitlines()) == 4
    assert read == list(range(1, len(read) + 1))
    with small.app.app_context():
        latest = published.latest(db.session)
    assert latest is not None
    assert read[-1] == latest.sequence


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "９", "9" * 40])
def test_a_number_that_cannot_be_is_refused(client: FlaskClient, after: str) -> None:
    assert client.get("/api/published.jsonl", query_string={"after": after}).status_code == 400


def test_after_the_last_entry_there_is_nothing_yet(client: FlaskClient) -> None:
    answer = client.get("/api/published.jsonl?after=999")

    assert (answer.status_code, answer.data) == (200, b"")
