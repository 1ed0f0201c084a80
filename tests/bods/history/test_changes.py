"""What changed is told field by field, and carrying it out gives the newer record."""

from dataclasses import replace
from typing import Any

from hypothesis import given

from bods.codelists import AnnotationMotivation, InterestType
from bods.history import ABSENT, FieldChange, field_changes
from bods.history.changes import is_correction
from bods.reading import statement_from
from bods.records import Name, Person
from bods.statements import Annotation
from bods.writing import as_json
from tests.bods.history.patching import patched
from tests.bods.meaning import meaning
from tests.bods.often import tried
from tests.bods.random_statements import statements
from tests.bods.stories import ALFA, owns, shares, statement


def test_a_share_that_grew_is_one_field() -> None:
    before = statement("link", owns("ana", "alfa", shares(60)))
    after = statement("link", owns("ana", "alfa", shares(80)), "2024-03-01")

    assert field_changes(before, after) == (FieldChange("/recordDetails/interests/0/share/exact", 60, 80),)


def test_what_is_the_same_is_no_change_whatever_else_the_statement_says() -> None:
    before = statement("link", owns("ana", "alfa", shares(60)))

    assert field_changes(before, replace(before, statement_date="2025-01-01", declaration="UM-2")) == ()


def test_a_field_that_appears_was_absent_before() -> None:
    before, after = statement("alfa", ALFA), statement("alfa", replace(ALFA, uri="https://alfa.example"))

    assert field_changes(before, after) == (
        FieldChange("/recordDetails/uri", ABSENT, "https://alfa.example"),
    )


def test_an_interest_added_in_front_leaves_the_others_alone() -> None:
    votes = shares(10, type=InterestType.VOTING_RIGHTS)
    before = statement("link", owns("ana", "alfa", shares(60)))
    after = statement("link", owns("ana", "alfa", votes, shares(60)))

    (change,) = field_changes(before, after)
    (back,) = field_changes(after, before)

    assert (change.pointer, change.before) == ("/recordDetails/interests/0", ABSENT)
    assert (back.pointer, back.after) == ("/recordDetails/interests/0", ABSENT)


def test_an_interest_given_twice_is_one_more() -> None:
    before = statement("link", owns("ana", "alfa", shares(60)))
    after = statement("link", owns("ana", "alfa", shares(60), shares(60)))

    (change,) = field_changes(before, after)

    assert (change.pointer, change.before) == ("/recordDetails/interests/1", ABSENT)


def test_a_record_of_another_type_says_so() -> None:
    changes = field_changes(statement("x", ALFA), statement("x", Person()))

    assert changes[0] == FieldChange("/recordType", "entity", "person")


@tried()
@given(one=statements(recordType="relationship"), other=statements(recordType="relationship"))
def test_changes_carried_out_give_the_newer_relationship(one: dict[str, Any], other: dict[str, Any]) -> None:
    leads_from(one, other)


@tried()
@given(one=statements(recordType="person"), other=statements(recordType="entity"))
def test_changes_carried_out_give_whatever_came_after(one: dict[str, Any], other: dict[str, Any]) -> None:
    leads_from(one, other)


def leads_from(one: dict[str, Any], other: dict[str, Any]) -> None:
    before, after = statement_from(one), statement_from(other)

    reached = patched(as_json(before), field_changes(before, after))

    assert meaning(reached["recordDetails"]) == meaning(as_json(after)["recordDetails"])
    assert reached["recordType"] == other["recordType"]


def corrected(place: str) -> Annotation:
    return Annotation(place, AnnotationMotivation.CORRECTING, "typing error")


def test_two_statements_about_one_moment_are_a_correction() -> None:
    before, after = (
        statement("alfa", ALFA, published="2024-01-02"),
        statement("alfa", ALFA, published="2024-02-02"),
    )

    assert is_correction(before, after, field_changes(before, after))


def test_a_later_statement_corrects_when_it_says_so_of_all_that_changed() -> None:
    before = statement("ana", Person(names=(Name("Anna"),), birth_date="1980"))
    after = statement("ana", Person(names=(Name("Ana"),), birth_date="1980"), "2024-02-01")
    moved = statement("ana", Person(names=(Name("Ana"),), birth_date="1981"), "2024-02-01")
    note = (corrected("/recordDetails/names/0"),)

    def corrects(later: Any, first: Any = before) -> bool:
        return is_correction(first, later, field_changes(first, later))

    assert corrects(replace(after, annotations=note))
    assert not corrects(after)
    assert not corrects(replace(moved, annotations=note))
    assert not corrects(replace(after, annotations=note), replace(before, annotations=note))
    assert not corrects(replace(after, annotations=(corrected("/recordDetails/name"),)))
