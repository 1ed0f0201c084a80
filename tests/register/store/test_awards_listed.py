"""Awards in force in a list: of a period, for a group, and those whose supplier declared late."""

from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy.orm import Session

from register.models.sameness import CrosswalkRow
from register.store import awards_listed
from register.store.awards_listed import Wanted
from tests.factories.awards import SCHEME, keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, supplier

FEBRUARY = Wanted(since=date(2026, 2, 1), until=date(2026, 3, 1))


def test_suppliers_who_won_together_have_a_line_each_and_an_equal_part(session: Session) -> None:
    keep_award(session, "roof", "alfa", "beta", value=900_001)

    lines = awards_listed.awards(session, FEBRUARY)

    assert [(each.name, each.suppliers, each.part) for each in lines] == [
        ("Alfa Ltd", 2, Decimal("450000.5")),
        ("Beta Ltd", 2, Decimal("450000.5")),
    ]
    assert awards_listed.count(session, FEBRUARY) == 2
    assert awards_listed.count_awards(session, FEBRUARY) == 1


def test_a_month_ends_before_the_first_of_the_next(session: Session) -> None:
    for day in (date(2026, 1, 31), date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 1)):
        keep_award(session, f"roof-{day}", "alfa", on=day)

    assert awards_listed.days(session, FEBRUARY) == (date(2026, 2, 1), date(2026, 2, 28))
    assert [each.awarded_on for each in awards_listed.awards(session, FEBRUARY)] == [
        date(2026, 2, 28),
        date(2026, 2, 1),
    ]


def test_an_award_is_found_by_each_group_it_is_reserved_for_and_by_no_part_of_its_name(
    session: Session,
) -> None:
    keep_award(session, "desks", "alfa", reserved_for="women youth")
    keep_award(session, "roof", "beta")

    found = {group: awards_listed.count(session, Wanted(group=group)) for group in ("women", "youth", "men")}

    assert found == {"women": 1, "youth": 1, "men": 0}
    assert awards_listed.groups(session) == ("women", "youth")


def test_only_who_declared_after_the_last_moment_or_never_is_late(session: Session) -> None:
    supplier(session, "alfa").declare(draft(held("ana", 100), people=("ana",)))
    keep_award(session, "roof", "alfa")
    keep_award(session, "well", "beta")
    day = date(2026, 2, 20)

    def late(last: datetime) -> list[str]:
        return [each.number for each in awards_listed.awards(session, Wanted(due={day: last}))]

    assert late(NOW) == ["PVT-BETA"]
    assert late(datetime(2026, 3, 1, tzinfo=UTC)) == ["PVT-ALFA", "PVT-BETA"]
    assert [each.declared_at for each in awards_listed.awards(session, FEBRUARY)] == [NOW, None]


def test_a_winner_under_a_number_that_was_joined_to_a_company_declared_when_it_did(session: Session) -> None:
    alfa = supplier(session, "alfa")
    alfa.declare(draft(held("ana", 100), people=("ana",)))
    session.add(CrosswalkRow(scheme=SCHEME, number="PVT-GAMA", folded="", subject_record_id=alfa.subject))
    keep_award(session, "roof", "gama")

    (line,) = awards_listed.awards(session, FEBRUARY)

    assert line.declared_at == NOW
