"""Each kind of owner, and each thing that becomes of a declaration, is stated as its file says.

After a wanted change: `EXPECTED=write pytest tests/register/declarations/test_expected_files.py`, and read the difference.
"""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from bods.writing import as_json
from tests.factories.declared_stories import STORIES, told_of
from tests.register.declarations.test_statements import PUBLICATION, complaints

FOLDER = Path(__file__).parents[2] / "examples" / "stated"


@pytest.mark.parametrize("name", STORIES)
def test_a_story_is_stated_as_its_file_says(name: str) -> None:
    made = [as_json(replace(each, publication=PUBLICATION)) for some in told_of(name) for each in some]
    file = FOLDER / f"{name}.json"
    if os.environ.get("EXPECTED") == "write":
        file.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")

    assert made == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", STORIES)
def test_the_checkers_find_nothing_in_a_story(name: str, tmp_path: Path) -> None:
    assert complaints(told_of(name), tmp_path) == []


def test_every_file_is_of_a_story() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(STORIES)
