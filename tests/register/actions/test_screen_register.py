"""The whole register asked at once gives the pairs that the flag finds tender by tender."""

from datetime import date

from sqlalchemy.orm import Session

from register.actions.screen_register import screen_register
from register.jurisdictions import load
from tests.factories.tenders import keep_owners, keep_tender


def test_an_owner_of_two_bidders_is_named_and_a_small_share_is_not(session: Session) -> None:
    ocid = keep_tender(session, bids={"school-roof": ("alfa", "beta", "gamma")})
    keep_owners(session, ("Ana", "alfa", 60), ("Ana", "beta", 30), ("Ana", "gamma", 9))

    (found,) = screen_register(session, jurisdiction=load("kenya_makueni"), today=date(2026, 12, 1))

    assert (found.ocid, found.owner) == (ocid, "Ana")
    assert {round(found.first_share), round(found.second_share)} == {60, 30}


def test_an_empty_register_has_nobody_to_name(session: Session) -> None:
    assert screen_register(session, jurisdiction=load("kenya_makueni"), today=date(2026, 12, 1)) == ()
