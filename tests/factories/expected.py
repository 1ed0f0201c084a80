"""What a story should have published, kept as files: compared statement by statement, and judged by two checkers."""

import json
import os
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from bods.examination import examine
from register.store import published
from tests.oracle import libcovebods_faults, undocumented

#: Long after all stories.
TODAY = date(2030, 1, 1)
FOLDER = Path(__file__).resolve().parents[1] / "examples" / "declared"


def published_of(session: Session, subject: str) -> list[dict[str, object]]:
    """Everything public of a company as JSON; the random record id of the company is written `company`."""
    texts = [each.text.decode() for each in published.of_subject(session, subject)]
    return [json.loads(text.replace(subject, "company")) for text in texts]


def expected(name: str, made: list[dict[str, object]]) -> list[dict[str, object]]:
    """What a file says a story should publish; with EXPECTED=write the file is written anew, to be read by a person."""
    path = FOLDER / f"{name}.json"
    if os.environ.get("EXPECTED") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
    return list(json.loads(path.read_text()))


def faults(made: list[dict[str, object]], folder: Path) -> list[object]:
    """What the official checker and our own examination find wrong, documented exceptions apart."""
    path = folder / "declared.json"
    path.write_text(json.dumps(made))
    return [*undocumented(libcovebods_faults(path)), *examine(path, today=TODAY)]
