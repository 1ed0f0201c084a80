"""Exports: JSON Lines of published texts against copying the file; every other form against JSON Lines."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bods.exports import formats
from tests.bench.goals import Goals, seconds
from tests.bench.material import lines_file

COUNT, FEW = 200_000, 20_000


def texts(file: Path) -> Iterator[bytes]:
    """The texts as they were published, without the end of the line."""
    with file.open("rb") as lines:
        for line in lines:
            yield line[:-1]


def main() -> None:
    goals = Goals("exports")
    with tempfile.TemporaryDirectory() as folder:
        many, few, out = lines_file(COUNT, Path(folder)), lines_file(FEW, Path(folder)), Path(folder) / "out"
        forms = {known.code: known for known in formats()}

        def copy() -> None:
            with many.open("rb") as source, out.open("wb") as target:
                shutil.copyfileobj(source, target)

        def export(code: str, source: Path) -> None:
            with out.open("wb") as target:
                forms[code].write(texts(source), target)

        held = list(texts(many))

        def export_held() -> None:
            with out.open("wb") as target:
                forms["jsonl"].write(held, target)

        copying, lines = seconds(copy, 5), seconds(export_held, 5)
        from_file = seconds(lambda: export("jsonl", many), 5)
        print(
            f"  {COUNT:,} statements: copying {copying:.3f} s, JSON Lines of published texts {lines:.3f} s, "
            f"of texts read from a file line by line {from_file:.3f} s"
        )
        goals.at_least("JSON Lines, of the speed of copying the file", copying / lines, 0.5)
        for code in forms:
            took = seconds(lambda code=code: export(code, few), 1)
            print(f"  {code}: {FEW / took:,.0f} statements a second")
    goals.done()


if __name__ == "__main__":
    main()
