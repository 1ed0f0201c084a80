"""Every fault is found, told with its place, and nothing makes the search fail."""

import math

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as any_

from bods.validation import faults, faults_in, organisation_schemes
from tests.bods.standard import (
    EXAMPLES,
    faulty_examples,
    good_examples,
    official_examples,
    official_invalid,
    official_valid,
)


def test_good_files_have_no_faults() -> None:
    files = [*good_examples(), *official_valid(), *official_examples()]

    found = {file.name: faults(orjson.loads(file.read_bytes()), document=True) for file in files}

    assert len(files) >= 13
    assert {name: told for name, told in found.items() if told} == {}


def test_faulty_files_are_refused_for_the_fault_they_are_named_for() -> None:
    cases = [*faulty_examples(), *official_invalid()]

    for file, keyword, field in cases:
        found = faults(orjson.loads(file.read_bytes()), document=True)
        assert (keyword, field) in {(fault.keyword, fault.field) for fault in found}, file.name

    assert len(cases) >= 14


def told(name: str) -> list[str]:
    return [fault.sentence for fault in faults(orjson.loads((EXAMPLES / name).read_bytes()))]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("fault.required.statementDate.json", "Statement 1: add the field statementDate."),
        (
            "fault.type.isComponent.json",
            "Statement 1, recordDetails/isComponent: write true or false, without quotation marks.",
        ),
        (
            "fault.enum.recordStatus.json",
            "Statement 2, recordStatus: use one of the codes new, updated, closed.",
        ),
        (
            "fault.enum.subtype.json",
            (
                "Statement 1, recordDetails/entityType/subtype: for this type of entity use the code other, "
                "or leave the field out."
            ),
        ),
        (
            "fault.format.startDate.json",
            "Statement 3, recordDetails/interests/0/startDate: write a full date such as 2024-01-31.",
        ),
        (
            "fault.anyOf.statementDate.json",
            (
                "Statement 1, statementDate: write a full date such as 2024-01-31, "
                "or write a date and time such as 2024-01-31T09:30:00Z."
            ),
        ),
        (
            "fault.anyOf.scheme.json",
            "Statement 1, recordDetails/identifiers/0: add the field scheme or the field schemeName.",
        ),
        (
            "fault.oneOf.interestedParty.json",
            "Statement 3, recordDetails/interestedParty: write text in quotation marks, or write an object in braces.",
        ),
        (
            "fault.maximum.exact.json",
            "Statement 3, recordDetails/interests/0/share/exact: write a number of at most 100.",
        ),
        (
            "fault.maxLength.code.json",
            "Statement 2, recordDetails/nationalities/0/code: shorten this to at most 2 characters.",
        ),
        (
            "fault.minLength.statementId.json",
            "Statement 1, statementId: lengthen this to at least 32 characters.",
        ),
        (
            "fault.const.componentRecords.json",
            "Statement 5, recordDetails/componentRecords: empty this list, since a component has no components of its own.",
        ),
        (
            "fault.pattern.bodsVersion.json",
            "Statement 1, publicationDetails/bodsVersion: write the version as two numbers with a point between, such as 0.4.",
        ),
    ],
)
def test_a_fault_says_where_it_is_and_what_to_do(name: str, sentence: str) -> None:
    assert told(name) == [sentence]


def test_an_unspecified_party_without_a_reason_is_told_of_the_reason() -> None:
    value = orjson.loads((EXAMPLES / "no_beneficial_owner.json").read_bytes())[1]
    value["recordDetails"]["interestedParty"] = {"description": "Nobody."}

    (fault,) = faults(value)

    assert (fault.index, fault.pointer, fault.keyword) == (None, "/recordDetails/interestedParty", "oneOf")
    assert fault.sentence == "The statement, recordDetails/interestedParty: add the field reason."


def test_a_birth_date_may_be_a_year_a_month_or_a_day_and_nothing_else() -> None:
    value = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())[1]

    answers = {}
    for text in ("1980", "1980-07", "1980-07-01", "1980-7", "July"):
        value["recordDetails"]["birthDate"] = text
        answers[text] = not faults(value)

    assert answers == {"1980": True, "1980-07": True, "1980-07-01": True, "1980-7": False, "July": False}


def test_a_fault_repeats_nothing_of_what_was_written() -> None:
    value = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())[1]
    value["recordDetails"]["birthDate"] = "born 1 July 1980"
    value["recordDetails"]["personType"] = "secret-4711"

    sentences = " ".join(fault.sentence for fault in faults(value))

    assert "1980-07" in sentences
    assert "July" not in sentences
    assert "4711" not in sentences


def test_all_faults_of_a_file_are_told_at_once_each_with_its_statement() -> None:
    found = faults([{}, 5, {"statementId": 5}])

    assert [fault.index for fault in found if fault.keyword == "type"] == [1, 2]
    assert {fault.field for fault in found if fault.index == 0} == {
        "statementId",
        "declarationSubject",
        "recordId",
        "recordType",
        "recordDetails",
        "statementDate",
    }


def deep(levels: int) -> dict[str, object]:
    value: dict[str, object] = {}
    for _ in range(levels):
        value = {"deeper": value}
    return value


@pytest.mark.parametrize(
    "nonsense",
    [
        None,
        1,
        "text",
        b"bytes",
        {1, 2},
        object(),
        math.nan,
        [None],
        [[]],
        [{1: 2}],
        ["\ud800"],
        [10**400],
        [object()],
    ],
    ids=lambda value: type(value).__name__,
)
def test_nonsense_is_a_fault_and_no_crash(nonsense: object) -> None:
    assert faults(nonsense)


def test_bottomless_nesting_is_no_crash() -> None:
    value = orjson.loads((EXAMPLES / "one_owner.json").read_bytes())[0]

    assert faults(value | {"well": deep(5000)}) == []
    assert faults(value | {"recordDetails": deep(5000)})


json_values = any_.recursive(
    any_.none() | any_.booleans() | any_.integers() | any_.floats() | any_.text(max_size=5),
    lambda inner: any_.lists(inner, max_size=3) | any_.dictionaries(any_.text(max_size=3), inner, max_size=3),
    max_leaves=4,
)
field_names = any_.sampled_from(
    ["recordType", "recordDetails", "statementDate", "recordId", "source", "annotations"]
)


@given(any_.dictionaries(field_names, json_values | any_.sampled_from(["entity", "person", "relationship"])))
def test_any_object_is_judged_without_a_crash(value: dict[str, object]) -> None:
    assert list(faults_in([value]))


def test_our_list_of_organisation_schemes_has_the_codes_of_kenya_and_the_world() -> None:
    assert {"KE-RCO", "KE-KRA", "XI-LEI", "GB-COH"} <= organisation_schemes()
