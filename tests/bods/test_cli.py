"""`bods validate` says what keeps a file from being BODS."""

import io
import sys
from pathlib import Path

import orjson
import pytest

from bods.cli import main
from tests.bods.standard import EXAMPLES


def test_a_good_file_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(EXAMPLES / "one_owner.json")]) == 0

    said = capsys.readouterr()
    assert said.out == ""
    assert "3 statements, 0 faults" in said.err


def test_every_fault_is_printed_with_its_file_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    file = EXAMPLES / "fault.enum.recordStatus.json"

    assert main(["validate", str(file), str(EXAMPLES / "trust.json")]) == 1

    assert (
        capsys.readouterr().out
        == f"{file}: Statement 2, recordStatus: use one of the codes new, updated, closed.\n"
    )


def test_checks_beyond_the_schema_are_asked_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())
    del values[1]["recordStatus"]
    file = tmp_path / "silent.json"
    file.write_bytes(orjson.dumps(values))

    assert main(["validate", str(file)]) == 1

    assert "Add the field recordStatus" in capsys.readouterr().out


def test_a_share_whose_bounds_are_crossed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    values = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())
    values[2]["recordDetails"]["interests"][0]["share"] = {"minimum": 60, "maximum": 40}
    file = tmp_path / "crossed.json"
    file.write_bytes(orjson.dumps(values))

    assert main(["validate", str(file)]) == 1

    assert (
        "Statement 3, recordDetails/interests/0/share: write bounds from 0 to 100" in capsys.readouterr().out
    )


@pytest.mark.parametrize("content", [b"nonsense", b"[", None])
def test_a_file_that_cannot_be_read_says_so(
    content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "given.json"
    if content is not None:
        file.write_bytes(content)

    assert main(["validate", str(file)]) == 2

    assert "Give a JSON array of statements" in capsys.readouterr().err


def test_a_dash_reads_what_comes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    incoming = io.TextIOWrapper(io.BytesIO(b'{"statementId": 5}\n'))
    monkeypatch.setattr(sys, "stdin", incoming)

    assert main(["validate", "-"]) == 1


def test_no_command_is_answered_with_how_to_use_it(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main([])

    assert caught.value.code == 2
    assert "usage: bods" in capsys.readouterr().err
