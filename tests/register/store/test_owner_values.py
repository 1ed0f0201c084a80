"""Value won per ultimate owner beside per supplier: each currency by itself, each award once."""

from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy.orm import Session

from register.actions.rebuild_owners import rebuild_owners
from register.store import awards_listed, owner_values
from register.store.awards_listed import Wanted
from register.store.owner_values import Won
from tests.factories.awards import keep_award
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, NOW, supplier


@pytest.fixture
def owned(session: Session) -> None:
    """Ana owns Alfa and, with Ben, Beta; nobody declared for Gama."""
    supplier(session, "alfa").declare(draft(held("ana", 100), people=("ana",)))
    supplier(session, "beta").declare(draft(held("ana", 60), held("ben", 40), people=("ana", "ben")))
    for _ in rebuild_owners(session, clock=lambda: NOW, jurisdiction=KENYA):
        pass


def told(won: Won) -> list[tuple[str, Decimal, int, int]]:
    return [(each.name.split()[0], each.value, each.awards, each.suppliers) for each in won.owners]


def test_an_owner_counts_with_all_that_their_suppliers_won(session: Session, owned: None) -> None:
    keep_award(session, "roof", "alfa", value=300)
    keep_award(session, "well", "beta", value=100)
    keep_award(session, "road", "gama", value=100)

    (won,) = owner_values.won(session)

    ana, *others = told(won)
    assert ana[1:] == (Decimal(400), 2, 2)
    assert [each[1:] for each in others] == [(Decimal(100), 1, 1)]
    assert (won.total, won.awards) == (Decimal(500), 3)
    # 60, 20 and 20 percent of three suppliers; 80 and 20 of two hands.
    assert (won.per_supplier, won.per_owner) == (4400, 6800)


def test_partners_share_an_award_and_it_is_one_award(session: Session, owned: None) -> None:
    keep_award(session, "roof", "alfa", "beta", value=300)

    (won,) = owner_values.won(session)

    assert (won.total, won.awards) == (Decimal(300), 1)
    assert [each[1:] for each in told(won)] == [(Decimal(300), 1, 2), (Decimal(150), 1, 1)]


def test_currencies_are_never_added_and_what_has_no_value_is_counted_apart(
    session: Session, owned: None
) -> None:
    keep_award(session, "roof", "alfa", value=300)
    keep_award(session, "well", "alfa", value=7, currency="USD")
    keep_award(session, "road", "alfa")

    assert [(each.currency, each.total) for each in owner_values.won(session)] == [
        ("KES", Decimal(300)),
        ("USD", Decimal(7)),
    ]
    assert owner_values.without_value(session) == 1


def test_a_department_and_a_day_leave_out_the_others(session: Session, owned: None) -> None:
    keep_award(session, "roof", "alfa", value=300, department="Health")
    keep_award(session, "well", "alfa", value=200, department="Water", on=date(2025, 1, 2))

    def total(**asked: object) -> list[Decimal]:
        return [each.total for each in owner_values.won(session, **asked)]  # type: ignore[arg-type]

    assert total(department="Health") == [Decimal(300)]
    assert total(since=date(2026, 1, 1)) == [Decimal(300)]
    assert total(department="Water", since=date(2026, 1, 1)) == []


def test_the_awards_behind_an_owner_are_those_of_their_suppliers(session: Session, owned: None) -> None:
    for title, winner in (("roof", "alfa"), ("well", "beta"), ("road", "gama")):
        keep_award(session, title, winner, value=100)
    (won,) = owner_values.won(session)

    behind = [awards_listed.count(session, Wanted(owner=each.key)) for each in won.owners]

    assert behind == [each.awards for each in won.owners] == [2, 1]
    assert [owner_values.name_of(session, each.key) for each in won.owners] == [
        each.name for each in won.owners
    ]
    assert owner_values.name_of(session, "nobody") is None
