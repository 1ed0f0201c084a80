"""Everything published is read lot by lot, however much there is."""

import tracemalloc
from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy import insert
from sqlalchemy.orm import Session, sessionmaker

from register.models.published import PublishedRow
from register.store import published_downloads
from register.store.published_downloads import AT_ONCE, texts_up_to, weight

MANY = 20_000
LONG = b'{"n":"%06d","is":"' + b"x" * 1000 + b'"}'


@pytest.fixture
def sessions(app: Flask) -> sessionmaker[Session]:
    """A register with more published than anybody should hold in memory."""
    made: sessionmaker[Session] = app.extensions["sessions"]
    with made() as session:
        for start in range(0, MANY, 2000):
            session.execute(insert(PublishedRow), [_row(number) for number in range(start + 1, start + 2001)])
        session.commit()
    return made


def _row(number: int) -> dict[str, object]:
    return {
        "sequence": number,
        "statement_id": f"statement-{number:032d}",
        "record_id": f"record-{number}",
        "record_type": "person",
        "record_status": "new",
        "declaration_subject": "record-1",
        "declaration": "UM-2026-000001",
        "statement_date": date(2026, 3, 2),
        "published_at": datetime(2026, 3, 2, tzinfo=UTC),
        "text": LONG % number,
        "salt": b"s" * 32,
        "leaf_hash": b"l" * 32,
    }


def test_a_download_of_everything_holds_a_few_lots_at_a_time(
    app: Flask, sessions: sessionmaker[Session]
) -> None:
    whole = MANY * len(LONG % 1)
    with sessions() as session:
        assert (weight(session, MANY).statements, weight(session, MANY).octets) == (MANY, whole)

    tracemalloc.start()
    answer = app.test_client().get("/data/bods.jsonl", buffered=False)
    sizes = [len(piece) for piece in answer.iter_encoded()]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    answer.close()

    assert answer.is_streamed
    assert sum(sizes) == whole + MANY
    assert len(sizes) > MANY / 1000
    assert peak < whole / 3


def test_a_lot_is_read_only_when_it_is_wanted(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    read = published_downloads._lot

    def noted(session: Session, after: int, up_to: int) -> list[tuple[int, bytes]]:
        asked.append(after)
        return read(session, after, up_to)

    monkeypatch.setattr(published_downloads, "_lot", noted)
    texts = texts_up_to(sessions, MANY)

    first = [next(texts) for _ in range(AT_ONCE + 1)]

    assert first == [LONG % number for number in range(1, AT_ONCE + 2)]
    assert asked == [0, AT_ONCE]


def test_what_is_published_after_the_number_stays_out(sessions: sessionmaker[Session]) -> None:
    assert list(texts_up_to(sessions, 3)) == [LONG % number for number in (1, 2, 3)]
    assert list(texts_up_to(sessions, 0)) == []
