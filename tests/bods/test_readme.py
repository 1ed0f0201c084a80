"""What the library's own page shows is true: its examples run, its rooms exist, its commands are there."""

import re
from pathlib import Path

import pytest

from bods.cli import commands
from tests.bods.standard import EXAMPLES, ROOT

PAGE = (ROOT / "bods" / "README.md").read_text("utf-8")


def test_every_example_runs_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("statements.json").write_bytes((EXAMPLES / "owner_leaves.json").read_bytes())
    names: dict[str, object] = {}

    for example in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        exec(compile(example, "bods/README.md", "exec"), names)  # noqa: S102  # the page's own words

    assert names["made"]
    assert names["upgrade"].statements
    assert Path("statements.csv").stat().st_size


def test_every_room_is_in_the_table_and_every_room_in_the_table_exists() -> None:
    table = PAGE.split("## The rooms")[1].split("## ")[0]
    named = {
        name
        for row in table.splitlines()[4:]
        for name in re.findall(r"`(\w+)`", row.split("|")[1] if "|" in row else "")
    }
    rooms = {path.stem for path in (ROOT / "bods").glob("[a-z]*.py")} | {
        path.parent.name for path in (ROOT / "bods").glob("*/__init__.py")
    }

    assert named == rooms - {"exceptions"}


def test_every_command_is_shown() -> None:
    assert all(f"bods {command.name}" in PAGE for command in commands())
