"""The register's own tenders, screened at once by what its officers decided."""

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from register.actions.screen_own import screen_own
from register.bulk.duck import Duck
from register.jurisdictions import load
from register.models.sameness import CrosswalkRow
from register.store import sameness
from register.store.likeness import Kind
from register.store.sameness import Decided, Verdict
from tests.factories.bulk import found, pairs
from tests.factories.declaring import NOW, registrar
from tests.factories.tenders import keep_owners, keep_tender


def screened(session: Session, out: Path) -> set[tuple[object, ...]]:
    with Duck() as engine:
        screen_own(session, engine, out=out, as_of=date(2026, 12, 1), jurisdiction=load("kenya_makueni"))
    return pairs(out)


def test_a_bidder_that_an_officer_joined_to_a_company_has_its_owners(
    session: Session, tmp_path: Path
) -> None:
    keep_tender(session, bids={"roof": ("alfa", "stranger")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "beta", 30))
    session.add(CrosswalkRow(scheme="KE-RCO", number="STRANGER", folded="", subject_record_id="beta"))

    assert screened(session, tmp_path / "joined") == {found("roof", "Ana", "alfa", "beta")}


def test_a_bidder_that_nobody_joined_has_nobody(session: Session, tmp_path: Path) -> None:
    keep_tender(session, bids={"roof": ("alfa", "stranger")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "beta", 30))
    session.add(CrosswalkRow(scheme="KE-RCO", number="OTHER", folded="", subject_record_id="beta"))

    assert screened(session, tmp_path / "apart") == set()


def test_companies_that_were_decided_to_be_one_have_the_owners_of_both(
    session: Session, tmp_path: Path
) -> None:
    keep_tender(session, bids={"roof": ("again", "beta")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ben", "again", 20), ("Ana", "beta", 30))
    assert screened(session, tmp_path / "apart") == set()

    by = registrar(session).account_id
    sameness.add(
        session,
        Decided(Kind.COMPANY, "again", "alfa", Verdict.SAME, "One certificate.", "", by, NOW),
        None,
    )

    ((_, owner, *_),) = screened(session, tmp_path / "one")
    assert owner == "Ana"
