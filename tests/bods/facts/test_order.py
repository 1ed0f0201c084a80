"""A network stands as its last statements say, whatever the order of the file."""

from bods.facts import Link
from bods.facts.order import in_order, last_day, standing


def link(place: int, date: str | None, record_id: str = "link", status: str | None = None) -> Link:
    return Link(
        "alfa", place, None, record_id, date, status, {}, None, None, None, None, 0, 0, 0, lambda _: None
    )  # fmt: skip


def places(links: list[Link]) -> list[int]:
    return [each.place for each in in_order(links)]


def test_statements_are_in_the_order_of_their_dates_and_of_one_day_in_that_of_the_file() -> None:
    assert places([link(1, "2024-02-01"), link(2, "2024-01-01"), link(3, "2024-01-01")]) == [2, 3, 1]


def test_the_time_of_day_and_the_zone_count() -> None:
    evening, morning = link(1, "2024-01-01T20:00:00Z"), link(2, "2024-01-01T09:00:00Z")

    assert places([evening, morning, link(3, "2024-01-01T20:30:00+03:00")]) == [2, 3, 1]


def test_statements_without_a_date_or_in_the_year_nought_come_first() -> None:
    assert places([link(1, "2024-01-01"), link(2, None), link(3, "0000-01-01")]) == [2, 3, 1]


def test_what_is_closed_does_not_stand() -> None:
    closed = link(1, "2024-02-01", status="closed")
    first, second = link(2, "2024-01-01"), link(3, "2024-01-01", "other")

    assert [each.place for each in standing([closed, first, second]).values()] == [3]
    assert last_day([closed, first, second]) == "2024-02-01"
    assert last_day([]) == ""
