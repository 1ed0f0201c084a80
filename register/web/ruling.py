"""The rules of the place today: its file, and what staff changed with four eyes; asked once a request."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from flask import current_app, g

from register.extensions import db
from register.jurisdictions import Jurisdiction
from register.jurisdictions.deadlines import local_day
from register.jurisdictions.rulesets import SETTINGS, RuleChange, Setting, value_of
from register.store import published_rules


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One threshold or deadline: its value today, and how it changed and will change."""

    setting: Setting
    value: str
    changes: tuple[RuleChange, ...]


def rule_lines() -> tuple[RuleLine, ...]:
    """Every threshold and deadline that staff may change, with the days of its changes."""
    changes = published_rules.changes(db.session)
    return tuple(
        RuleLine(
            each,
            value_of(rules_today(), each.name),
            tuple(change for change in changes if change.setting == each.name),
        )
        for each in SETTINGS.values()
    )


def rules_today() -> Jurisdiction:
    """The jurisdiction as it is in force at this moment."""
    if "rules_today" not in g:
        place: Jurisdiction = current_app.extensions["jurisdiction"]
        today = local_day(datetime.now(UTC), place.timezone)
        g.rules_today = published_rules.rules_on(db.session, place, today)
    rules: Jurisdiction = g.rules_today
    return rules


def local_today() -> date:
    """Today, where the register is."""
    return local_day(datetime.now(UTC), rules_today().timezone)
