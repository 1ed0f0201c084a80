"""Rules of the house that no tool checks: dangerous calls, clocks and doors in pure rooms, hosts and paths."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted((*(ROOT / "bods").rglob("*.py"), *(ROOT / "register").rglob("*.py")))
PURE = ("declarations", "ocds", "graph", "flags", "sms", "screening", "access.py", "four_eyes.py")
FORBIDDEN_CALLS = {"Markup", "render_template_string", "eval", "exec"}
#: One room writes the questions of the checks out as code, of their own names and fields alone, as dataclasses do.
ALLOWED_CALLS = {"bods/examination/fields.py": {"exec"}}
PURE_FORBIDS = {
    "open",
    "now",
    "utcnow",
    "urlopen",
    "socket",
    "connect",
    "read_text",
    "write_text",
    "getLogger",
}


def _names(path: Path) -> set[str]:
    called = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            function = node.func
            called.add(function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", ""))
    return called


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=_id)
def test_no_dangerous_call(path: Path) -> None:
    allowed = ALLOWED_CALLS.get(_id(path), set())
    assert _names(path) & FORBIDDEN_CALLS <= allowed
    assert "pickle" not in path.read_text()
    assert "verify=False" not in path.read_text()


@pytest.mark.parametrize(
    "path",
    [p for p in CODE if p.relative_to(ROOT).parts[0] == "register" and p.relative_to(ROOT).parts[1] in PURE],
    ids=_id,
)
def test_a_thinking_room_opens_nothing_and_asks_no_clock(path: Path) -> None:
    assert _names(path) & PURE_FORBIDS == set()


def test_an_action_never_commits_and_nothing_is_printed_in_a_room() -> None:
    actions = [path for path in CODE if "actions" in path.parts]

    assert actions
    assert [_id(path) for path in actions if "commit" in _names(path)] == []


def test_a_module_says_what_it_is_for() -> None:
    silent = [_id(path) for path in CODE if not ast.get_docstring(ast.parse(path.read_text()))]

    assert silent == []


def test_no_room_is_called_for_nothing() -> None:
    assert [
        _id(path) for path in CODE if path.stem in {"utils", "helpers", "util", "misc", "manager", "common"}
    ] == []


def test_no_file_outgrows_its_room() -> None:
    long = {_id(path): lines for path in CODE if (lines := len(path.read_text().splitlines())) > 300}

    assert long == {}


def test_nothing_names_a_package_registry_or_a_path_of_one_machine() -> None:
    told = re.compile(
        "py" + r"pi\.org|python" + r"hosted|registry\.npm" + r"js|deb\.deb" + r"ian|/wo" + "rk/|/ro" + "ot/"
    )
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    files = [path for line in listed.stdout.splitlines() if (path := ROOT / line).is_file()]

    assert [_id(path) for path in files if told.search(path.read_text(errors="ignore"))] == []
