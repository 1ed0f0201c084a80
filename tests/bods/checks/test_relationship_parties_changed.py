"""Another owner is another relationship."""

from tests.bods.checks.raw import Json, entity, owns, person, told

CODE = "relationship_parties_changed"
LATER: Json = {"recordStatus": "updated", "statementDate": "2024-05-01"}


def test_a_relationship_that_changes_its_owner_is_found() -> None:
    found = told(
        CODE,
        entity(),
        person(),
        person("ben"),
        owns(record_id="link"),
        owns("ben", record_id="link", fields=LATER),
    )

    assert [(each.pointer, each.record_id) for each in found] == [("/recordDetails", "link")]


def test_a_relationship_that_changes_what_is_owned_is_found() -> None:
    other = owns("ana", "beta", record_id="link", fields=LATER)

    assert len(told(CODE, entity(), entity("beta"), person(), owns(record_id="link"), other)) == 1


def test_an_owner_who_is_named_later_is_another_party() -> None:
    unknown = owns({"reason": "unknown"}, record_id="link")

    assert len(told(CODE, entity(), person(), unknown, owns(record_id="link", fields=LATER))) == 1


def test_a_share_that_changes_is_not() -> None:
    assert (
        told(CODE, entity(), person(), owns(), owns("ana", "alfa", {"type": "votingRights"}, fields=LATER))
        == []
    )


def test_two_relationships_of_one_company_are_not() -> None:
    assert told(CODE, entity(), person(), person("ben"), owns(), owns("ben")) == []
