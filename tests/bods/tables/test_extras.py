"""What comes with an extra of the distribution is asked for by name when it is not there."""

import io
import subprocess
import sys

import pytest

from bods.exceptions import MissingExtraError
from bods.exports import parquet, xlsx

WITHOUT = """
import sys
sys.modules["duckdb"] = sys.modules["openpyxl"] = None
from bods.exports import formats
print(*(known.code for known in formats()))
"""


@pytest.mark.parametrize(
    ("library", "work"),
    [
        ("duckdb", lambda: parquet.write([], io.BytesIO())),
        ("duckdb", lambda: list(parquet.read(io.BytesIO()))),
        ("openpyxl", lambda: list(xlsx.read(io.BytesIO()))),
    ],
)
def test_the_extra_to_install_is_named(library: str, work: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(MissingExtraError, match=r"pip install umiliki\[exports\]") as missing:
        work()

    assert (missing.value.library, missing.value.extra) == (library, "exports")


def test_all_forms_are_known_without_their_libraries() -> None:
    listed = subprocess.run(
        [sys.executable, "-c", WITHOUT], capture_output=True, text=True, check=True
    ).stdout

    assert {"csv", "csv-zip", "xlsx", "parquet", "sqlite"} <= set(listed.split())
