"""A protected person is in the register and not in what it states; earlier words about them can be replaced."""

from dataclasses import replace
from datetime import date

import pytest

from bods.codelists import PersonType, UnspecifiedReason
from bods.records import Person, Unspecified
from bods.writing import as_bytes
from register.declarations.network import Past, network_of
from register.declarations.statements import RecordNotOpenError, Told, changed, statements
from register.declarations.withholding import ASKED, GRANTED, withheld_statements, without_name
from tests.factories.declarations import KENYA, draft, held, ids, person

TOLD = draft(held("ana", 100), people=(replace(person("ana", "Ana Mwikali"), protection=True),))
REASON = Unspecified(UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE, "By order of a court.")


def ana(past: Past | None = None) -> Person:
    record = network_of(TOLD, "alfa", KENYA, past).records["alfa-p-ana"]
    assert isinstance(record, Person)
    return record


def test_who_asks_for_protection_is_withheld_until_a_registrar_refuses() -> None:
    assert ana() == Person(type=PersonType.ANONYMOUS_PERSON, unspecified=ASKED)
    assert ana(Past(named=("ana",))).names[0].full_name == "Ana Mwikali"


def test_the_registers_decision_counts_more_than_what_the_answers_ask() -> None:
    record = ana(Past(withheld={"ana": REASON}, named=("ana",), confirmed={"ana": "5f0c"}))

    assert record == Person(type=PersonType.ANONYMOUS_PERSON, unspecified=REASON)


def test_what_named_a_person_is_given_again_under_its_identifier_without_the_name() -> None:
    new_id = ids().__next__
    named = replace(TOLD, people=(person("ana", "Ana Mwikali"),))
    told = Told(
        statements(named, "alfa", Told(), law=KENYA, today=date(2026, 1, 5), declaration="D1", new_id=new_id)
    )

    later = changed(told, withheld_statements(told, "alfa-p-ana", today=date(2026, 2, 1), new_id=new_id))
    redacted = without_name(later, "alfa-p-ana")

    before = next(each for each in told.statements if each.record_id == "alfa-p-ana")
    assert [(each.statement_id, each.statement_date) for each in redacted] == [
        (before.statement_id, before.statement_date)
    ]
    assert b"Mwikali" not in as_bytes(redacted[0])
    assert later.records["alfa-p-ana"] == redacted[0].record
    assert withheld_statements(later, "alfa-p-ana", GRANTED, today=date(2026, 2, 2), new_id=new_id) == ()


def test_nobody_is_withheld_who_does_not_stand_in_the_network() -> None:
    with pytest.raises(RecordNotOpenError):
        withheld_statements(Told(), "alfa-p-ana", today=date(2026, 2, 1), new_id=ids().__next__)
