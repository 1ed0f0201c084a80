"""To erase a person is to destroy their key; the list apart from the database keeps an old copy from bringing them back."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from register.actions.erase_person import NothingToEraseError, erase_person
from register.models.people import IdentityRow, ParticularsRow, PersonKeyRow
from register.models.statements import StatementRow
from register.store import audit, erasures, evidence, identities, particulars, signed_pages
from register.store.engine import session_factory
from register.store.erasures import ErasureListDamagedError
from register.store.evidence import EvidenceNotFoundError
from register.store.forgotten_identities import FORGOTTEN
from register.store.vault import Vault
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import NOW, Supplier, registrar, supplier
from tests.factories.papers import PDF

BOTH = {"ana": private("ana"), "ben": private("ben")}
TOLD = draft(held("ana", 60), held("ben", 40), people=("ana", "ben"))
REASON = "Asked for by letter of 3 March 2026; no longer an owner."


@pytest.fixture
def declaring(session: Session) -> Supplier:
    """Alfa, whose declaration names Ana and Ben and was signed and accepted."""
    declaring = supplier(session)
    declaring.save(TOLD)
    scope = particulars.of_draft(declaring.company.id)
    particulars.keep(session, scope, declaring.subject, BOTH)
    declaring.reference = declaring.submit()  # type: ignore[attr-defined]
    particulars.keep(session, particulars.of_declaration(declaring.reference), declaring.subject, BOTH)
    return declaring


def _erase(session: Session, declaring: Supplier, path: Path, person_key: str = "ana") -> None:
    erase_person(
        session, declaring.subject, person_key, REASON,
        erasure_list=path, principal=registrar(session), now=NOW + timedelta(days=30),
    )  # fmt: skip


def test_particulars_papers_and_signed_pages_go_and_statements_stay(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    about = evidence.about_declaration(declaring.reference, "ana")
    paper = evidence.add(
        session, tmp_path, about=about, kind="identity_document", name="card.pdf", media_type="application/pdf",
        content=PDF, scanned=False, by="account:1", now=NOW,
    )  # fmt: skip
    before = session.scalars(select(StatementRow.body)).all()

    _erase(session, declaring, tmp_path / "list.jsonl")

    assert set(particulars.opened(session, particulars.of_declaration(declaring.reference))) == {"ben"}
    with pytest.raises(EvidenceNotFoundError):
        evidence.opened(session, tmp_path, paper.id)
    assert signed_pages.opened(session, declaring.reference) is None
    assert session.scalars(select(StatementRow.body)).all() == before
    assert len(before) > 0
    event = audit.newest(session)[0]
    assert (event.action, event.facts["reason"]) == ("particulars erased", REASON)
    assert event.about == f"{declaring.subject}/ana"


def test_a_person_of_whom_nothing_is_kept_cannot_be_erased(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    path = tmp_path / "list.jsonl"
    _erase(session, declaring, path)

    for person_key in ("ana", "nobody"):
        with pytest.raises(NothingToEraseError):
            erase_person(
                session, declaring.subject, person_key, REASON, erasure_list=path,
                principal=declaring.principal, now=NOW,
            )  # fmt: skip
    assert len(list(erasures.remembered(path))) == 1


def test_an_old_copy_of_the_database_forgets_again_whom_the_list_names(
    engine: Engine, vault: Vault, session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    """The copy is played by a transaction that is taken back."""
    path = tmp_path / "list.jsonl"
    session.commit()
    _erase(session, declaring, path)
    session.rollback()
    scope = particulars.of_declaration(declaring.reference)

    with session_factory(engine, vault)() as restored:
        assert set(particulars.opened(restored, scope)) == {"ana", "ben"}

        again = erasures.replay(restored, path, NOW + timedelta(days=60))

        assert (again, set(particulars.opened(restored, scope))) == (1, {"ben"})
        assert signed_pages.opened(restored, declaring.reference) is None
        assert erasures.replay(restored, path, NOW + timedelta(days=61)) == 0


def test_a_person_declared_anew_keeps_what_was_told_since(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    path = tmp_path / "list.jsonl"
    _erase(session, declaring, path)
    scope = particulars.of_draft(declaring.company.id)
    particulars.keep(session, scope, declaring.subject, BOTH)

    assert erasures.replay(session, path, NOW + timedelta(days=60)) == 0
    assert set(particulars.opened(session, scope)) == {"ana", "ben"}


def test_the_list_names_nobody_and_is_its_owners_alone(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    path = tmp_path / "apart" / "list.jsonl"
    _erase(session, declaring, path)

    assert path.stat().st_mode & 0o077 == 0
    for canary in (private("ana").document_number, "Ana", REASON):
        assert canary not in path.read_text()
    (erasure,) = erasures.remembered(path)
    assert (erasure.subject_record_id, erasure.person_key) == (declaring.subject, "ana")


def test_a_line_cut_short_by_a_power_cut_does_not_swallow_the_next(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    path = tmp_path / "list.jsonl"
    _erase(session, declaring, path)
    with path.open("ab") as file:
        file.write(b'{"subject":"um-1","per')

    erasures.remember(path, erasures.Erasure("um-2", "ben", NOW))

    assert [each.person_key for each in erasures.remembered(path)] == ["ana", "ben"]


def test_a_list_that_was_changed_by_hand_is_told_by_its_line(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "list.jsonl"
    erasures.remember(path, erasures.Erasure("um-2", "ben", NOW))
    path.write_text("nonsense\n" + path.read_text())

    with pytest.raises(ErasureListDamagedError, match="line 1"):
        erasures.replay(session, path, NOW)


def test_the_keys_themselves_are_gone_from_the_database(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    _erase(session, declaring, tmp_path / "list.jsonl")
    session.commit()

    key = session.scalars(select(PersonKeyRow).where(PersonKeyRow.person_key == "ana")).one()
    assert key.sealed_key is None
    assert session.scalars(select(ParticularsRow).where(ParticularsRow.key_id == key.id)).all() == []


def test_the_hash_of_the_document_goes_with_the_last_who_tells_it(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    beta = supplier(session, "beta")
    beta.declare(draft(held("ana", 100), people=("ana",)))
    mine, theirs = f"{declaring.subject}-p-ana", f"{beta.subject}-p-ana"
    hashes = select(IdentityRow.document_hash)
    before = set(session.scalars(hashes))
    assert identities.records_sharing(session, mine) != ()

    _erase(session, declaring, tmp_path / "list.jsonl")
    parted = identities.records_sharing(session, mine)
    while_beta_tells = before - set(session.scalars(hashes))
    erase_person(
        session, beta.subject, "ana", REASON,
        erasure_list=tmp_path / "list.jsonl", principal=declaring.principal, now=NOW + timedelta(days=31),
    )  # fmt: skip
    left = before & set(session.scalars(hashes))

    assert (parted, while_beta_tells) == ((), set())
    assert len(before) - len(left) == 1
    assert identities.claim_of(session, theirs).confirmed_at is None


def test_a_confirmed_identifier_stays_and_leads_to_no_document(
    session: Session, declaring: Supplier, tmp_path: Path
) -> None:
    record = f"{declaring.subject}-p-ana"
    identities.confirm(session, record, identities.BY_THE_PERSON, NOW)
    known = identities.claim_of(session, record).public_identifier

    _erase(session, declaring, tmp_path / "list.jsonl")

    row = session.scalars(select(IdentityRow).where(IdentityRow.public_identifier == known)).one()
    assert identities.claim_of(session, record).public_identifier == known
    assert row.document_hash.startswith(FORGOTTEN)
