from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bods.codelists import InterestType
from register.flags.flag import Finding, Severity, Strength, Unclear
from register.flags.owner_changed_around_award import find
from register.graph.lists import Official, Relative
from register.graph.picture import Picture
from register.jurisdictions import load
from tests.factories.pictures import CLOSE, Hold, Told, picture

KENYA = load("kenya_makueni")
ROOF = {"roof": ("alfa", "beta")}
AWARDED = CLOSE + timedelta(days=10)
DAYS = (CLOSE - timedelta(days=90), AWARDED + timedelta(days=180))
BEFORE, AFTER = date(2026, 1, 20), AWARDED + timedelta(days=30)
JUMA = ("Juma", "beta", 100)


def seen(*holds: Told, days: tuple[date, ...] = DAYS, **more: Any) -> Picture:
    """The school roof, won by Alfa, before the close and after the award too."""
    known = {"bids": ROOF, "won": ("alfa",), "awarded_on": AWARDED, "today": date(2026, 12, 1), **more}
    shown = picture(*holds, **known)
    return replace(shown, moments=tuple(picture(*holds, **known, as_of=day) for day in days))


def sold(
    company: str, on: date, *, by: str = "Ana", to: str = "Faith", share: int = 100
) -> tuple[Hold, Hold]:
    return (
        Hold(by, company, share, end=on, declared=date(2025, 6, 1)),
        Hold(to, company, share, start=on, declared=on, network=company),
    )


def found_in(shown: Picture) -> list[Finding]:
    return [each for each in find(shown, KENYA) if isinstance(each, Finding)]


def test_who_came_and_who_went_before_the_close_are_found_with_their_proof() -> None:
    went, came = sorted(
        found_in(seen(*sold("beta", BEFORE), ("Juma", "alfa", 100))), key=lambda each: each.about
    )

    assert went.sentence % went.facts == (
        "Ana ceased to be an owner of Beta Ltd in the 90 days before the close of the tender on 2026-02-27."
    )
    assert came.sentence % came.facts == (
        "Faith became an owner of Beta Ltd in the 90 days before the close of the tender on 2026-02-27."
    )
    assert (came.severity, came.strength) == (Severity.ASK, Strength.CERTAIN)
    ((stake,),) = came.paths
    assert (stake.holder, stake.since) == (came.about[0], BEFORE)


def test_a_newcomer_after_the_award_is_found_through_companies_too() -> None:
    holds = (*sold("mlolongo", AFTER), Hold("mlolongo", "alfa", 100, network="alfa"), JUMA)

    went, came = sorted(found_in(seen(*holds)), key=lambda each: each.about)

    assert (
        came.sentence % came.facts
        == "Faith became an owner of Alfa Ltd after the tender closed on 2026-02-27."
    )
    assert went.facts["person"] == "Ana"
    assert len(came.paths[0]) == 2


def test_a_newcomer_who_is_an_official_is_to_be_answered_first() -> None:
    official = Official("7", "Faith", "member", "Evaluation committee", CLOSE, "letter", identity="id-Faith")

    found = found_in(seen(*sold("alfa", AFTER), JUMA, officials=(official,)))

    (came,) = [each for each in found if each.officials]
    assert (came.severity, came.facts["person"]) == (Severity.ANSWER_FIRST, "Faith")
    assert came.details[0].message % came.details[0].facts == (
        "Faith is on the officials' list: member, Evaluation committee."
    )


def test_a_newcomer_of_an_officials_family_is_to_be_answered_first() -> None:
    wife = Relative("Faith", "spouse", identity="id-Faith")
    official = Official("7", "Stephen", "member", "Evaluation committee", CLOSE, "letter", family=(wife,))

    found = found_in(seen(*sold("alfa", AFTER), JUMA, officials=(official,)))

    (came,) = [each for each in found if each.officials]
    assert came.severity is Severity.ANSWER_FIRST
    assert came.details[0].facts["official"] == "Stephen"


def test_a_newcomer_with_a_name_like_an_officials_is_no_weightier() -> None:
    official = Official("7", "Faith Mumbua", "member", "Evaluation committee", CLOSE, "letter")

    found = found_in(seen(*sold("alfa", AFTER, to="Mumbua Faith"), JUMA, officials=(official,)))

    assert {each.severity for each in found} == {Severity.ASK}


def test_who_may_own_enough_only_at_the_upper_end_of_a_range_may_have_come() -> None:
    holds = (
        Hold("Ana", "alfa", 80),
        Hold("Faith", "alfa", (5, 20), start=AFTER, declared=AFTER),
        JUMA,
    )

    (came,) = found_in(seen(*holds))

    assert came.sentence % came.facts == (
        "Faith may have become an owner of Alfa Ltd after the tender closed on 2026-02-27."
    )
    assert came.strength is Strength.POSSIBLE


def test_changes_outside_the_days_are_not_told() -> None:
    long_ago = sold("beta", CLOSE - timedelta(days=91))
    much_later = sold("alfa", DAYS[1] + timedelta(days=1), by="Zawadi", to="Peter")

    assert found_in(seen(*long_ago, *much_later)) == []


def test_a_loser_who_changed_hands_after_the_close_is_not_told() -> None:
    assert found_in(seen(*sold("beta", AFTER), ("Zawadi", "alfa", 100))) == []


def test_owning_more_than_before_is_not_coming() -> None:
    holds = (
        Hold("Ana", "alfa", 30, end=BEFORE, declared=date(2025, 6, 1)),
        Hold("Ana", "alfa", 60, start=BEFORE, type=InterestType.RIGHTS_TO_PROFIT_OR_INCOME, declared=BEFORE),
        JUMA,
    )

    assert found_in(seen(*holds)) == []


def test_the_first_owners_of_a_company_founded_since_are_no_newcomers() -> None:
    shown = seen(Hold("Faith", "alfa", 100, start=BEFORE, declared=BEFORE), JUMA)
    young = {
        key: replace(each, founded=BEFORE) for key, each in shown.parties.items() if key == "ke-rco:alfa"
    }

    assert found_in(shown)
    assert found_in(replace(shown, parties={**shown.parties, **young})) == []


def test_without_a_day_since_when_it_could_not_be_judged() -> None:
    shown = seen(Hold("Faith", "alfa", 100, start=None, declared=BEFORE), JUMA)

    (answer,) = find(shown, KENYA)

    assert isinstance(answer, Unclear)
    assert answer.reason % answer.facts == "It is not told since when Faith has been an owner of Alfa Ltd."


def test_a_tender_without_a_day_of_closing_could_not_be_judged() -> None:
    (answer,) = find(picture(JUMA, bids=ROOF, closes=None), KENYA)

    assert isinstance(answer, Unclear)


def test_a_bidder_without_a_declaration_could_not_be_judged() -> None:
    (answer,) = find(seen(JUMA, undeclared=("alfa",)), KENYA)

    assert isinstance(answer, Unclear)
    assert answer.bidder == "ke-rco:alfa"
