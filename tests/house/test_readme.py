"""README tells the truth: its settings are those of the code, its commands and files exist."""

import re
from pathlib import Path

from flask import Flask

from register.config import settings_table

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()


def table() -> str:
    """The settings as README shows them."""
    rows = ["| setting | default | what it means |", "| --- | --- | --- |"]
    rows += [
        f"| `{name}` | {f'`{default}`' if default else ''} | {says} |"
        for name, default, says in settings_table()
    ]
    return "\n".join(rows)


def test_the_settings_in_the_readme_are_those_of_the_code() -> None:
    shown = README.partition("<!-- settings: made from register/config.py -->\n")[2].partition(
        "\n<!-- /settings -->"
    )[0]

    assert shown == table()


def test_the_commands_in_the_readme_exist(app: Flask) -> None:
    told = set(re.findall(r"^flask ([a-z-]+)", README, flags=re.MULTILINE))

    assert told
    assert told <= set(app.cli.commands)


def test_the_files_in_the_readme_exist() -> None:
    told = set(re.findall(r"\]\(([^)#:]+)\)", README)) | set(re.findall(r"`(deploy/[^`]+)`", README))

    assert {path for path in told if not (ROOT / path).exists()} == set()


def test_every_room_is_in_the_picture_of_the_floors() -> None:
    rooms = {
        path.stem
        for path in (ROOT / "register").iterdir()
        if path.is_dir() and (path / "__init__.py").exists()
    }

    assert {room for room in rooms if f"{room}/" not in README} == set()
