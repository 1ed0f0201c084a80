"""A file must not give away whom it withholds."""

from tests.bods.checks.raw import Json, entity, person, told

CODE = "withheld_person_in_history"
LATER: Json = {"recordStatus": "updated", "statementDate": "2024-05-01"}


def withheld(record_id: str = "ana", fields: Json | None = None) -> Json:
    reason = {"reason": "interestedPartyExemptFromDisclosure"}
    return person(
        record_id, personType="anonymousPerson", names=[], unspecifiedPersonDetails=reason, fields=fields
    )


def test_a_person_who_was_described_before_is_found() -> None:
    (found,) = told(CODE, entity(), person(), withheld(fields=LATER))

    assert found.pointer == "/recordDetails/personType"
    assert found.record_id == "ana"


def test_a_person_who_is_described_later_is_found() -> None:
    assert len(told(CODE, entity(), withheld(), person(fields=LATER))) == 1


def test_a_person_who_is_withheld_throughout_is_not() -> None:
    assert told(CODE, entity(), withheld(), withheld(fields=LATER), person("ben")) == []
