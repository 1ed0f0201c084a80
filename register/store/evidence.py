"""Papers handed in as proof: sealed files in the data folder, each with a row that says what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from register.exceptions import RegisterError
from register.models.companies import CompanyRow
from register.models.evidence import EvidenceRow
from register.models.people import PersonKeyRow
from register.store import evidence_files as files
from register.store import particulars
from register.store.companies import CompanyNotFoundError
from register.store.declarations import declaration
from register.store.engine import vault_of
from register.store.vault import new_key

#: What `scan` says.
CLEAN, NOT_SCANNED = "clean", "not scanned"

#: Why a paper was removed.
TAKEN_BACK = "taken back"
NO_LONGER_NEEDED = "no longer needed"
ERASED = "erased"


@dataclass(frozen=True, slots=True, repr=False)
class Evidence:
    """One paper as shown in lists; its name is private, and so kept out of `repr`. `size` in bytes."""

    id: int
    about: str
    kind: str
    name: str
    media_type: str
    size: int
    scanned: bool
    uploaded_by: str
    uploaded_at: datetime


class EvidenceNotFoundError(RegisterError):
    """There is no such paper, or it was removed."""

    def __init__(self, evidence_id: int) -> None:
        self.evidence_id = evidence_id
        super().__init__(f"there is no evidence {evidence_id}")


def about_draft(company_id: int, person_key: str | None = None) -> str:
    """The reference of papers handed in with an unfinished declaration, about the company or one of its people."""
    return _reference(f"draft:{company_id}", person_key)


def about_declaration(reference: str, person_key: str | None = None) -> str:
    """The reference of papers handed in with a signed declaration."""
    return _reference(f"declaration:{reference}", person_key)


def about_person(subject_record_id: str, person_key: str) -> str:
    """The reference of papers about one declared person, whatever the declaration."""
    return _reference(f"person:{subject_record_id}", person_key)


def _reference(head: str, person_key: str | None) -> str:
    return f"{head}/{person_key}" if person_key else head


def add(
    session: Session,
    data: Path,
    *,
    about: str,
    kind: str,
    name: str,
    media_type: str,
    content: bytes,
    scanned: bool,
    by: str,
    now: datetime,
) -> Evidence:
    """Seal the content and keep it; under the person's key when `about` names a person.

    The file is on the disk before its row is: killed in between, a file without a row is left, which `sweep` takes away.
    """
    token, key = files.new_token(), new_key()
    person = _person_of(session, about)
    row = EvidenceRow(
        token=token,
        about=about,
        kind=kind,
        name_sealed=vault_of(session).seal(name.encode(), _place("name_sealed", token), key),
        media_type=media_type,
        size=len(content),
        person_key_id=person.id if person else None,
        sealed_key=_wrapped(session, key, token, person),
        scan=CLEAN if scanned else NOT_SCANNED,
        uploaded_by=by,
        uploaded_at=now,
    )
    files.write(data, token, vault_of(session).seal(content, _place("file", token), key))
    session.add(row)
    session.flush()
    return _shown(session, row)


def listed(session: Session, about: str) -> tuple[Evidence, ...]:
    """The papers about this, and about the people under it ("draft:12" also gives "draft:12/p1"), oldest first."""
    rows = session.scalars(select(EvidenceRow).where(_under(about), _there()).order_by(EvidenceRow.id))
    return tuple(_shown(session, row) for row in rows if _openable(session, row))


def listed_by_reference(session: Session, about: str) -> Mapping[str, tuple[Evidence, ...]]:
    """The same, parted by the exact reference."""
    found: dict[str, tuple[Evidence, ...]] = {}
    for each in listed(session, about):
        found[each.about] = (*found.get(each.about, ()), each)
    return found


def count(session: Session, about: str) -> int:
    """How many papers this exact reference has."""
    query = select(func.count()).select_from(EvidenceRow).where(EvidenceRow.about == about, _there())
    return session.scalar(query) or 0


def one(session: Session, evidence_id: int) -> Evidence:
    """One paper's facts. Raises EvidenceNotFoundError; who may see it is asked of its `about`."""
    return _shown(session, _row(session, evidence_id))


def opened(session: Session, data: Path, evidence_id: int) -> bytes:
    """The paper itself. Raises EvidenceNotFoundError, and SealBrokenError when the file is not as it was sealed."""
    row = _row(session, evidence_id)
    sealed = files.read(data, row.token)
    if sealed is None:
        raise EvidenceNotFoundError(evidence_id)
    return vault_of(session).unseal(sealed, _place("file", row.token), _own_key(session, row))


def move(session: Session, before: str, after: str) -> int:
    """Let papers about `before` (and the people under it) be about `after`; give their number.

    `move(session, about_draft(12), about_declaration("UM-2026-000012"))` on signing: each stays its person's.
    """
    rows = session.scalars(select(EvidenceRow).where(_under(before), _there())).all()
    for row in rows:
        row.about = after + row.about.removeprefix(before)
    session.flush()
    return len(rows)


