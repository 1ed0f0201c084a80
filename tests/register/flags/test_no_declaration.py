from dataclasses import replace
from datetime import date

from register.flags.flag import Finding, Severity, Unclear
from register.flags.no_declaration import find
from register.graph.picture import Declared
from register.jurisdictions import load
from tests.factories.pictures import picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
AWARDED = date(2026, 3, 2)
LETTER = date(2026, 3, 12)


def test_a_winner_that_has_not_declared_by_the_letters_deadline_is_found() -> None:
    seen = picture(
        bids=ROOF, won=("alfa",), undeclared=("alfa",), award_letter_deadline=LETTER, today=date(2026, 3, 13)
    )

    (found,) = find(seen, KENYA)

    assert isinstance(found, Finding)
    assert found.sentence % found.facts == "Alfa Ltd won and had not declared its owners by 2026-03-12."
    assert found.severity is Severity.STRONG


def test_without_a_letter_the_days_after_the_award_count() -> None:
    on_time, late = (
        list(
            find(
                picture(bids=ROOF, won=("alfa",), undeclared=("alfa",), awarded_on=AWARDED, today=day), KENYA
            )
        )
        for day in (date(2026, 3, 16), date(2026, 3, 17))
    )

    assert on_time == []
    assert len(late) == 1


def test_a_winner_that_declared_in_time_is_left_out() -> None:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, won=("alfa",), awarded_on=AWARDED, today=date(2026, 5, 1))

    assert list(find(seen, KENYA)) == []


def test_a_winner_that_declared_late_is_told_as_context() -> None:
    seen = picture(("Ana", "alfa", 60), bids=ROOF, won=("alfa",), awarded_on=AWARDED, today=date(2026, 5, 1))
    (winner,) = [each for each in seen.bidders if seen.name(each) == "Alfa Ltd"]
    late = replace(seen, declared={winner: Declared(date(2026, 3, 20), "UM-1")})

    (found,) = find(late, KENYA)

    assert isinstance(found, Finding)
    assert found.severity is Severity.CONTEXT
    assert found.facts["days"] == "4"


def test_a_bidder_that_did_not_win_need_not_have_declared() -> None:
    seen = picture(
        ("Ana", "alfa", 60),
        bids=ROOF,
        won=("alfa",),
        undeclared=("beta",),
        awarded_on=AWARDED,
        today=date(2026, 5, 1),
    )

    assert list(find(seen, KENYA)) == []


def test_a_winner_whose_award_has_no_date_could_not_be_judged() -> None:
    (unclear,) = find(picture(bids=ROOF, won=("alfa",), undeclared=("alfa",)), KENYA)

    assert isinstance(unclear, Unclear)
