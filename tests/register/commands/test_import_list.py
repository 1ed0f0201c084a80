"""`flask import-list`, from a file to entries that flags look at."""

from pathlib import Path

from click.testing import Result
from flask import Flask

from register.extensions import db
from register.graph.lists import ListKind
from register.store import lists

HEAD = "name,sort,document_scheme,document_number\n"


def run(app: Flask, folder: Path, text: str) -> Result:
    file = folder / "barred.csv"
    file.write_text(text)
    words = ["import-list", str(file), "--kind", "debarred", "--source", "Notice 12", "--as-of", "2026-01-05"]
    return app.test_cli_runner().invoke(args=words)


def kinds(app: Flask) -> frozenset[ListKind]:
    with app.app_context():
        return lists.kinds_on_file(db.session)


def test_a_sound_list_comes_in_once(app: Flask, tmp_path: Path) -> None:
    text = HEAD + "Ana Mwikali,person,KEN-IDCARD,12345678\nDelta Ltd,body\n"

    first, second = run(app, tmp_path, text), run(app, tmp_path, text)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Entries on the list: 2." in first.output
    assert "Nothing is new" in second.output
    assert "12345678" not in first.output
    assert kinds(app) == {ListKind.DEBARRED}


def test_one_bad_line_keeps_the_whole_list_out(app: Flask, tmp_path: Path) -> None:
    result = run(app, tmp_path, HEAD + "Ana Mwikali,person\n,person\n")

    assert result.exit_code == 1
    assert "Nothing was imported. Faults: 1." in result.output
    assert "barred.csv, line 3: There is no name." in result.output
    assert kinds(app) == frozenset()
