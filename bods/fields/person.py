"""A person in JSON. Source: BODS 0.4, `person-record.json`."""

from bods.codelists import NameType, PepStatus, PersonType
from bods.fields.kinds import DAY, TEXT, TRUTH, code, many
from bods.fields.part import ADDRESS, COUNTRY, IDENTIFIER, JURISDICTION, SOURCE, UNSPECIFIED
from bods.fields.shape import Field, Shape
from bods.records import Name, PepDetail, Person, PoliticalExposure

_NAME = Shape(
    Name,
    Field("type", "type", code(NameType)),
    Field("fullName", "full_name", TEXT, required=True),
    Field("familyName", "family_name", TEXT),
    Field("givenName", "given_name", TEXT),
    Field("patronymicName", "patronymic_name", TEXT),
)
_PEP_DETAIL = Shape(
    PepDetail,
    Field("reason", "reason", TEXT),
    Field("missingInfoReason", "missing_info_reason", TEXT),
    Field("jurisdiction", "jurisdiction", JURISDICTION.kind()),
    Field("startDate", "start_date", DAY),
    Field("endDate", "end_date", DAY),
    Field("source", "source", SOURCE.kind()),
)
_POLITICAL_EXPOSURE = Shape(
    PoliticalExposure,
    Field("status", "status", code(PepStatus), required=True),
    Field("details", "details", many(_PEP_DETAIL.kind())),
)
_PERSON = Shape(
    Person,
    Field("isComponent", "is_component", TRUTH, required=True),
    Field("personType", "type", code(PersonType), required=True),
    Field("unspecifiedPersonDetails", "unspecified", UNSPECIFIED.kind()),
    Field("names", "names", many(_NAME.kind())),
    Field("identifiers", "identifiers", many(IDENTIFIER.kind())),
    Field("nationalities", "nationalities", many(COUNTRY.kind())),
    Field("birthDate", "birth_date", TEXT),
    Field("deathDate", "death_date", TEXT),
    Field("placeOfBirth", "place_of_birth", ADDRESS.kind()),
    Field("taxResidencies", "tax_residencies", many(COUNTRY.kind())),
    Field("addresses", "addresses", many(ADDRESS.kind())),
    Field("politicalExposure", "political_exposure", _POLITICAL_EXPOSURE.kind()),
)

PERSON = _PERSON.kind()
