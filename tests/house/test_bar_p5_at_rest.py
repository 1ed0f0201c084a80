"""bar-P5: what people tell in confidence is nowhere in plain letters: not in the database, its journal, papers or backups."""

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from register import create_app
from register.actions.add_evidence import add_evidence
from register.config import Config
from register.extensions import db
from register.gateways.viruses import NoScanner
from register.store import evidence, outbox
from register.store.backups import archive, rows
from tests.factories.papers import PDF
from tests.factories.supplier import CANARIES, PRIVATE, supplier_of
from tests.house.canaries import leaks, particulars

#: One person's card as it was scanned, and what else is told of them.
CARD = PDF.replace(b"xref\n", b"% Nyumba ya Kanari 98765432 canary@owner.example\nxref\n", 1)
PLAIN = (
    *CANARIES,
    "712987654",
    "plot 7788",
    "kadi ya canary",
    *(str(PRIVATE[name]) for name in ("document_number", "tax_number", "phone", "email", "home_address")),
)
WRITTEN = tuple(
    spelt for each in PLAIN for spelt in (each.encode(), each.encode("utf-16-le"), each[::-1].encode())
)


@dataclass
class Host:
    """A register on one machine, everything of it under one folder."""

    app: Flask
    folder: Path
    identity: Path


@pytest.fixture
def host(
    database_url: str, key_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Host]:
    """Its temporary files lie in a folder of their own."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    secret, public = archive.new_identity()
    identity = tmp_path / "secret.txt"
    identity.write_text(secret)
    app = create_app(
        Config(
            data=tmp_path / "data", database_url=database_url, key_file=str(key_file), secure_cookies=False,
            backup_recipient=public,
        )
    )  # fmt: skip
    yield Host(app, tmp_path, identity)
    app.extensions["engine"].dispose()


def _tell_all(host: Host) -> None:
    """A supplier declares through the pages, hands in a paper, and a letter waits to be sent."""
    declaring = supplier_of(host.app)
    declaring.declares_alone()
    with host.app.app_context():
        for about in (evidence.about_draft(declaring.company.id, "p1"), "authority:1"):
            add_evidence(
                db.session, host.app.extensions["config"].data, NoScanner(), about=about, kind="identity_document",
                name="kadi ya canary@owner.example.pdf", content=CARD, by="account:1", now=datetime.now(UTC),
            )  # fmt: skip
        outbox.add(
            db.session,
            "sms",
            "k",
            {"to": PRIVATE["phone"], "text": PRIVATE["home_address"]},
            now=datetime.now(UTC),
        )
        db.session.commit()


def _found(folder: Path, *, but: Path | None = None) -> list[str]:
    met = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path != but:
            content = path.read_bytes()
            met += [f"{path.name}: {each!r}" for each in WRITTEN if each in content]
    return met


def test_bar_p5_nothing_private_lies_on_the_disk_in_plain_letters(host: Host, engine_name: str) -> None:
    _tell_all(host)
    file, opened = host.folder / "umiliki.age", host.folder / "opened"
    opened.mkdir()
    done = host.app.test_cli_runner().invoke(args=["backup", str(file)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    archive.unpack(file, archive.identity(host.identity), opened)
    if engine_name == "postgresql":
        # What the server's own files hold of it: the tables, line by line.
        rows.dump(host.app.extensions["engine"], opened / "lines")

    looked_at = {path.name for path in host.folder.rglob("*") if path.is_file()}

    assert _found(host.folder) == []
    assert "umiliki.age" in looked_at
    assert len([name for name in looked_at if len(name) == 32]) == 2
    assert (
        {"umiliki.db", "umiliki.db-wal"} <= looked_at
        if engine_name == "sqlite"
        else "person_key.jsonl" in looked_at
    )


def test_bar_p5_the_search_finds_what_is_there(host: Host) -> None:
    """The measure itself is tried: one private value written down plainly turns it red."""
    (host.folder / "careless.log").write_text(f"sent to {PRIVATE['email']}")

    assert _found(host.folder) != []
    assert leaks(particulars(1).phone, 2) != []
    assert CARD.count(b"98765432") == 1
    assert os.environ["TMPDIR"].startswith(str(host.folder))
