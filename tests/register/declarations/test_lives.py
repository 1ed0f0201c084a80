"""Whatever is declared, corrected, confirmed, withheld and ended: the checkers find nothing, and it is read back.

A sample here, a hundred times as many with BARS=full.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bods.codelists import RecordStatus
from bods.network import Network
from bods.records import Person
from bods.statements import Statement
from bods.structures import answers_of, completed
from bods.writing import as_bytes
from register.declarations.closing import dissolution_statements
from register.declarations.confirming import confirmation_statements
from register.declarations.correcting import Correction, correction_statements
from register.declarations.draft import Draft
from register.declarations.field_names import shown
from register.declarations.network import answers_of_draft, network_of
from register.declarations.statements import Told, changed, statements
from register.declarations.withholding import withheld_statements
from register.jurisdictions import load
from tests.factories.declarations import KENYA, days, ids
from tests.factories.random_drafts import CANARY, drafts, lives
from tests.register.declarations.test_statements import complaints

TIMES = 100 if os.environ.get("BARS") == "full" else 1
PUBLIC = load("kenya_makueni").audiences.public


def tried(times: int) -> settings:
    """Try a property so many times; a busy machine is no failure."""
    return settings(max_examples=times * TIMES, deadline=None, suppress_health_check=list(HealthCheck))


@dataclass
class Company:
    """One company's life so far: everything told of it, filing by filing."""

    told: Told = field(default_factory=Told)
    made: list[tuple[Statement, ...]] = field(default_factory=list)
    new_id: Callable[[], str] = field(default_factory=lambda: ids().__next__)

    @property
    def filing(self) -> str:
        return f"UM-{len(self.made):06}"

    def add(self, born: tuple[Statement, ...]) -> None:
        self.told = changed(self.told, born)
        self.made.append(born)


Deed: TypeAlias = Callable[[Company, Draft, date], tuple[Statement, ...]]


def declare(company: Company, answers: Draft, day: date) -> tuple[Statement, ...]:
    return statements(
        answers,
        "alfa",
        company.told,
        law=KENYA,
        today=day,
        declaration=company.filing,
        new_id=company.new_id,
    )


def correct(company: Company, answers: Draft, day: date) -> tuple[Statement, ...]:
    return correction_statements(
        answers,
        "alfa",
        company.told,
        Correction("UM-000000", "A figure was mistyped."),
        law=KENYA,
        today=day,
        declaration=company.filing,
        new_id=company.new_id,
    )


def confirm(company: Company, _answers: Draft, day: date) -> tuple[Statement, ...]:
    return confirmation_statements(
        company.told, "alfa", "Alfa", today=day, declaration=company.filing, new_id=company.new_id
    )


def withhold(company: Company, _answers: Draft, day: date) -> tuple[Statement, ...]:
    for record_id, record in company.told.records.items():
        if isinstance(record, Person):
            return withheld_statements(company.told, record_id, today=day, new_id=company.new_id)
    return ()


DEEDS: tuple[Deed, ...] = (declare, declare, correct, confirm, withhold)


@tried(60)
@given(told=lives(), deeds=st.lists(st.sampled_from(DEEDS), min_size=4, max_size=4), ends=st.booleans())
def test_whatever_becomes_of_a_company_is_good_bods(
    told: list[Draft], deeds: list[Deed], ends: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    company = Company()

    for answers, deed, day in zip(told, (declare, *deeds), days(), strict=False):
        company.add(deed(company, answers, day))
    if ends:
        company.add(
            dissolution_statements(
                company.told,
                "alfa",
                "Alfa",
                dissolved=date(2026, 1, 6),
                today=date(2026, 1, 20),
                declaration=company.filing,
                new_id=company.new_id,
            )
        )

    assert complaints(company.made, tmp_path_factory.mktemp("life")) == []
    assert not ends or company.told.open == {}


@tried(100)
@given(told=drafts(), today=st.none() | st.just(date(2026, 1, 5)))
def test_the_network_of_any_draft_is_read_back(told: Draft, today: date | None) -> None:
    network = network_of(told, "alfa", KENYA, today=today)

    assert answers_of(network) == completed(answers_of_draft(told, "alfa", KENYA, today=today))


@tried(100)
@given(told=lives(2))
def test_nothing_but_what_the_place_lets_everybody_see_is_stated(told: list[Draft]) -> None:
    company = Company()

    for answers, day in zip(told, days(), strict=False):
        company.add(declare(company, shown(answers, PUBLIC), day))
        company.add(declare(company, answers, day))

    text = b"\n".join(as_bytes(each) for each in company.told.statements).decode()
    assert CANARY not in text
    assert "1977" not in text


@tried(40)
@given(told=drafts())
def test_who_may_see_nothing_sees_kinds_and_keys_alone(told: Draft) -> None:
    seen = shown(told, ())

    assert CANARY not in repr(seen)
    assert [each.full_name for each in seen.people] == [""] * len(told.people)
    assert seen.particulars == {}


@tried(40)
@given(told=drafts())
def test_the_same_answers_again_confirm_all_that_stands(told: Draft) -> None:
    company = Company()
    company.add(declare(company, told, date(2026, 2, 1)))
    standing = company.told.records

    again = declare(company, told, date(2026, 2, 2))

    assert {each.record_id: each.record for each in again} == standing
    assert {each.record_status for each in again} == {RecordStatus.UPDATED}


@tried(40)
@given(first=drafts(), then=drafts())
def test_a_correction_leaves_what_the_corrected_answers_would_have_told(first: Draft, then: Draft) -> None:
    company = Company()
    company.add(declare(company, first, date(2026, 2, 1)))
    past = company.told.past({})

    company.add(correct(company, then, date(2026, 3, 1)))

    meant = network_of(then, "alfa", KENYA, past, today=date(2026, 3, 1))
    assert Network("alfa", company.told.records).records == meant.records
    assert {each.day for each in company.told.statements} <= {date(2026, 2, 1)}
