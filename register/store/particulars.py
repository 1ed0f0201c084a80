"""The private particulars of declared people, each person sealed under a key of their own: to erase is to destroy it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from register.declarations.answers import particulars_as_bytes, particulars_from
from register.declarations.draft import Particulars
from register.models.people import ParticularsRow, PersonKeyRow
from register.store.engine import vault_of
from register.store.portions import among, portions
from register.store.vault import new_key

IN_DECLARATIONS = ParticularsRow.scope.startswith("declaration:")


def of_draft(company_id: int) -> str:
    """The scope in which a company's unfinished answers are kept."""
    return f"draft:{company_id}"


def of_declaration(reference: str) -> str:
    """The scope in which a signed declaration's answers are kept."""
    return f"declaration:{reference}"


def keep(
    session: Session, scope: str, subject_record_id: str, particulars: Mapping[str, Particulars]
) -> None:
    """Keep these particulars, by person key, in a scope; whoever was in it before and is not now leaves it."""
    before = {row.key_id: row for row in _rows(session, scope)}
    kept: set[int] = set()
    for person_key, private in particulars.items():
        key = key_for(session, subject_record_id, person_key)
        place = _place(scope, key.id)
        sealed = vault_of(session).seal(particulars_as_bytes(private), place, opened_key(session, key))
        if key.id in before:
            before[key.id].sealed = sealed
        else:
            session.add(ParticularsRow(scope=scope, key_id=key.id, sealed=sealed))
        kept.add(key.id)
    for key_id in before.keys() - kept:
        session.delete(before[key_id])
    session.flush()


def opened(session: Session, scope: str) -> dict[str, Particulars]:
    """Open a scope's particulars, by person key; those of erased people are gone.

    Raises SealBrokenError when one of them is not as it was sealed.
    """
    return {person[1]: private for _, person, private in _opened(session, ParticularsRow.scope == scope)}


def remove(session: Session, scope: str) -> None:
    """Take away all that a scope holds; the people's keys stay for their other scopes."""
    session.execute(delete(ParticularsRow).where(ParticularsRow.scope == scope))


def erase(session: Session, subject_record_id: str, person_key: str, now: datetime) -> bool:
    """Destroy a person's key and with it their particulars in every scope. False when there was none to destroy."""
    key = row_of_key(session, subject_record_id, person_key)
    if key is None or key.sealed_key is None:
        return False
    session.execute(delete(ParticularsRow).where(ParticularsRow.key_id == key.id))
    key.sealed_key, key.destroyed_at = None, now
    session.flush()
    return True


def kept_of(session: Session, subject_record_id: str, person_key: str) -> bool:
    """Whether a person has a key, so that particulars or papers of theirs may be kept."""
    key = row_of_key(session, subject_record_id, person_key)
    return key is not None and key.sealed_key is not None


def erased_at(session: Session, subject_record_id: str, person_key: str) -> datetime | None:
    """When the person's particulars were last erased, if ever."""
    key = row_of_key(session, subject_record_id, person_key)
    return key.destroyed_at if key else None


def _rows(session: Session, scope: str) -> list[ParticularsRow]:
    return list(session.scalars(select(ParticularsRow).where(ParticularsRow.scope == scope)))


def row_of_key(session: Session, subject_record_id: str, person_key: str) -> PersonKeyRow | None:
    """A person's key as kept, for the rest of `store`; None when there never was one."""
    return session.scalars(
        select(PersonKeyRow).where(
            PersonKeyRow.subject_record_id == subject_record_id, PersonKeyRow.person_key == person_key
        )
    ).one_or_none()


def key_for(session: Session, subject_record_id: str, person_key: str) -> PersonKeyRow:
    """A person's key, made at first use, for the rest of `store`."""
    row = row_of_key(session, subject_record_id, person_key)
    if row is None:
        row = PersonKeyRow(subject_record_id=subject_record_id, person_key=person_key)
        session.add(row)
    if row.sealed_key is None:
        # Also after an erasure, when the person is declared anew: what the old key sealed stays lost.
        row.sealed_key = vault_of(session).seal(new_key(), _place_of_key(row))
    session.flush()
    return row


