"""What an annotation points to is there."""

import pytest

from tests.bods.checks.places import places
from tests.bods.checks.raw import Json, entity, owns, person

CODE = "annotation_statement_pointer_target_invalid"


def notes(*targets: str) -> Json:
    """Give the fields of a statement with an annotation on each of these places."""
    return {
        "annotations": [{"motivation": "commenting", "statementPointerTarget": target} for target in targets]
    }


@pytest.mark.parametrize(
    "target",
    [
        "recordDetails/name",  # no slash at the beginning
        "/recordDetails/nickname",
        "/recordDetails/name/0",  # below a text
        "/recordDetails/isComponent/x",  # below true or false
        "/recordDetails/alternateNames/2",
        "/recordDetails/alternateNames/-",  # after the last: nothing can be there
        "/recordDetails/alternateNames/01",
        "/recordDetails/alternateNames/+1",
        "/recordDetails/alternateNames/-1",
        "/recordDetails/alternateNames/" + "9" * 5000,
        "/recordDetails/alternateNames/١",
        "/recordDetails/a~2b",
        "/recordDetails/~",
        "/",
        "//",
    ],
)
def test_a_target_that_is_not_there_is_told(target: str) -> None:
    company = entity(alternateNames=["Alfa", "Alpha"], fields=notes("", target))

    assert places(CODE, company) == ["/annotations/1/statementPointerTarget"]


@pytest.mark.parametrize(
    "target",
    [
        "",
        "/recordDetails",
        "/recordDetails/name",
        "/recordDetails/alternateNames/0",
        "/recordDetails/alternateNames/1",
        "/recordDetails/a~1b",
        "/recordDetails/a~01b",
        "/recordDetails/",
        "/annotations/0/motivation",
    ],
)
def test_a_target_that_is_there_is_good(target: str) -> None:
    company = entity(alternateNames=["Alfa", "Alpha"], **{"a/b": 1, "a~1b": 2, "": 3}, fields=notes(target))

    assert places(CODE, company) == []


def test_persons_and_relationships_are_asked_too() -> None:
    # The official checker only asks entities.
    fields = notes("/recordDetails/nowhere")

    assert places(CODE, person(fields=fields), owns(fields=fields)) == [
        "/annotations/0/statementPointerTarget",
        "/annotations/0/statementPointerTarget",
    ]


def test_an_annotation_without_a_target_is_for_the_schema_to_tell() -> None:
    assert places(CODE, entity(fields={"annotations": [{"motivation": "commenting"}]}), entity()) == []
