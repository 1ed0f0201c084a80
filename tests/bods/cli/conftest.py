"""Files to give to the command, and the command itself."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest

from bods.cli import main
from tests.bods.checks.raw import entity, owns, person

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write statements (Alfa, owned by Ana, if none are given) as JSON Lines, or as an array if the name says so."""

    def written(*values: Any, name: str = "given.jsonl") -> Path:
        file = tmp_path / name
        values = values or (entity(), person(), owns())
        whole = orjson.dumps(values) if name.endswith(".json") else b"\n".join(map(orjson.dumps, values))
        file.write_bytes(whole)
        return file

    return written


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Run `bods` and give its exit code, what it printed, and what it said on the error stream."""

    def ran(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran
