"""A record is of one type for good."""

from tests.bods.checks.raw import Json, entity, person, told

CODE = "statements_in_series_with_different_record_types"
LATER: Json = {"recordStatus": "updated", "statementDate": "2024-05-01"}


def test_a_company_that_becomes_a_person_is_found() -> None:
    (found,) = told(CODE, entity("beta"), person("beta", fields=LATER))

    assert found.pointer == "/recordType"
    assert found.record_id == "beta"


def test_a_company_that_is_updated_is_not() -> None:
    assert told(CODE, entity("beta"), entity("beta", fields=LATER)) == []


def test_where_the_record_does_not_begin_as_it_should_another_check_speaks() -> None:
    assert told(CODE, entity("beta"), person("beta")) == []
