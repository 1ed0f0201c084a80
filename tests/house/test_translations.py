"""The Kiswahili catalogue: nearly everything is said in it, with the same names to fill in, and it is compiled as it is."""

import io
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "register" / "translations" / "sw" / "LC_MESSAGES"
BLANKS = re.compile(r"%\([a-z_]+\)s|%%")
#: Percent of the words on screen that may wait for the translator; they are shown in English until then.
MAY_WAIT = 3


def catalogue() -> Catalog:
    with (FOLDER / "messages.po").open("rb") as file:
        return read_po(file, locale="sw")


def forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def test_a_translation_fills_in_the_same_names() -> None:
    told = [message for message in catalogue() if message.id and message.string]

    differing = [
        message.id
        for message in told
        if sorted(BLANKS.findall(forms(message.id)[-1])) != sorted(BLANKS.findall(forms(message.string)[-1]))
    ]

    assert len(told) > 1000
    assert differing == []


def test_what_is_compiled_is_what_is_written() -> None:
    made = io.BytesIO()
    write_mo(made, catalogue())

    assert made.getvalue() == (FOLDER / "messages.mo").read_bytes()


def test_nearly_every_word_on_screen_is_translated(tmp_path: Path) -> None:
    template = tmp_path / "words.pot"
    babel = Path(sys.executable).parent / "pybabel"
    subprocess.run(
        [babel, "-q", "extract", "-F", "pyproject.toml", "-k", "_", "-k", "N_", "-o", template, "."],
        cwd=ROOT, check=True,
    )  # fmt: skip
    with template.open("rb") as file:
        words = [forms(message.id)[0] for message in read_po(file) if message.id]
    said = {forms(message.id)[0] for message in catalogue() if message.id and all(forms(message.string))}

    waiting = [word for word in words if word not in said]

    assert len(waiting) <= len(words) * MAY_WAIT / 100, waiting
