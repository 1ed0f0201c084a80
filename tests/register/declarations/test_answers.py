"""Answers are kept as text and read back whole; particulars never stand in that text."""

from datetime import date

import pytest
from hypothesis import given, settings

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.answers import (
    AnswersUnreadableError,
    as_text,
    from_text,
    particulars_as_bytes,
    particulars_from,
)
from register.declarations.draft import Draft, EntityKind
from tests.factories.declarations import draft, held, private
from tests.factories.random_drafts import CANARY, drafts, everything_private


@settings(max_examples=200)
@given(told=drafts())
def test_any_draft_is_read_back_as_it_was(told: Draft) -> None:
    assert from_text(as_text(told), told.particulars) == told


def test_the_text_holds_no_particulars() -> None:
    told = draft(held("ana", 60), people=("ana",))

    text = as_text(told)

    hidden = private("ana")
    assert "Ana" in text
    for value in (hidden.document_number, hidden.phone, hidden.email, hidden.home_address, "1980"):
        assert value not in text


def test_particulars_are_read_back_and_show_nothing_of_themselves() -> None:
    hidden = private("ana")

    everything = everything_private("ana")
    assert particulars_from(particulars_as_bytes(hidden)) == hidden
    assert particulars_from(particulars_as_bytes(everything)) == everything
    assert CANARY not in repr(everything)
    assert hidden.document_number not in repr(hidden)


def test_an_older_text_without_later_fields_still_reads() -> None:
    older = '{"company":{"key":"subject","name":"Alfa","kind":"company","country":"KE"}}'

    told = from_text(older)

    assert (told.company.name, told.people, told.holdings, told.company.no_holder) == ("Alfa", (), (), None)


FIRST_FORM = (
    '{"form":1,"company":{"key":"subject","name":"Alfa","kind":"company","country":"KE","scheme":"KE-RCO",'
    '"number":"PVT-1","no_holder":null},"declarant":{"name":"Grace","capacity":"director"},'
    '"people":[{"key":"ana","full_name":"Ana","nationality":"KE","residence":"KE"}],'
    '"entities":[{"key":"delta","name":"Delta","kind":"government","country":"KE","scheme":"","number":"",'
    '"no_holder":{"reason":"unknown","description":""}}],'
    '"holdings":[{"holder":"ana","held":"subject","shares":{"minimum":"10","maximum":"25","minimum_excluded":false,'
    '"maximum_excluded":true},"votes":null,"controls":["boardChair"],"since":"2020-05-01"}],'
    '"no_owner":null,"answered":["people"]}'
)
FIRST_PARTICULARS = (
    b'{"document_scheme":"KEN-IDCARD","document_number":"90000001","birth_date":"1980-02-29","tax_number":"A1Z",'
    b'"phone":"","email":"","home_address":"Wote"}'
)


def test_answers_and_particulars_of_the_first_form_still_read() -> None:
    private = particulars_from(FIRST_PARTICULARS)
    told = from_text(FIRST_FORM, {"ana": private})

    assert (told.holdings[0].since, told.holdings[0].until) == (date(2020, 5, 1), None)
    assert told.holdings[0].shares == Share.between(10, 25, maximum_excluded=True)
    assert (told.entities[0].kind, told.entities[0].state_body) == (EntityKind.GOVERNMENT, None)
    assert (told.posts, told.ventures, told.claims.groups) == ((), (), None)
    assert (private.exposed, private.groups, private.birth_date) == (None, None, date(1980, 2, 29))
    assert from_text(as_text(told), told.particulars) == told


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "the top"),
        ("[]", "the top"),
        ('{"form":99,"company":{}}', "form"),
        ('{"company":{"key":"subject","name":7,"kind":"company","country":"KE"}}', "company/name"),
        ('{"company":{"key":"subject","name":"A","kind":"club","country":"KE"}}', "company/kind"),
        ('{"company":{"key":"../x","name":"A","kind":"company","country":"KE"}}', "company/key"),
    ],
)
def test_what_the_register_did_not_write_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(AnswersUnreadableError) as refusal:
        from_text(text)

    assert refusal.value.place == place


def test_a_broken_share_or_date_is_refused() -> None:
    told = draft(
        held("ana", Share.between(10, 20), since=date(2024, 1, 2), controls=(InterestType.TRUSTEE,)),
        people=("ana",),
    )
    text = as_text(told)

    for good, bad in (
        ('"10"', '"ten"'),
        ('"20"', '"200"'),
        ("2024-01-02", "2024-13-45"),
        ("trustee", "king"),
    ):
        with pytest.raises(AnswersUnreadableError):
            from_text(text.replace(good, bad))


def test_two_people_under_one_key_are_refused() -> None:
    with pytest.raises(AnswersUnreadableError):
        from_text(as_text(draft(people=("ana", "ana"))))
