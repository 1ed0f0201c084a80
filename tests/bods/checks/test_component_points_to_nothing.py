"""A relationship may only list components that are there."""

from tests.bods.checks.raw import entity, owns, person, told

CODE = "component_points_to_nothing"
BETA = entity("beta", isComponent=True)


def test_a_component_that_is_nowhere_is_found_at_its_place() -> None:
    link = owns(componentRecords=["beta", "gone"])

    (found,) = told(CODE, entity(), person(), BETA, link)

    assert found.pointer == "/recordDetails/componentRecords/1"
    assert found.statement_id == link["statementId"]
    assert "gone" in found.sentence


def test_components_that_are_there_are_not_whatever_they_are_and_wherever_they_stand() -> None:
    part = owns("ana", "beta", record_id="part", isComponent=True)
    link = owns(componentRecords=["beta", "part", "ben"])

    assert told(CODE, entity(), person(), part, link, BETA, person("ben", isComponent=True)) == []


def test_a_party_of_the_same_relationship_that_is_nowhere_is_no_component_either() -> None:
    assert len(told(CODE, entity(), owns("gone", componentRecords=["gone"]))) == 1


def test_a_component_of_another_declaration_is_there() -> None:
    elsewhere = entity("beta", isComponent=True, fields={"declarationSubject": "gamma"})

    assert told(CODE, entity(), person(), elsewhere, owns(componentRecords=["beta"])) == []


def test_a_relationship_without_components_is_not() -> None:
    assert told(CODE, entity(), person(), owns(), owns("ana", "alfa", componentRecords=[])) == []
