"""The standard's own test statements and examples, where they lie beside the project, and our examples, which always do."""

import csv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "bods" / "standard-0.4"
EXAMPLES = ROOT / "tests" / "examples" / "bods"


def good_examples() -> list[Path]:
    return [path for path in sorted(EXAMPLES.glob("*.json")) if not path.name.startswith("fault.")]


def faulty_examples() -> Iterator[tuple[Path, str, str]]:
    """Give our faulty files, each named for its fault: fault.<keyword>.<field>.json."""
    for path in sorted(EXAMPLES.glob("fault.*.json")):
        _, keyword, *field = path.stem.split(".")
        yield path, keyword, "".join(field)


def official_valid() -> list[Path]:
    found = sorted((OFFICIAL / "tests" / "data" / "valid-statements").glob("*.json"))
    return found or _absent("the standard's valid test statements")


def official_examples() -> list[Path]:
    return sorted((OFFICIAL / "examples").glob("*.json")) or _absent("the standard's examples")


def official_invalid() -> Iterator[tuple[Path, str, str]]:
    folder = OFFICIAL / "tests" / "data" / "invalid-statements"
    expected = folder / "expected_errors.csv"
    if not expected.exists():
        _absent("the standard's invalid test statements")
        return
    with expected.open(newline="") as rows:
        for name, keyword, _, field in csv.reader(rows):
            yield folder / name, keyword, field.strip()


def _absent(what: str) -> list[Path]:
    print(f"ABSENT: {what} are not beside the project; only its own examples were tried.")  # noqa: T201  # said aloud
    return []
