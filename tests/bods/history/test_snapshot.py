"""A snapshot says what was open, what was held, what was declared late, and what is missing."""

from dataclasses import replace
from datetime import date

from bods.codelists import InterestType, RecordStatus
from bods.history import snapshot
from bods.statements import Statement
from tests.bods.stories import ALFA, ANA, owns, shares, statement

DAY = date(2024, 6, 1)
COMPANY = statement("alfa", ALFA, published="2024-01-02")
PERSON = statement("ana", ANA, published="2024-01-02")


def link(*interests: object, day: str = "2024-01-01", **more: object) -> Statement:
    return statement("link", owns("ana", "alfa", *interests), day, **more)  # type: ignore[arg-type]  # told by the caller


def held(*said: Statement) -> bool | None:
    return snapshot(said, DAY).holds("link")


def test_an_interest_is_held_between_its_dates() -> None:
    assert held(link(shares(60))) is True
    assert held(link(shares(60, start_date=date(2024, 6, 2)))) is False
    assert held(link(shares(60, end_date=DAY))) is False


def test_an_interest_without_a_start_is_held_from_the_day_it_was_stated() -> None:
    assert held(link(shares(60, start_date=None))) is True


def test_an_interest_stated_later_reaches_back_to_its_start() -> None:
    assert held(link(shares(60), day="2024-07-01")) is True


def test_an_interest_stated_later_without_a_start_cannot_be_told() -> None:
    assert held(link(shares(60, start_date=None), day="2024-07-01")) is None
    assert held(link(day="2024-07-01")) is None


def test_a_relationship_without_interests_holds_while_it_is_open() -> None:
    assert held(link()) is True
    assert held(link(), link(day="2024-05-01", status=RecordStatus.CLOSED)) is False
    assert held() is False


def test_one_interest_held_is_enough() -> None:
    votes = shares(10, type=InterestType.VOTING_RIGHTS, end_date=date(2024, 1, 1))

    seen = snapshot([link(votes, shares(60))], DAY)

    assert seen.holds("link") is True
    assert [holding.holds for holding in seen.holdings("link")] == [False, True]


def test_what_a_later_statement_says_had_ended_was_not_held() -> None:
    afterwards = link(
        shares(60, end_date=date(2024, 3, 1)),
        day="2024-07-01",
        status=RecordStatus.UPDATED,
        published="2024-07-02",
    )

    assert held(link(shares(60)), afterwards) is False
    assert snapshot([link(shares(60)), afterwards], DAY, date(2024, 7, 1)).holds("link") is True


def test_a_later_statement_that_was_corrected_ends_nothing() -> None:
    wrong = link(shares(60, end_date=date(2024, 3, 1)), day="2024-07-01", published="2024-07-02", number=2)
    right = link(shares(60), day="2024-07-01", published="2024-07-09", number=3)

    assert held(link(shares(60)), right, wrong) is True


def test_entities_and_persons_hold_nothing() -> None:
    assert snapshot([COMPANY], DAY).holdings("alfa") == ()


def test_closed_and_later_records_are_told_apart_from_open_ones() -> None:
    closing = link(day="2024-05-01", status=RecordStatus.CLOSED)
    later = replace(PERSON, statement_date="2024-07-01")

    seen = snapshot([COMPANY, link(), closing, later], DAY)

    assert (seen.open, seen.closed, seen.later) == ({"alfa": COMPANY}, {"link": closing}, {"ana": later})


def test_what_speaks_of_the_day_and_was_published_after_it_was_declared_after() -> None:
    late = link(shares(60), published="2024-06-02T08:00:00+03:00")

    assert snapshot([COMPANY, late], DAY).declared_after() == ("link",)
    assert snapshot([COMPANY, late], date(2024, 6, 2)).declared_after() == ()
    assert snapshot([COMPANY, late], DAY, DAY).open == {"alfa": COMPANY}


def test_a_record_that_does_not_say_how_it_stands_is_told() -> None:
    assert snapshot([COMPANY, link(status=None)], DAY).status_unknown() == ("link",)


def test_what_is_named_and_not_open_is_missing() -> None:
    seen = snapshot([link(shares(60))], DAY)

    assert seen.missing() == {"alfa": ("link",), "ana": ("link",)}
    assert snapshot([COMPANY, PERSON, link()], DAY).missing() == {}
