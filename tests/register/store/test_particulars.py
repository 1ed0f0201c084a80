"""Each person's particulars open under their own key alone, and are gone when it is destroyed."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from register.models.people import ParticularsRow
from register.store import particulars
from register.store.vault import SealBrokenError
from tests.factories.declarations import private
from tests.factories.declaring import NOW

BOTH = {"ana": private("ana"), "ben": private("ben")}


def test_particulars_open_in_the_scope_they_were_kept_in(session: Session) -> None:
    particulars.keep(session, "draft:1", "alfa", BOTH)

    assert particulars.opened(session, "draft:1") == BOTH
    assert particulars.opened(session, "draft:2") == {}


def test_to_destroy_a_key_erases_the_person_everywhere_and_nobody_else(session: Session) -> None:
    particulars.keep(session, "draft:1", "alfa", BOTH)
    particulars.keep(session, "declaration:UM-2026-000001", "alfa", BOTH)

    erased = particulars.erase(session, "alfa", "ana", NOW)

    assert erased
    assert not particulars.erase(session, "alfa", "ana", NOW)
    assert set(particulars.opened(session, "draft:1")) == {"ben"}
    assert set(particulars.opened(session, "declaration:UM-2026-000001")) == {"ben"}
    assert particulars.erased_at(session, "alfa", "ana") == NOW


def test_a_person_declared_anew_after_erasure_has_a_new_key(session: Session) -> None:
    particulars.keep(session, "draft:1", "alfa", BOTH)
    particulars.erase(session, "alfa", "ana", NOW)

    particulars.keep(session, "draft:1", "alfa", BOTH)

    assert particulars.opened(session, "draft:1") == BOTH


def test_sealed_particulars_moved_to_another_person_do_not_open(session: Session) -> None:
    particulars.keep(session, "draft:1", "alfa", BOTH)
    first, second = session.scalars(select(ParticularsRow).order_by(ParticularsRow.id)).all()
    session.execute(update(ParticularsRow).where(ParticularsRow.id == second.id).values(sealed=first.sealed))

    with pytest.raises(SealBrokenError) as refusal:
        particulars.opened(session, "draft:1")
    assert private("ana").document_number not in str(refusal.value)


def test_the_month_of_birth_is_told_by_person_from_what_was_signed(session: Session) -> None:
    particulars.keep(session, "draft:1", "beta", {"ana": private("ana")})
    particulars.keep(session, "declaration:UM-2026-000001", "alfa", BOTH)

    assert particulars.birth_months(session, {"alfa", "beta"}) == {
        ("alfa", "ana"): "1980-02",
        ("alfa", "ben"): "1980-02",
    }
