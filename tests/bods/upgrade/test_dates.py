"""Every date that ISO 8601 knows becomes one that 0.4 takes, and what it loses is told."""

import pytest

from bods.upgrade.dates import first_day
from tests.bods.upgrade.olds import company, link, new, person, told


@pytest.mark.parametrize(
    ("old", "day"),
    [
        ("2010-05-06", "2010-05-06"),
        ("20100506", "2010-05-06"),
        ("+2010-05-06", "2010-05-06"),
        ("2010-W18-4", "2010-05-06"),
        ("2010W184", "2010-05-06"),
        ("2010-126", "2010-05-06"),
        ("2010126", "2010-05-06"),
    ],
)
def test_a_full_date_in_any_form_is_the_same_day_and_nothing_is_lost(old: str, day: str) -> None:
    assert new(company(foundingDate=old))["alfa"]["recordDetails"]["foundingDate"] == day
    assert told(company(foundingDate=old)) == set()


@pytest.mark.parametrize(
    ("old", "day"),
    [
        ("2010", "2010-01-01"),
        ("2010-05", "2010-05-01"),
        ("201005", "2010-05-01"),
        ("2010-W18", "2010-05-03"),
        ("2010-05-06T07:08:09Z", "2010-05-06"),
        ("2010-05-06 07:08", "2010-05-06"),
        ("20100506T0708", "2010-05-06"),
    ],
)
def test_a_date_that_says_less_or_more_becomes_a_day_and_is_told(old: str, day: str) -> None:
    assert new(company(dissolutionDate=old))["alfa"]["recordDetails"]["dissolutionDate"] == day
    assert told(company(dissolutionDate=old)) == {("/0", "dissolutionDate")}


@pytest.mark.parametrize(
    "old", ["2010-02-30", "2010-366", "2010-W54", "yesterday", "-0044-03-15", "0000", "", 2010]
)
def test_what_is_no_date_is_left_out_and_told(old: object) -> None:
    file = [company(), person(), link(interests=[{"type": "shareholding", "startDate": old}])]

    assert new(*file)["link"]["recordDetails"]["interests"] == [{"type": "shareholding"}]
    assert told(*file) == {("/2/interests/0", "startDate")}


@pytest.mark.parametrize(
    ("old", "day"),
    [("1970", "1970"), ("1970-03", "1970-03"), ("197003", "1970-03"), ("1970-W10-1", "1970-03-02")],
)
def test_a_birth_may_be_a_year_or_a_month(old: str, day: str) -> None:
    assert new(person(birthDate=old, deathDate=old))["ana"]["recordDetails"]["birthDate"] == day
    assert told(person(birthDate=old, deathDate=old)) == set()


@pytest.mark.parametrize(
    ("old", "moment", "is_told"),
    [
        ("2019-07-08", "2019-07-08", False),
        ("2019-07-08T10:37:11Z", "2019-07-08T10:37:11Z", False),
        ("2019-07-08t10:37:11.25+03:00", "2019-07-08t10:37:11.25+03:00", False),
        ("2019-06-30T23:59:60Z", "2019-06-30T23:59:60Z", False),
        ("20190708T103711Z", "2019-07-08T10:37:11+00:00", False),
        ("2019-07-08 10:37:11+03:00", "2019-07-08T10:37:11+03:00", False),
        ("2019-07-08T10:37:11", "2019-07-08T10:37:11+00:00", True),
        ("2019-07", "2019-07-01", True),
        ("2019-07-08T99:99:99Z", "2019-07-08", True),
    ],
)
def test_a_moment_stays_one_and_a_time_without_a_zone_counts_as_utc(
    old: str, moment: str, is_told: bool
) -> None:
    given = company(source={"retrievedAt": old})

    assert new(given)["alfa"]["source"]["retrievedAt"] == moment
    assert told(given) == ({("/0/source", "retrievedAt")} if is_told else set())


def test_a_day_of_the_year_that_the_year_does_not_have_is_none() -> None:
    assert first_day("2011-366") is None
    assert first_day("2012-366") == ("2012-12-31", "")
    assert first_day("9999-999") is None
