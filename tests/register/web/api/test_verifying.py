"""Whoever keeps the public log can check it with one file and Python alone, redactions included."""

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from bods.codelists import UnspecifiedReason
from bods.parts import Unspecified
from register.extensions import db
from register.static import verify
from register.store import published, published_redactions
from tests.register.web.public.conftest import Small

WHY = Unspecified(UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE, "Withheld by a decision.")


def saved(client: FlaskClient, path: Path) -> str:
    path.write_bytes(client.get("/api/published.jsonl").data)
    return str(path)


@pytest.fixture
def twice_redacted(client: FlaskClient, small: Small, tmp_path: Path) -> tuple[str, str]:
    """The log before and after a person was redacted, twice."""
    before = saved(client, tmp_path / "before.jsonl")
    with small.app.app_context():
        person = next(
            each.statement.record_id for each in published.newest(db.session, 50) if b'"person"' in each.text
        )
        for words in ("Withheld by a decision.", "Withheld by another decision."):
            why = Unspecified(WHY.reason, words)
            published_redactions.redact(db.session, [person], why, proposal_id=None, at=datetime.now(UTC))
        db.session.commit()
    return before, saved(client, tmp_path / "after.jsonl")


def test_a_log_with_redactions_is_followed_and_nothing_is_wrong(twice_redacted: tuple[str, str]) -> None:
    before, after = twice_redacted

    assert verify.main([after, "--before", before]) == 0


@pytest.mark.parametrize(
    "harm",
    ["text", "gone", "emptied", "leaf", "unsaid"],
)
def test_what_was_changed_by_hand_is_told(twice_redacted: tuple[str, str], tmp_path: Path, harm: str) -> None:
    before, after = twice_redacted
    lines = [json.loads(line) for line in Path(after).read_text().splitlines()]
    whole = next(each for each in lines if each["text"] is not None and "redacts" not in each)
    if harm == "text":
        whole["text"] = whole["text"].replace("{", "{ ", 1)
    elif harm == "gone":
        lines.remove(whole)
    elif harm == "emptied":
        whole["text"] = whole["salt"] = None
    elif harm == "leaf":
        whole["text"], whole["leafHash"] = "{}", verify.leaf_of(whole["salt"], "{}")
    else:
        lines = [each for each in lines if "redacts" not in each]
    changed = tmp_path / "changed.jsonl"
    changed.write_text("\n".join(json.dumps(each) for each in lines))

    assert verify.main([str(changed), "--before", before]) == 1


def test_the_page_of_the_data_leads_to_the_script_and_to_the_log(client: FlaskClient, small: Small) -> None:
    section = client.get("/data").text.partition('id="check"')[2]
    (script,) = re.findall(r'href="(/files/[^"]+/verify\.py)" download', section)

    with client.get(script) as answer:
        served = answer.data

    assert served == Path(verify.__file__).read_bytes()
    assert 'href="/api/published.jsonl' in section
    assert "python3 verify.py" in section


def test_the_script_as_it_is_served_checks_the_log_as_it_is_served(
    client: FlaskClient, small: Small, tmp_path: Path
) -> None:
    (script,) = re.findall(r'href="(/files/[^"]+/verify\.py)"', client.get("/data").text)
    with client.get(script) as served:
        (tmp_path / "verify.py").write_bytes(served.data)
    saved(client, tmp_path / "log1.jsonl")

    told = subprocess.run(
        [sys.executable, "-I", "verify.py", "log1.jsonl"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.endswith(" entries, 0 lawfully redacted, 0 faults\n")


def test_what_is_no_log_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text("[1, 2]\n")

    assert verify.main([str(path)]) == 2
