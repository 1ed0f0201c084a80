"""Findings counted by rule, department, ward and age, with the list behind each figure."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from register.access import Role
from register.actions.decide_finding import decide_finding
from register.actions.raise_flags import raise_flags
from register.screening import DecisionKind
from register.store import findings, findings_counted
from register.store.findings_counted import Age, By, Counted, Wanted
from tests.factories.acting import somebody
from tests.factories.declaring import KENYA
from tests.factories.desks import ROOF, roof

NOW = datetime(2026, 3, 9, 9, tzinfo=UTC)
BUYER = "County works department"


@pytest.fixture
def checked(session: Session) -> int:
    """How many findings there are about the school roof."""
    roof(session)
    return raise_flags(session, ROOF, now=NOW, jurisdiction=KENYA).found


def test_each_rule_department_and_ward_counts_what_is_found_and_what_waits(
    session: Session, checked: int
) -> None:
    rules = findings_counted.counted(session, By.RULE, NOW)

    assert {each.name: each.found for each in rules}["shared-owner"] == 1
    assert sum(each.found for each in rules) == checked
    assert findings_counted.counted(session, By.DEPARTMENT, NOW) == (Counted(BUYER, checked, checked),)
    assert findings_counted.counted(session, By.WARD, NOW) == (Counted("", checked, checked),)


@pytest.mark.parametrize(
    ("days", "age"), [(6, Age.WEEK), (29, Age.MONTH), (89, Age.QUARTER), (91, Age.OLDER)]
)
def test_a_finding_grows_old(session: Session, checked: int, days: int, age: Age) -> None:
    later = NOW + timedelta(days=days)

    told = {each.name: each.found for each in findings_counted.counted(session, By.AGE, later)}

    assert told == {each.value: checked if each is age else 0 for each in Age}
    assert findings_counted.count(session, Wanted(later, {By.AGE: age.value})) == checked


def test_the_list_behind_a_figure_has_as_many_lines_and_a_dismissed_finding_does_not_wait(
    session: Session, checked: int
) -> None:
    officer = somebody(session, "Otieno Baraka", Role.OFFICER)
    (shared,) = (each for each in findings.of_process(session, ROOF) if each.finding.code == "shared-owner")
    decide_finding(
        session, shared.finding.fingerprint, DecisionKind.DISMISS, "Not the same person: seen both cards.",
        principal=officer, now=NOW,
    )  # fmt: skip
    every = Wanted(NOW, {By.RULE: "shared-owner", By.DEPARTMENT: BUYER})

    (line,) = findings_counted.findings(session, every, limit=9, offset=0)

    assert (line.ocid, line.title, line.waits) == (ROOF, "School roof", False)
    assert findings_counted.count(session, Wanted(NOW, every.by, waiting=True)) == 0
    assert findings_counted.count(session, Wanted(NOW, {}, waiting=True)) == checked - 1
    assert findings_counted.counted(session, By.DEPARTMENT, NOW) == (Counted(BUYER, checked, checked - 1),)
