"""Papers lie sealed: they open for what they are about, and not at all once their person is erased."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.models.evidence import EvidenceRow
from register.store import companies, evidence, evidence_files, particulars
from register.store.evidence import Evidence, EvidenceNotFoundError
from register.store.vault import SealBrokenError
from tests.factories.declarations import private
from tests.factories.declaring import NOW
from tests.factories.papers import PDF

CANARY = b"identity card 98765432"


@pytest.fixture
def company_id(session: Session) -> int:
    return companies.create(session, name="Alfa", scheme="KE-RCO", number="PVT-A1", now=NOW).id


def _add(
    session: Session, data: Path, about: str, content: bytes = PDF + CANARY, name: str = "card.pdf"
) -> Evidence:
    return evidence.add(
        session,
        data,
        about=about,
        kind="identity_document",
        name=name,
        media_type="application/pdf",
        content=content,
        scanned=False,
        by="account:1",
        now=NOW,
    )


def _files(data: Path) -> list[Path]:
    return list(evidence_files.every(data))


def test_a_paper_opens_as_it_came_and_lies_sealed_under_a_random_name(
    session: Session, tmp_path: Path
) -> None:
    kept = _add(session, tmp_path, "authority:12")

    assert evidence.opened(session, tmp_path, kept.id) == PDF + CANARY
    assert evidence.listed(session, "authority:12") == (kept,)
    assert (kept.name, kept.size, kept.scanned) == ("card.pdf", len(PDF + CANARY), False)
    (file,) = _files(tmp_path)
    assert CANARY not in file.read_bytes()
    assert "card" not in file.name
    assert file.stat().st_mode & 0o077 == 0
    row = session.scalars(select(EvidenceRow)).one()
    assert b"card.pdf" not in (row.name_sealed or b"")


def test_lists_are_of_one_reference_and_what_is_under_it(
    session: Session, tmp_path: Path, company_id: int
) -> None:
    of_ana = _add(session, tmp_path, evidence.about_draft(company_id, "ana"))
    of_all = _add(session, tmp_path, evidence.about_draft(company_id))
    _add(session, tmp_path, "draft:1234567")

    assert evidence.listed(session, evidence.about_draft(company_id)) == (of_ana, of_all)
    assert evidence.listed(session, evidence.about_draft(company_id, "ana")) == (of_ana,)
    assert evidence.count(session, evidence.about_draft(company_id)) == 1
    assert set(evidence.listed_by_reference(session, evidence.about_draft(company_id))) == {
        of_ana.about,
        of_all.about,
    }


def test_signing_moves_the_papers_of_a_draft_and_they_still_open(
    session: Session, tmp_path: Path, company_id: int
) -> None:
    of_ana = _add(session, tmp_path, evidence.about_draft(company_id, "ana"))
    of_all = _add(session, tmp_path, evidence.about_draft(company_id))

    moved = evidence.move(
        session, evidence.about_draft(company_id), evidence.about_declaration("UM-2026-000012")
    )

    assert moved == 2
    assert evidence.listed(session, evidence.about_draft(company_id)) == ()
    assert {each.about for each in evidence.listed(session, "declaration:UM-2026-000012")} == {
        "declaration:UM-2026-000012/ana",
        "declaration:UM-2026-000012",
    }
    for each in (of_ana, of_all):
        assert evidence.opened(session, tmp_path, each.id) == PDF + CANARY


def test_to_erase_a_person_is_to_lose_their_papers_and_nobody_elses(
    session: Session, tmp_path: Path, company_id: int
) -> None:
    subject = companies.company(session, company_id).subject_record_id
    of_ana = _add(session, tmp_path, evidence.about_draft(company_id, "ana"))
    of_ben = _add(session, tmp_path, evidence.about_person(subject, "ben"))

    particulars.erase(session, subject, "ana", NOW)

    with pytest.raises(EvidenceNotFoundError):
        evidence.opened(session, tmp_path, of_ana.id)
    assert evidence.listed(session, evidence.about_draft(company_id)) == ()
    assert evidence.opened(session, tmp_path, of_ben.id) == PDF + CANARY
    assert evidence.remove_of_person(session, subject, "ana", now=NOW) == 1
    assert evidence.remove_of_person(session, subject, "nobody", now=NOW) == 0


def test_a_person_declared_anew_does_not_bring_erased_papers_back(
    session: Session, tmp_path: Path, company_id: int
) -> None:
    subject = companies.company(session, company_id).subject_record_id
    of_ana = _add(session, tmp_path, evidence.about_draft(company_id, "ana"))
    evidence.remove_of_person(session, subject, "ana", now=NOW)
    particulars.erase(session, subject, "ana", NOW)

    particulars.keep(session, f"draft:{company_id}", subject, {"ana": private("ana")})

    assert evidence.listed(session, evidence.about_draft(company_id)) == ()
    with pytest.raises(EvidenceNotFoundError):
        evidence.one(session, of_ana.id)


def test_a_paper_taken_back_cannot_be_opened_though_its_file_is_still_there(
    session: Session, tmp_path: Path
) -> None:
    kept = _add(session, tmp_path, "authority:12")

    evidence.remove(session, kept.id, because=evidence.TAKEN_BACK, now=NOW)

    with pytest.raises(EvidenceNotFoundError):
        evidence.opened(session, tmp_path, kept.id)
    row = session.scalars(select(EvidenceRow)).one()
    assert (row.sealed_key, row.name_sealed, row.removed_because) == (None, None, "taken back")
    assert evidence.sweep(session, tmp_path, NOW) == 1
    assert _files(tmp_path) == []


def test_a_file_put_in_anothers_place_does_not_open(session: Session, tmp_path: Path) -> None:
    first, second = _add(session, tmp_path, "authority:1"), _add(session, tmp_path, "authority:2")
    one, other = _files(tmp_path)
    one.write_bytes(other.read_bytes())

    opened = 0
    for each in (first, second):
        try:
            evidence.opened(session, tmp_path, each.id)
            opened += 1
        except SealBrokenError:
            pass
    assert opened == 1


@pytest.mark.parametrize("column", ["sealed_key", "name_sealed"])
def test_a_key_or_name_moved_to_another_row_does_not_open(
    session: Session, tmp_path: Path, column: str
) -> None:
    first, second = _add(session, tmp_path, "authority:1"), _add(session, tmp_path, "authority:2")
    stolen = session.scalar(select(getattr(EvidenceRow, column)).where(EvidenceRow.id == first.id))
    session.execute(update(EvidenceRow).where(EvidenceRow.id == second.id).values({column: stolen}))
    session.expire_all()

    with pytest.raises(SealBrokenError):
        evidence.one(session, second.id)


def test_a_file_whose_row_was_never_committed_is_swept_after_an_hour(
    session: Session, tmp_path: Path
) -> None:
    kept = _add(session, tmp_path, "authority:1")
    session.commit()
    _add(session, tmp_path, "authority:1")
    session.rollback()
    files = _files(tmp_path)
    moment = files[0].stat().st_mtime

    early = evidence.sweep(session, tmp_path, NOW.fromtimestamp(moment + 60, NOW.tzinfo))
    late = evidence.sweep(session, tmp_path, NOW.fromtimestamp(moment, NOW.tzinfo) + timedelta(hours=2))

    assert (len(files), early, late) == (2, 0, 1)
    assert evidence.opened(session, tmp_path, kept.id) == PDF + CANARY


def test_a_half_written_file_is_swept_too(session: Session, tmp_path: Path) -> None:
    kept = _add(session, tmp_path, "authority:1")
    (file,) = _files(tmp_path)
    left = file.with_suffix(evidence_files.UNFINISHED)
    left.write_bytes(b"half")
    os.utime(left, (0, 0))

    assert evidence.sweep(session, tmp_path, NOW) == 1
    assert evidence.opened(session, tmp_path, kept.id) == PDF + CANARY


def test_a_paper_whose_file_is_gone_is_not_found(session: Session, tmp_path: Path) -> None:
    kept = _add(session, tmp_path, "authority:1")
    _files(tmp_path)[0].unlink()

    with pytest.raises(EvidenceNotFoundError):
        evidence.opened(session, tmp_path, kept.id)
