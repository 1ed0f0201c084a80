"""Rule-sets: a place's file, and over it the changes that staff approved, each in force from a day on."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from register.exceptions import RegisterError
from register.jurisdictions.jurisdiction import Jurisdiction
from register.jurisdictions.loading import load
from register.words import N_

#: At most four figures behind the point; no sign, no exponent.
_SHARE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")


class RuleValueError(RegisterError):
    """A setting cannot have this value."""

    def __init__(self, setting: str, value: str) -> None:
        self.setting, self.value = setting, value
        super().__init__(f"{setting} cannot be {value!r}")


class RuleUnknownError(RegisterError):
    """There is no setting of this name that staff may change."""

    def __init__(self, setting: str) -> None:
        self.setting = setting
        super().__init__(f"no setting {setting!r} can be changed on a screen")


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One setting's new value from a day on; `source` is the law or decision it rests on, in words for the public."""

    setting: str
    value: str
    from_day: date
    source: str
    #: The proposal that was approved: tells two changes of one day apart, the later counts.
    number: int


def _percent(setting: str, text: str) -> Decimal:
    if not _SHARE.fullmatch(text) or not 0 < Decimal(text) <= 100:
        raise RuleValueError(setting, text)
    return Decimal(text)


def _count(setting: str, text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 0 < int(text[:6]) <= 3660):
        raise RuleValueError(setting, text)
    return int(text)


@dataclass(frozen=True, slots=True)
class Setting:
    """A threshold or a deadline that staff may change, what people call it, and in what it is counted."""

    name: str
    label: str
    unit: str
    read: Callable[[str, str], Decimal | int]


PERCENT, DAYS, MONTHS = N_("percent"), N_("days"), N_("months")

SETTINGS: Mapping[str, Setting] = {
    each.name: each
    for each in (
        Setting("owner_threshold", N_("Share from which somebody is an owner"), PERCENT, _percent),
        Setting("control_majority", N_("Share above which somebody controls"), PERCENT, _percent),
        Setting("declaration_deadline_days", N_("Time to declare after an award"), DAYS, _count),
        Setting("change_deadline_days", N_("Time to tell of a change"), DAYS, _count),
        Setting("reply_deadline_days", N_("Time to reply to an officer’s question"), DAYS, _count),
        Setting("clarification_days", N_("Time to answer a registrar’s question"), DAYS, _count),
        Setting("review_days", N_("Time for a registrar to decide about a declaration"), DAYS, _count),
        Setting(
            "confirmation_months", N_("Time after which a declaration is confirmed again"), MONTHS, _count
        ),
    )
}


def setting_called(name: str) -> Setting:
    """Raises RuleUnknownError."""
    if name not in SETTINGS:
        raise RuleUnknownError(name)
    return SETTINGS[name]


def value_of(place: Jurisdiction, name: str) -> str:
    """A setting's value as it is written. Raises RuleUnknownError."""
    value = getattr(place, setting_called(name).name)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def without_changes(place: Jurisdiction) -> Jurisdiction:
    """A place's rules as its file has them, whatever changes were laid over them."""
    plain = load(place.code)
    values: dict[str, Any] = {name: getattr(plain, name) for name in SETTINGS}
    return replace(place, ruleset=plain.ruleset, **values)


def in_force(place: Jurisdiction, changes: Iterable[RuleChange], day: date) -> Jurisdiction:
    """The place's rules on a day: its file, and the changes in force by then, in the order of their days.

    The rule-set is named after the file's and the last change in force, such as "2026-01+3", so that whatever was made
    under it can say so. Raises RuleUnknownError, RuleValueError.
    """
    given = sorted((each for each in changes if each.from_day <= day), key=_order)
    if not given:
        return place
    values: dict[str, Any] = {
        each.setting: setting_called(each.setting).read(each.setting, each.value) for each in given
    }
    ruleset = f"{place.ruleset}+{max(each.number for each in given)}"
    return replace(place, ruleset=ruleset, **values)


def _order(change: RuleChange) -> tuple[date, int]:
    return change.from_day, change.number
