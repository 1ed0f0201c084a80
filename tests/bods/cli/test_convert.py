"""`bods convert` writes the same statements in another form."""

from pathlib import Path

import pytest

from bods.exports import formats
from bods.reading import read_statements
from tests.bods.checks.raw import entity


@pytest.mark.parametrize("form", [known for known in formats() if known.read], ids=lambda form: form.code)
def test_there_and_back_again_gives_equal_statements(run, write, tmp_path: Path, form) -> None:
    given, there, back = write(), tmp_path / f"there{form.suffix}", tmp_path / "back.json"

    assert run("convert", given, "--to", form.code, "-o", there)[0] == 0
    assert run("convert", there, "--from", form.code, "-o", back)[0] == 0

    assert list(read_statements(back)) == list(read_statements(given))


@pytest.mark.parametrize("form", [known for known in formats() if not known.read], ids=lambda form: form.code)
def test_a_form_for_other_tools_says_what_it_leaves_out(run, write, tmp_path: Path, form) -> None:
    code, _, err = run("convert", write(), "--to", form.code, "-o", tmp_path / "there")

    assert code == 0
    assert form.leaves_out in err


def test_the_form_is_told_by_the_ending(run, write, tmp_path: Path) -> None:
    out = tmp_path / "statements.json"

    assert run("convert", write(), "-o", out)[0] == 0

    assert out.read_bytes().startswith(b"[\n")


def test_what_is_no_statement_is_left_out_and_told(run, write, tmp_path: Path) -> None:
    out = tmp_path / "statements.json"

    code, _, err = run("convert", write(entity(), {"statementId": 5}), "-o", out)

    assert code == 1
    assert "left out" in err
    assert len(list(read_statements(out))) == 1


def test_a_file_that_breaks_off_leaves_the_old_file_as_it_was(run, tmp_path: Path) -> None:
    broken, out = tmp_path / "broken.json", tmp_path / "out.jsonl"
    broken.write_bytes(b'[{"statementId"')
    out.write_bytes(b"as it was")

    assert run("convert", broken, "-o", out)[0] == 2

    assert out.read_bytes() == b"as it was"
    assert {file.name for file in tmp_path.iterdir()} == {"broken.json", "out.jsonl"}


def test_without_a_form_it_asks_for_one(run, write) -> None:
    code, _, err = run("convert", write())

    assert code == 2
    assert "--to" in err
