"""A public copy of a statement holds no particular of a person."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as any_

from bods.codelists import AddressType, AnnotationMotivation, PepStatus
from bods.records import (
    Address,
    Country,
    Identifier,
    Name,
    PepDetail,
    Person,
    PoliticalExposure,
)
from bods.redaction import public_copy
from bods.statements import Annotation
from bods.validation import faults
from bods.writing import as_bytes, as_json
from tests.bods.stories import ALFA, owns, shares, statement

KENYA = Country("Kenya", "KE")
PEP = PoliticalExposure(PepStatus.IS_PEP, (PepDetail("Member of an assembly", start_date=date(2022, 8, 25)),))
DAYS = [date(1930, 1, 1) + timedelta(days=day) for day in range(30_000)]


def person_born(born: str) -> Person:
    return Person(
        names=(Name("Ana Example", extra={"born": born}),),
        identifiers=(
            Identifier("canary-number", scheme="KEN-IDCARD"),
            Identifier("p-1", scheme_name="Register"),
        ),
        nationalities=(KENYA,),
        place_of_birth=Address(AddressType.PLACE_OF_BIRTH, "Canary Town"),
        birth_date=born,
        death_date=born,
        tax_residencies=(Country("Canary Islands", "IC"),),
        addresses=(
            Address(AddressType.RESIDENCE, "1 Canary Road", "00100", KENYA),
            Address(AddressType.SERVICE, "Box 1, Canary"),
            Address(AddressType.ALTERNATIVE, "2 Canary Road", country=KENYA),
        ),
        political_exposure=PEP,
        extra={"phone": "canary-phone", "born": born},
    )


def test_names_nationality_and_political_exposure_stay() -> None:
    public = public_copy(statement("ana", person_born("1980-07-01"))).record

    assert public == Person(
        names=(Name("Ana Example"),),
        identifiers=(Identifier("p-1", scheme_name="Register"),),
        nationalities=(KENYA,),
        addresses=(Address(AddressType.RESIDENCE, country=KENYA),),
        political_exposure=PEP,
    )


def test_no_particular_is_left_in_the_published_text() -> None:
    text = as_bytes(public_copy(statement("ana", person_born("1980-07-01")))).lower()

    assert b"canary" not in text
    assert b"1980" not in text


def note(target: str, **more: str) -> Annotation:
    return Annotation(target, AnnotationMotivation.COMMENTING, description="Born on 1 July", **more)


def test_a_note_on_a_place_that_is_left_out_is_left_out_too() -> None:
    noted = replace(
        statement("ana", person_born("1980-07-01")),
        annotations=(
            note("/recordDetails/birthDate"),
            note("/recordDetails/addresses/0"),
            note("", transformed_content="1980-07-01"),
            note("/recordDetails/names/0"),
        ),
    )

    assert [kept.statement_pointer_target for kept in public_copy(noted).annotations] == [
        "/recordDetails/names/0"
    ]


def test_companies_and_relationships_are_public_as_they_are() -> None:
    for record in (ALFA, owns("ana", "alfa", shares(60))):
        told = statement("alfa", record)
        assert public_copy(told) == told


def test_a_public_copy_made_twice_is_the_same() -> None:
    once = public_copy(statement("ana", person_born("1980-07-01")))

    assert public_copy(once) == once


@settings(max_examples=100)
@given(any_.lists(any_.sampled_from(DAYS), min_size=100, max_size=100))
def test_no_full_birth_date_is_ever_published(days: list[date]) -> None:
    for born in days:
        told = statement("ana", person_born(born.isoformat()))
        public = as_json(public_copy(told))
        assert born.isoformat() not in str(public)
        assert faults(public) == []