def remove(session: Session, evidence_id: int, *, because: str, now: datetime) -> None:
    """Destroy a paper's key: nobody opens it from now on; `sweep` takes the file. Raises EvidenceNotFoundError."""
    _forget(_row(session, evidence_id), because, now)
    session.flush()


def remove_about(session: Session, about: str, *, because: str, now: datetime) -> int:
    """Remove all papers about this and the people under it; give their number."""
    return _forget_all(session, _under(about), because=because, now=now)


def remove_of_person(session: Session, subject_record_id: str, person_key: str, *, now: datetime) -> int:
    """Remove all papers about a person whose particulars are erased; give their number."""
    key = particulars.row_of_key(session, subject_record_id, person_key)
    if key is None:
        return 0
    return _forget_all(session, EvidenceRow.person_key_id == key.id, because=ERASED, now=now)


def remove_older(session: Session, before: datetime, *, now: datetime) -> int:
    """Remove all papers handed in before a moment; give their number."""
    return _forget_all(session, EvidenceRow.uploaded_at < before, because=NO_LONGER_NEEDED, now=now)


def sweep(session: Session, data: Path, now: datetime) -> int:
    """Delete the files of removed papers, and files an hour old that no row names; give their number."""
    kept = set(session.scalars(select(EvidenceRow.token).where(_there())))
    removed = set(session.scalars(select(EvidenceRow.token).where(EvidenceRow.removed_at.is_not(None))))
    return files.sweep(data, kept=kept, removed=removed, now=now)


def _forget_all(session: Session, which: ColumnElement[bool], *, because: str, now: datetime) -> int:
    rows = session.scalars(select(EvidenceRow).where(which, _there())).all()
    for row in rows:
        _forget(row, because, now)
    session.flush()
    return len(rows)


def _forget(row: EvidenceRow, because: str, now: datetime) -> None:
    row.sealed_key, row.name_sealed, row.removed_at, row.removed_because = None, None, now, because


def _row(session: Session, evidence_id: int) -> EvidenceRow:
    row = session.get(EvidenceRow, evidence_id, populate_existing=True)
    if row is None or row.removed_at is not None or not _openable(session, row):
        raise EvidenceNotFoundError(evidence_id)
    return row


def _there() -> ColumnElement[bool]:
    return EvidenceRow.removed_at.is_(None)


def _under(about: str) -> ColumnElement[bool]:
    return or_(EvidenceRow.about == about, EvidenceRow.about.startswith(f"{about}/", autoescape=True))


def _person_of(session: Session, about: str) -> PersonKeyRow | None:
    """Whose key wraps a paper with this reference; a person has none only where the reference names nobody."""
    head, _, person_key = about.partition("/")
    kind, _, name = head.partition(":")
    if not person_key or kind not in {"draft", "declaration", "person"}:
        return None
    if kind == "draft":
        name = _of_company(session, name)
    elif kind == "declaration":
        name = _of_declaration(session, name)
    return particulars.key_for(session, name, person_key)


def _of_company(session: Session, company_id: str) -> str:
    row = session.get(CompanyRow, int(company_id))
    if row is None:
        raise CompanyNotFoundError(int(company_id))
    return row.subject_record_id


def _of_declaration(session: Session, reference: str) -> str:
    return _of_company(session, str(declaration(session, reference).company_id))


def _openable(session: Session, row: EvidenceRow) -> bool:
    """Not so when the person's key was destroyed and with it the way to the paper's own."""
    if row.person_key_id is None:
        return True
    person = session.get(PersonKeyRow, row.person_key_id)
    return person is not None and person.sealed_key is not None


def _wrapped(session: Session, key: bytes, token: str, person: PersonKeyRow | None) -> bytes:
    under = particulars.opened_key(session, person) if person else None
    return vault_of(session).seal(key, _place("sealed_key", token), under)


def _own_key(session: Session, row: EvidenceRow) -> bytes:
    person = session.get(PersonKeyRow, row.person_key_id) if row.person_key_id else None
    under = particulars.opened_key(session, person) if person else None
    return vault_of(session).unseal(row.sealed_key or b"", _place("sealed_key", row.token), under)


def _place(column: str, token: str) -> str:
    return f"evidence|{column}|{token}"


def _shown(session: Session, row: EvidenceRow) -> Evidence:
    name = vault_of(session).unseal(
        row.name_sealed or b"", _place("name_sealed", row.token), _own_key(session, row)
    )
    return Evidence(
        row.id,
        row.about,
        row.kind,
        name.decode(),
        row.media_type,
        row.size,
        row.scan == CLEAN,
        row.uploaded_by,
        row.uploaded_at,
    )
