"""bar-I1: whatever JSON comes as a file, each import and reader ends with a word about it and keeps nothing of it."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from bods.cli import main
from register.extensions import db
from register.models.base import Base
from tests.factories.nasty_json import NASTY

KEPT = ("release", "process", "official", "other_statement", "other_identifier", "registry_extract")
COMMANDS = {
    "import-register": ("--source", "Farland", "--url", "https://farland.example"),
    "import-contracts": (),
    "import-officials": ("--listed-on", "2026-03-01", "--source", "Gazette 12"),
    "import-extracts": ("--source", "Registry"),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_bar_i1_an_import_of_nasty_json_is_refused_in_words(app: Flask, tmp_path: Path, command: str) -> None:
    path, failed = tmp_path / "nasty.json", []

    for name, body in NASTY.items():
        path.write_bytes(body)
        told = app.test_cli_runner().invoke(args=[command, str(path), *COMMANDS[command]])
        if not isinstance(told.exception, SystemExit | None) or not told.output.strip():
            failed.append(f"{name}: {type(told.exception).__name__} {told.output[:80]}")

    with app.app_context():
        kept = {
            name: db.session.scalar(select(func.count()).select_from(Base.metadata.tables[name]))
            for name in KEPT
        }
    assert failed == []
    assert kept == dict.fromkeys(KEPT, 0)


def test_bar_i1_validating_nasty_json_ends_with_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, silent = tmp_path / "nasty.json", []

    for name, body in NASTY.items():
        path.write_bytes(body)
        if main(["validate", str(path)]) not in {0, 1, 2} or not "".join(capsys.readouterr()).strip():
            silent.append(name)

    assert silent == []
