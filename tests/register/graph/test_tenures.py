"""Who owned a company from when until when, and how that is drawn."""

from datetime import date
from decimal import Decimal

from register.graph.building import company_picture
from register.graph.tenures import Tenure, change_days, tenures_of
from register.graph.timeline import Timeline, timeline
from tests.factories.pictures import Hold, statements_of

TODAY = date(2026, 3, 9)
#: Ana had all, sold most to Ben through Kaiti, and left; Cid has little.
STORY = [
    Hold("Ana", "alfa", 100, start=date(2020, 1, 1), end=date(2022, 1, 1), declared=date(2020, 2, 1)),
    Hold("Ana", "alfa", 40, start=date(2022, 1, 1), end=date(2024, 1, 1), declared=date(2022, 2, 1)),
    Hold("kaiti", "alfa", 60, start=date(2022, 1, 1), declared=date(2022, 2, 1)),
    Hold("Ben", "kaiti", 100, start=date(2022, 1, 1), network="alfa", declared=date(2022, 2, 1)),
    Hold("Cid", "alfa", 4, start=date(2022, 1, 1), declared=date(2022, 2, 1)),
]


def told(holds: list[Hold] = STORY) -> tuple[Tenure, ...]:
    statements = statements_of(holds)
    pictures = [(day, company_picture("alfa", statements, {}, day)) for day in change_days(statements, TODAY)]
    return tenures_of(pictures, Decimal(10), Decimal(50))


def spans(tenure: Tenure) -> list[tuple[date, date | None, int]]:
    return [
        (each.since, each.until, int(each.owner.economic.high) if each.owner.economic else 0)
        for each in tenure.spans
    ]


def drawn(width: float = 704, awards: dict[str, date] | None = None) -> Timeline:
    tenures = told()
    notes = ["60 %"] * len(tenures)
    return timeline(
        tenures, awards or {}, TODAY, notes=notes, width=width, id="t", title="Owners", description="So."
    )


def test_each_owner_is_told_from_the_first_day_to_the_last() -> None:
    ana, ben, kaiti = told()

    assert (ana.name, ben.name, kaiti.name) == ("Ana", "Ben", "Kaiti Ltd")
    assert spans(ana) == [(date(2020, 1, 1), date(2022, 1, 1), 100), (date(2022, 1, 1), date(2024, 1, 1), 40)]
    assert spans(ben) == [(date(2022, 1, 1), None, 60)]


def test_who_holds_too_little_is_no_owner_on_any_day() -> None:
    assert "Cid" not in [each.name for each in told()]


def test_what_is_declared_again_unchanged_is_one_span() -> None:
    again = Hold("Ana", "alfa", 60, start=date(2021, 1, 1), declared=date(2025, 5, 5))
    (ana,) = told([Hold("Ana", "alfa", 60, start=date(2021, 1, 1), declared=date(2021, 1, 3)), again])

    assert spans(ana) == [(date(2021, 1, 1), None, 60)]


def test_a_company_whose_owners_were_never_told_has_none() -> None:
    assert told([Hold("Cid", "alfa", 4)]) == ()


def test_a_bar_runs_from_day_to_day_and_says_how_it_is_held() -> None:
    ana, ben, kaiti = drawn().rows

    assert [each.kind for row in (ana, ben, kaiti) for each in row.bars] == ["past", "indirect", ""]
    (over,), (still,) = ana.bars, ben.bars
    assert over.x == 4
    assert over.x + over.width > still.x
    assert still.x + still.width == 704 - 14


def test_awards_are_marked_in_their_order_and_letters_do_not_run_into_each_other() -> None:
    near = {"A": date(2021, 3, 1), "B": date(2021, 3, 9), "C": date(2025, 1, 1)}

    marks = drawn(awards=near).marks

    assert [each.letter for each in marks] == ["A", "", "C"]
    assert [each.x for each in marks] == sorted(each.x for each in marks)


def test_on_a_telephone_no_name_leaves_the_drawing() -> None:
    small = drawn(328)

    assert all(row.x <= 328 - 14 for row in small.rows)
    assert [row.end for row in small.rows] == [False, False, False]
    years = [year for _, year in small.years]
    assert years[0] == 2020
    assert all(
        later[0] - earlier[0] >= 44 for earlier, later in zip(small.years, small.years[1:], strict=False)
    )
