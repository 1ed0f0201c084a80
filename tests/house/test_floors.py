"""The house's plan holds: floors, style and types, checked by the tools themselves."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOLS = Path(sys.executable).parent

CHECKS = {
    "the floors hold": [TOOLS / "lint-imports", "--no-cache"],
    "the style holds": [TOOLS / "ruff", "check", "--no-cache", "."],
    "the form holds": [TOOLS / "ruff", "format", "--no-cache", "--check", "."],
    "the types hold": [TOOLS / "mypy", "--no-error-summary"],
    "no known danger in the code": [TOOLS / "bandit", "-q", "-r", "-ll", "bods", "register", "migrations"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_what_the_tools_say_of_the_house(check: str) -> None:
    said = subprocess.run(
        [str(word) for word in CHECKS[check]], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert said.returncode == 0, said.stdout + said.stderr
