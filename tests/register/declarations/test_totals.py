"""Running totals tell how much of each body is accounted for."""

from decimal import Decimal

from bods.records import Share
from register.declarations.draft import SUBJECT
from register.declarations.totals import totals
from tests.factories.declarations import draft, held


def test_exact_shares_leave_the_rest_unexplained() -> None:
    told = draft(held("ana", 60), held("ben", "12.5"), people=("ana", "ben"))

    (company,) = totals(told)

    assert (company.body, company.shares.low, company.shares.unexplained) == (
        SUBJECT,
        Decimal("72.5"),
        Decimal("27.5"),
    )
    assert not company.votes.told


def test_ranges_may_fill_what_is_left() -> None:
    told = draft(
        held("ana", Share.between(25, 50)), held("ben", Share.between(50, None)), people=("ana", "ben")
    )

    shares = totals(told)[0].shares

    assert (shares.low, shares.high, shares.unexplained, shares.too_much) == (75, 150, 0, False)


def test_each_body_has_its_own_totals() -> None:
    told = draft(held("ana", 120 - 20, "delta"), held("delta", 40), people=("ana",), bodies=("delta",))

    assert [(each.body, each.shares.low) for each in totals(told)] == [(SUBJECT, 40), ("delta", 100)]
