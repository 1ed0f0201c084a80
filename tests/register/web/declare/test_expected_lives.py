"""Every file of what may become of a declaration has the story that it is compared with, and every story its file."""

from tests.factories.expected import FOLDER
from tests.factories.lives_of_declarations import LIVES, WITH_A_REGISTRAR


def test_every_file_has_its_story() -> None:
    assert {path.stem for path in (FOLDER / "lives").glob("*.json")} == {*LIVES, *WITH_A_REGISTRAR}
