"""`flask import-officials`, from a CSV file to the list in force."""

from datetime import UTC, datetime
from pathlib import Path

from click.testing import Result
from flask import Flask
from sqlalchemy import delete

from register.actions.import_contracts import import_releases
from register.extensions import db
from register.models.outbox import OutboxRow
from register.store import officials, outbox
from tests.factories.releases import releases, tender

HEAD = "name,role,body,since,until,ocid,document_scheme,document_number\n"


def run(app: Flask, folder: Path, text: str, *, listed_on: str = "2026-03-01") -> Result:
    file = folder / "committee.csv"
    file.write_text(text)
    words = ["import-officials", str(file), "--listed-on", listed_on, "--source", "Gazette 12"]
    return app.test_cli_runner().invoke(args=words)


def test_sound_lines_come_in_and_the_others_are_told(app: Flask, tmp_path: Path) -> None:
    text = HEAD + "Ana Mwikali,Chair,Tenders,2026-01-01,,,KEN-IDCARD,12345678\n,Member,Tenders\n"

    result = run(app, tmp_path, text)

    with app.app_context():
        assert [each.name for each in officials.officials_in_force(db.session)] == ["Ana Mwikali"]
    assert result.exit_code == 1
    assert "Officials on the list: 1." in result.output
    assert "committee.csv, line 3: There is no name. The line was left out." in result.output
    assert "12345678" not in result.output


def test_the_same_list_again_is_known(app: Flask, tmp_path: Path) -> None:
    text = HEAD + "Ana Mwikali,Chair,Tenders\n"

    first, second = run(app, tmp_path, text), run(app, tmp_path, text)

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "Nothing is new" in second.output


def test_a_list_without_a_sound_line_leaves_the_old_one_in_force(app: Flask, tmp_path: Path) -> None:
    run(app, tmp_path, HEAD + "Ana Mwikali,Chair,Tenders\n")

    result = run(app, tmp_path, "a,b\n1,2\n", listed_on="2026-03-02")

    with app.app_context():
        assert [each.name for each in officials.officials_in_force(db.session)] == ["Ana Mwikali"]
    assert result.exit_code == 1
    assert "Nothing was imported" in result.output


def test_open_processes_are_looked_at_again_and_others_are_not(app: Flask, tmp_path: Path) -> None:
    now = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
    with app.app_context():
        for ocid, won in (("open", []), ("awarded", ["Alfa"])):
            import_releases(db.session, releases(tender("Alfa", ocid=ocid, won=won)), now=now)
        db.session.execute(delete(OutboxRow))
        db.session.commit()

    result = run(app, tmp_path, HEAD + "Ana Mwikali,Chair,Tenders\n")

    with app.app_context():
        waiting = outbox.newest(db.session, ("screen",))
    assert "Open processes to be looked at again: 1." in result.output
    assert [(work.kind, work.payload) for work in waiting] == [("screen", {"ocid": "open"})]
