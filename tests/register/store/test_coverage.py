"""Suppliers counted by how their declaration stands, by their own number or one they were joined to."""

from datetime import timedelta

from sqlalchemy.orm import Session

from register.models.sameness import CrosswalkRow
from register.store import coverage
from register.store.coverage import Stands
from tests.factories.awards import SCHEME, keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, supplier

TOLD = draft(held("ana", 100), people=("ana",))


def test_a_supplier_that_signed_long_ago_is_old_and_one_that_never_did_is_told_apart(
    session: Session,
) -> None:
    supplier(session, "alfa").declare(TOLD)
    supplier(session, "beta")
    keep_award(session, "roof", "alfa", "beta")
    keep_award(session, "well", "alfa")

    lately = coverage.count_by_standing(session, NOW)
    later = coverage.count_by_standing(session, NOW + timedelta(days=1))
    first, second = coverage.suppliers(session, NOW, None, limit=9, offset=0)

    assert lately == {Stands.VALID: 1, Stands.OLD: 0, Stands.NEVER: 1}
    assert later == {Stands.VALID: 0, Stands.OLD: 1, Stands.NEVER: 1}
    assert (first.number, first.tenders, first.stands, first.declared_at) == (
        "PVT-ALFA",
        2,
        Stands.VALID,
        NOW,
    )
    assert (second.number, second.tenders, second.declared_at) == ("PVT-BETA", 1, None)


def test_a_number_that_was_joined_to_a_company_has_its_declaration(session: Session) -> None:
    alfa = supplier(session, "alfa")
    alfa.declare(TOLD)
    keep_award(session, "roof", "gama")
    session.add(CrosswalkRow(scheme=SCHEME, number="PVT-GAMA", folded="", subject_record_id=alfa.subject))

    (found,) = coverage.suppliers(session, NOW, Stands.VALID, limit=9, offset=0)

    assert (found.number, found.declared_at) == ("PVT-GAMA", NOW)
    assert coverage.suppliers(session, NOW, Stands.NEVER, limit=9, offset=0) == ()
