"""What is handed in is looked at before it is kept, and whoever handed it in is in the trail."""

from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from register.actions.add_evidence import MOST, add_evidence
from register.actions.remove_evidence import remove_evidence
from register.gateways.viruses import Clamd, NoScanner, Scanner
from register.store import audit, evidence, evidence_files
from register.store.evidence import Evidence
from register.uploads import UploadRefusedError
from tests.factories.clamd import VIRUS, clamd
from tests.factories.declaring import NOW
from tests.factories.papers import PDF, pdf, png


def _add(session: Session, data: Path, content: bytes = PDF, scanner: Scanner | None = None) -> Evidence:
    return add_evidence(
        session,
        data,
        scanner or NoScanner(),
        about="authority:1",
        kind="power_of_attorney",
        name="letter of Ana.pdf",
        content=content,
        by="account:7",
        now=NOW,
    )


def test_a_paper_is_kept_and_said_to_be_unscanned_where_nobody_scans(
    session: Session, tmp_path: Path
) -> None:
    kept = _add(session, tmp_path)

    assert not kept.scanned
    (event,) = audit.newest(session)
    assert (event.actor, event.action, event.about) == ("account:7", "evidence handed in", "authority:1")
    assert "Ana" not in str(event)


def test_a_clean_paper_is_said_to_be_scanned(session: Session, tmp_path: Path) -> None:
    with clamd(tmp_path) as (address, served):
        kept = _add(session, tmp_path, scanner=Clamd(address))

    assert kept.scanned
    assert served.received == [PDF]


def test_a_virus_is_refused_and_nothing_kept(session: Session, tmp_path: Path) -> None:
    infected = pdf(b"5 0 obj\n(" + VIRUS + b")\nendobj")

    with clamd(tmp_path) as (address, _), pytest.raises(UploadRefusedError, match="virus") as refused:
        _add(session, tmp_path, infected, Clamd(address))

    assert "virus" in refused.value.sentence
    assert evidence.listed(session, "authority:1") == ()
    assert list(evidence_files.every(tmp_path)) == []


def test_a_scanner_that_does_not_answer_is_not_passed_by(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UploadRefusedError, match="scanner silent"):
        _add(session, tmp_path, scanner=Clamd(str(tmp_path / "nobody.ctl")))

    assert evidence.listed(session, "authority:1") == ()


def test_an_eleventh_paper_is_refused_until_one_is_taken_away(session: Session, tmp_path: Path) -> None:
    kept = [_add(session, tmp_path, png()) for _ in range(MOST)]

    with pytest.raises(UploadRefusedError, match="too many"):
        _add(session, tmp_path)
    remove_evidence(session, kept[0].id, by="account:7", now=NOW)

    assert _add(session, tmp_path).kind == "power_of_attorney"
    assert audit.newest(session)[1].action == "evidence taken back"
