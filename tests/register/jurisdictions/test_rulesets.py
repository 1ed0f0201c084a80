"""Rule-sets: the file, and over it what staff approved, each from its day on."""

from datetime import date
from decimal import Decimal

import pytest

from register.jurisdictions import load
from register.jurisdictions.rulesets import (
    SETTINGS,
    RuleChange,
    RuleUnknownError,
    RuleValueError,
    in_force,
    setting_called,
    value_of,
)

PLACE = load("kenya_makueni")
LOWER = RuleChange("owner_threshold", "5", date(2026, 7, 1), "An invented act", 3)
LATER = RuleChange("owner_threshold", "2.5", date(2027, 1, 1), "Another invented act", 4)


def test_a_change_counts_from_its_day_on() -> None:
    before, after = (in_force(PLACE, [LOWER], day) for day in (date(2026, 6, 30), date(2026, 7, 1)))

    assert before is PLACE
    assert (after.owner_threshold, after.ruleset) == (Decimal(5), "2026-01+3")
    assert after.control_majority == PLACE.control_majority


def test_the_later_day_counts_whatever_was_approved_first() -> None:
    early = RuleChange("owner_threshold", "7", date(2026, 7, 1), "A third", 9)

    assert in_force(PLACE, [LATER, early, LOWER], date(2027, 1, 1)).owner_threshold == Decimal("2.5")
    assert in_force(PLACE, [early, LOWER], date(2026, 8, 1)).owner_threshold == Decimal(7)


def test_every_setting_names_a_rule_of_the_place() -> None:
    for name, setting in SETTINGS.items():
        assert setting.read(name, value_of(PLACE, name)) == getattr(PLACE, name)


@pytest.mark.parametrize("value", ["0", "101", "-1", "ten", "", "NaN", "1e999"])
def test_a_share_is_between_0_and_100(value: str) -> None:
    with pytest.raises(RuleValueError):
        setting_called("owner_threshold").read("owner_threshold", value)


@pytest.mark.parametrize("value", ["0", "1.5", "-3", "many", "", "99999", "٣"])
def test_a_deadline_is_a_number_of_days(value: str) -> None:
    with pytest.raises(RuleValueError):
        setting_called("change_deadline_days").read("change_deadline_days", value)


def test_what_is_no_setting_is_not_changed() -> None:
    with pytest.raises(RuleUnknownError):
        setting_called("publisher_name")