def opened_key(session: Session, row: PersonKeyRow) -> bytes:
    """The key itself. Raises SealBrokenError when it was destroyed."""
    return vault_of(session).unseal(row.sealed_key or b"", _place_of_key(row))


def _place(scope: str, key_id: int) -> str:
    return f"particulars|sealed|{scope}|{key_id}"


def _place_of_key(row: PersonKeyRow) -> str:
    return f"person_key|sealed_key|{row.subject_record_id}|{row.person_key}"


@dataclass(frozen=True, slots=True, repr=False)
class Signed:
    """What was signed of people in declarations: by scope and person key, and by subject and person key as last signed."""

    by_scope: Mapping[str, Mapping[str, Particulars]]
    last: Mapping[tuple[str, str], Particulars]

    @property
    def birth_months(self) -> dict[tuple[str, str], str]:
        """Month of birth (YYYY-MM) by subject and person key: it helps officers tell like names apart."""
        return {
            person: f"{private.birth_date:%Y-%m}"
            for person, private in self.last.items()
            if private.birth_date
        }


def signed_by(session: Session, subjects: Collection[str]) -> Signed:
    """Open everything signed in declarations of these subjects. Raises SealBrokenError."""
    by_scope: dict[str, dict[str, Particulars]] = {}
    last: dict[tuple[str, str], Particulars] = {}
    for some in portions(sorted(set(subjects))):
        for scope, person, private in _opened(
            session, among(session, PersonKeyRow.subject_record_id, some), IN_DECLARATIONS
        ):
            by_scope.setdefault(scope, {})[person[1]] = private
            last[person] = private
    return Signed(by_scope, last)


def birth_months(session: Session, subjects: Collection[str]) -> dict[tuple[str, str], str]:
    """Month of birth (YYYY-MM) by subject and person key, as last signed."""
    return signed_by(session, subjects).birth_months


def marks(session: Session, subjects: Collection[str]) -> dict[tuple[str, str], dict[str, str]]:
    """Keyed hashes of tax PIN ("pin") and date of birth ("born") by subject and person key, as last signed."""
    blind, found = vault_of(session).blind, dict[tuple[str, str], dict[str, str]]()
    for some in portions(sorted(subjects)):
        for person, private in _signed(session, PersonKeyRow.subject_record_id.in_(some)).items():
            told = {"pin": private.tax_number.upper(), "born": str(private.birth_date or "")}
            found[person] = {kind: blind(kind, value) for kind, value in told.items() if value}
    return found


def last_signed(session: Session, subject: str, person_key: str) -> Particulars | None:
    """A person's particulars as last signed in a declaration; None when there are none, or they were erased."""
    found = _signed(session, PersonKeyRow.subject_record_id == subject, PersonKeyRow.person_key == person_key)
    return found.get((subject, person_key))


def _signed(session: Session, *conditions: ColumnElement[bool]) -> dict[tuple[str, str], Particulars]:
    return {person: private for _, person, private in _opened(session, *conditions, IN_DECLARATIONS)}


def _opened(
    session: Session, *conditions: ColumnElement[bool]
) -> Iterator[tuple[str, tuple[str, str], Particulars]]:
    """Give the scope, subject and person key, and what is sealed there, the oldest first."""
    for row, key in session.execute(
        select(ParticularsRow, PersonKeyRow)
        .join(PersonKeyRow, PersonKeyRow.id == ParticularsRow.key_id)
        .where(*conditions, PersonKeyRow.sealed_key.is_not(None))
        .order_by(ParticularsRow.id)
    ):
        private = vault_of(session).unseal(row.sealed, _place(row.scope, key.id), opened_key(session, key))
        yield row.scope, (key.subject_record_id, key.person_key), particulars_from(private)
