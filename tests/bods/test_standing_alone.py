"""`bods` is of use without the register: no Flask, no database, nothing that comes with an extra."""

import subprocess
import sys
import tomllib
from pathlib import Path

from tests.bods.standard import EXAMPLES, ROOT

ALONE = """
import importlib, pkgutil, sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ABSENT:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
import bods
for found in pkgutil.walk_packages(bods.__path__, "bods."):
    if not found.name.endswith("__main__"):
        importlib.import_module(found.name)
from bods.cli import main
sys.exit(main(sys.argv[1:]))
"""


def absent() -> set[str]:
    """All modules of the distributions that only extras bring."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    base = {_name(each) for each in project["dependencies"]}
    extras = {_name(each) for several in project["optional-dependencies"].values() for each in several} - base
    return {"psycopg" if name == "psycopg[binary]" else name.replace("-", "_") for name in extras} | {
        "argon2",
        "babel",
        "flask_wtf",
        "jinja2",
        "werkzeug",
        "register",
    }


def _name(requirement: str) -> str:
    return requirement.partition(">")[0].partition("[")[0]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    code = f"ABSENT = {sorted(absent())!r}\n{ALONE}"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True
    )


def test_every_room_opens_and_a_file_is_validated_without_any_extra() -> None:
    done = run("validate", EXAMPLES / "trust.json")

    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_a_form_that_needs_an_extra_says_which(tmp_path: Path) -> None:
    done = run("convert", EXAMPLES / "trust.json", "--to", "parquet", "-o", tmp_path / "out.parquet")

    assert done.returncode == 2
    assert "umiliki[exports]" in done.stderr
    assert list(tmp_path.iterdir()) == []
