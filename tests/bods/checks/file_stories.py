"""Stories of whole files: for each fault of the official checker one that has it and a near miss, and where we differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from tests.bods.checks.raw import Json, entity, owns, person, shares

COMPONENTS = frozenset(
    f"statement_{kind}_is_component_not_in_component_details" for kind in ("entity", "person", "relationship")
)
NOT_A_PARTY = "statement_declaration_subject_not_entity_person"
_NOMINATION = "relationship_interests_subject_should_be_entity_nomination_arrangement"
_TRUST = "relationship_interests_subject_should_be_entity_trust"
OFFICIAL = COMPONENTS | {
    "statement_declaration_subject_not_exist",
    NOT_A_PARTY,
    "duplicate_statement_id",
    "multiple_statements_in_series_with_record_status_new",
    "statement_with_record_status_new_must_be_first",
    "multiple_statements_in_series_with_record_status_closed",
    "statement_with_record_status_closed_must_be_last",
    "statements_in_series_with_different_record_types",
    "subject_must_be_record_id",
    "subject_can_only_refer_to_entity",
    "interested_party_must_be_record_id",
    "interested_party_can_only_refer_to_entity_or_person",
    "interest_beneficial_ownership_interested_party_not_person",
    _NOMINATION,
    _TRUST,
    "relationship_subject_not_before_relationship_in_dataset",
    "relationship_interested_party_not_before_relationship_in_dataset",
    "unknown_schema_version_used",
}

LATER: Json = {"recordStatus": "updated", "statementDate": "2024-05-01"}
CLOSED: Json = {"recordStatus": "closed", "statementDate": "2024-06-01"}
AFTER: Json = {"recordStatus": "updated", "statementDate": "2024-07-01"}
NOBODY: Json = {"reason": "unknown"}
NOMINATED: Json = {"type": "arrangement", "subtype": "nomination"}
TRUSTED: Json = {"type": "arrangement", "subtype": "trust"}


def of_version(version: object) -> Json:
    return {
        "publicationDetails": {
            "publicationDate": "2024-01-02",
            "bodsVersion": version,
            "publisher": {"name": "X"},
        }
    }


def role(name: str) -> Json:
    return {"type": name, "directOrIndirect": "direct"}


#: For each identifier a file of which it must be said, and one near it of which it must not.
STORIES: dict[str, tuple[list[Json], list[Json]]] = {
    "statement_declaration_subject_not_exist": ([person()], [person(), entity()]),
    NOT_A_PARTY: (
        [entity(), person(), owns(record_id="link", fields={"declarationSubject": "link"})],
        [entity(), person(fields={"declarationSubject": "ana"})],
    ),
    "statement_entity_is_component_not_in_component_details": (
        [entity(), person(), owns(componentRecords=["beta"]), entity("beta", isComponent=True)],
        [entity(), person(), entity("beta", isComponent=True), owns(componentRecords=["beta"])],
    ),
    "statement_person_is_component_not_in_component_details": (
        [entity(), person(isComponent=True), owns()],
        [entity(), person(isComponent=True), owns(componentRecords=["ana"])],
    ),
    "statement_relationship_is_component_not_in_component_details": (
        [entity(), person(), owns(isComponent=True), owns(record_id="whole")],
        [entity(), person(), owns(isComponent=True), owns(record_id="whole", componentRecords=["ana-in-alfa"])],
    ),
    "duplicate_statement_id": ([alfa := entity(), alfa, alfa], [entity(), entity(fields=LATER)]),
    "multiple_statements_in_series_with_record_status_new": (
        [entity(), entity(), entity(fields=CLOSED), entity(fields=AFTER)],
        [entity(), entity(fields=LATER)],
    ),
    "statement_with_record_status_new_must_be_first": (
        [entity(fields={"statementDate": "2024-06-01"}), entity(fields=LATER)],
        [entity(fields=LATER), entity(), person(fields=LATER)],
    ),
    "multiple_statements_in_series_with_record_status_closed": (
        [entity(), entity(fields=CLOSED), entity(fields=CLOSED), entity(fields=AFTER)],
        [entity(), entity(fields=CLOSED)],
    ),
    "statement_with_record_status_closed_must_be_last": (
        [entity(fields=AFTER), entity(), entity(fields=CLOSED)],
        [entity(fields=CLOSED), entity(), entity(fields=LATER)],
    ),
    "statements_in_series_with_different_record_types": (
        [entity(), entity("beta"), person("beta", fields=LATER)],
        [entity(), entity("beta"), entity("beta", fields=LATER)],
    ),
    "subject_must_be_record_id": (
        [entity(), person(), owns("ana", "gone")],
        [entity(), person(), owns(), owns("ana", NOBODY, record_id="link")],
    ),
    "subject_can_only_refer_to_entity": ([entity(), person(), owns("ana", "ana")], [entity(), person(), owns()]),
    "interested_party_must_be_record_id": ([entity(), owns("gone")], [entity(), owns(NOBODY)]),
    "interested_party_can_only_refer_to_entity_or_person": (
        [entity(), person(), owns(), owns("ana-in-alfa")],
        [entity(), entity("beta"), person(), owns()],
    ),
    "interest_beneficial_ownership_interested_party_not_person": (
        [entity(), entity("beta"), owns("beta")],
        [entity(), entity("beta"), owns("beta", "alfa", shares(9, beneficialOwnershipOrControl=False))],
    ),
    _NOMINATION: (
        [entity(), person(), owns("ana", "alfa", role("nominee"))],
        [entity(), person(), entity("pact", entityType=NOMINATED), owns("ana", "pact", role("nominee"))],
    ),
    _TRUST: (
        [entity(), person(), owns("ana", "alfa", role("settlor"))],
        [entity(), person(), entity("trust", entityType=TRUSTED), owns("ana", "trust", role("settlor"))],
    ),
    "relationship_subject_not_before_relationship_in_dataset": (
        [person(), owns(), entity()],
        [person(), entity(), owns(), entity(fields=LATER)],
    ),
    "relationship_interested_party_not_before_relationship_in_dataset": (
        [entity(), owns(), person()],
        [entity(), person(), owns(), person(fields=LATER)],
    ),
    "unknown_schema_version_used": (
        [entity(fields=of_version("0.7"))],
        [entity(), person(fields=of_version("0.7"))],
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Difference:
    """A file of which the two say different things, and why ours is right; `theirs` None: the official checker crashes."""

    reason: str
    statements: Sequence[Json]
    ours: frozenset[str]
    theirs: frozenset[str] | None


def difference(reason: str, statements: list[Json], ours: set[str], theirs: set[str] | None) -> Any:
    found = Difference(reason, statements, frozenset(ours), None if theirs is None else frozenset(theirs))
    return pytest.param(found, id=reason.replace(" ", "-"))


def without(field: str, statement: Json) -> Json:
    return {name: value for name, value in statement.items() if name != field}


def at(time: str, status: str) -> Json:
    return {"statementDate": f"2024-05-01T{time}", "recordStatus": status}


BETA = entity("beta", isComponent=True)
MIXED = "statements_in_series_with_different_record_types"

DIFFERENCES = [
    difference(
        "an append-only history may update a component after the relationship that lists it",
        [entity(), person(), BETA, owns(componentRecords=["beta"]), entity("beta", isComponent=True, fields=LATER)],
        set(),
        {"statement_entity_is_component_not_in_component_details"},
    ),
    difference(
        "a nominee in what is not in the file is told as a missing subject",
        [person(fields={"declarationSubject": "ana"}), owns("ana", "gone", role("nominee"))],
        {"statement_declaration_subject_not_exist", "subject_must_be_record_id"},
        None,
    ),
    difference(
        "a trustee in what is not in the file is told as a missing subject",
        [person(fields={"declarationSubject": "ana"}), owns("ana", "gone", role("trustee"))],
        {"statement_declaration_subject_not_exist", "subject_must_be_record_id"},
        None,
    ),
    difference(
        "the time of day puts the beginning first",
        [entity(fields=at("12:00:00Z", "updated")), entity(fields=at("09:00:00Z", "new"))],
        set(),
        {"statement_with_record_status_new_must_be_first"},
    ),
    difference(
        "the time of day puts the closing last",
        [entity(), entity(fields=at("12:00:00Z", "closed")), entity(fields=at("09:00:00Z", "updated"))],
        set(),
        {"statement_with_record_status_closed_must_be_last"},
    ),
    difference(
        "the time of day shows what follows a closing",
        [entity(), entity(fields=at("12:00:00Z", "updated")), entity(fields=at("09:00:00Z", "closed"))],
        {"statement_with_record_status_closed_must_be_last"},
        set(),
    ),
    difference(
        "an hour in another zone is the same instant",
        [entity(fields={"statementDate": "2024-05-02T00:30:00+03:00"}), entity(fields=at("22:00:00Z", "updated"))],
        set(),
        {"statement_with_record_status_new_must_be_first"},
    ),
    difference(
        "a subject whose statement names no type is in the file all the same and the schema tells the rest",
        [without("recordType", entity()), person()],
        set(),
        {"statement_declaration_subject_not_exist"},
    ),
    difference(
        "a type that the standard does not have is told by the schema",
        [entity() | {"recordType": "ship"}],
        set(),
        {NOT_A_PARTY},
    ),
    difference(
        "a missing type is told by the schema and is no second type",
        [entity(), without("recordType", entity(fields=LATER))],
        set(),
        {MIXED},
    ),
    difference(
        "a relationship without a record is told by the schema and ties nothing",
        [entity(), person(), without("recordId", owns("ana", "gone"))],
        set(),
        {"subject_must_be_record_id"},
    ),
    difference(
        "a record of two types is told as such and a statement before the second is not faulted for it",
        [
            person(fields={"declarationSubject": "ana"}),
            entity("beta", fields={"declarationSubject": "ana"}),
            entity(),
            owns("ana", "beta", record_id="alfa", fields=LATER | {"declarationSubject": "ana"}),
        ],
        {MIXED},
        {MIXED, NOT_A_PARTY},
    ),
    difference(
        "a component of two types is told by its last",
        [entity(), BETA, person("beta", isComponent=True, fields=LATER)],
        {MIXED, "statement_person_is_component_not_in_component_details"},
        {
            MIXED,
            "statement_entity_is_component_not_in_component_details",
            "statement_person_is_component_not_in_component_details",
        },
    ),
    difference(
        "only a relationship has components",
        [entity(), BETA, entity("gamma", componentRecords=["beta"])],
        {"statement_entity_is_component_not_in_component_details"},
        set(),
    ),
    difference(
        "a record identifier that is no text is told by the schema",
        [entity(), person() | {"recordId": {"no": "text"}}],
        set(),
        None,
    ),
    difference(
        "a version that is no text is told by the schema",
        [entity(fields=of_version(0.4))],
        set(),
        {"unknown_schema_version_used"},
    ),
    difference(
        "a file that says it is of 0.3 is asked all the same",
        [entity(fields=of_version("0.3")), entity("beta", isComponent=True)],
        {"statement_entity_is_component_not_in_component_details"},
        set(),
    ),
]  # fmt: skip
