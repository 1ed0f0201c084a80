"""The verdicts of the official checker on every example and fixture are ours too; each difference has its reason."""

import tempfile
from collections import defaultdict
from datetime import date
from functools import lru_cache
from pathlib import Path

import orjson
import pytest

from bods.checks import checks
from bods.examination import examine
from tests.bods.standard import (
    faulty_examples,
    good_examples,
    official_examples,
    official_invalid,
    official_valid,
)
from tests.oracle import libcovebods_faults

#: Checks that the official checker does not have.
OURS = frozenset(
    {
        "anonymous_or_unknown_without_reason",
        "beneficial_owner_unspecified",
        "component_points_to_nothing",
        "direct_interest_with_components",
        "first_statement_not_new",
        "indirect_share_disagrees",
        "missing_record_status",
        "mixed_versions",
        "ownership_cycle",
        "publication_before_statement_date",
        "relationship_parties_changed",
        "self_ownership",
        "shares_over_100",
        "statement_after_closed",
        "unknown_iso_code",
        "withheld_person_behind_named_company",
        "withheld_person_described",
        "withheld_person_in_history",
    }
)

_NO_TEXT = (
    "it is no text, or not of the form of one, which the schema tells; what it might mean is not guessed"
)
_EVERYWHERE = (
    "the official checker resolves the pointers of entity statements alone, ours those of every statement"
)
_RECOMMENDED = "the standard's guidance recommends identifiers of persons with a schemeName alone"

#: What only one of the two says, by file, and why. "-" is what only the official checker says, "+" what only we say.
DIFFERENCES: dict[str, dict[str, str]] = {
    "bods-package-annotations.json": {"+annotation_statement_pointer_target_invalid": _EVERYWHERE},
    "bods-package-linking-annotations.json": {"+annotation_statement_pointer_target_invalid": _EVERYWHERE},
    "person_identifiers_scheme_name.json": {"-person_identifiers_invalid_composition": _RECOMMENDED},
    "person_identifiers_not_object.json": {"-person_identifiers_invalid_composition": _NO_TEXT},
    "statement_annotations_statementPointerTarget_type.json": {
        "-annotation_statement_pointer_target_invalid": _NO_TEXT
    },
    "entity_security_MIC_string.json": {
        "-entity_security_listing_market_identifier_code_set_but_not_operating_market_identifier_code": _NO_TEXT
    },
    "entity_security_OMIC_string.json": {
        "-entity_security_listing_operating_market_identifier_code_set_but_not_market_identifier_code": _NO_TEXT
    },
    "publication_details_version_not_string.json": {"-unknown_schema_version_used": _NO_TEXT},
    "statement_recordType_code.json": {
        "-statement_declaration_subject_not_entity_person": "the type is no code, which the schema tells; so it is not known"
    },
    "statement_declarationSubject_string.json": {"-statement_declaration_subject_not_exist": _NO_TEXT},
    **{
        f"entity_public_listing_company_filings_{fault}.json": {
            "-has_public_listing_information_but_has_public_listing_is_false": _NO_TEXT
        }
        for fault in ("not_array", "not_uri", "not_string")
    },
}


@lru_cache(maxsize=1)
def files() -> dict[str, Path]:
    invalid = [path for path, _, _ in official_invalid()]
    own = [*good_examples(), *(path for path, _, _ in faulty_examples())]
    return {path.name: path for path in (*own, *official_examples(), *official_valid(), *invalid)}


def verdicts(path: Path) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Give what the official checker says of a file and what we say: codes by statement, schema faults as one code."""
    values = orjson.loads(path.read_bytes())
    theirs, ours = defaultdict(set), defaultdict(set)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "statements.json"
        file.write_bytes(orjson.dumps(values if isinstance(values, list) else [values]))
        for complaint in libcovebods_faults(file):
            if complaint["kind"] == "check":
                theirs[str(complaint.get("statement"))].add(complaint["type"])
            elif complaint["kind"] == "schema":
                theirs["file"].add("schema")
        for finding in examine(file, today=date.today()):  # noqa: DTZ011  # as the official checker does
            if finding.code.startswith("schema_"):
                ours["file"].add("schema")
            elif finding.code not in OURS:
                ours[str(finding.statement_id)].add(finding.code)
    return theirs, ours


def differences(path: Path) -> set[str]:
    theirs, ours = verdicts(path)
    places = theirs.keys() | ours.keys()
    return {f"-{code}" for place in places for code in theirs[place] - ours[place]} | {
        f"+{code}" for place in places for code in ours[place] - theirs[place]
    }


@pytest.mark.parametrize("part", range(8))
def test_on_every_file_the_verdicts_are_the_same_but_for_what_the_table_explains(part: int) -> None:
    for name in sorted(files())[part::8]:
        assert (name, differences(files()[name])) == (name, set(DIFFERENCES.get(name, ())))


def test_every_official_identifier_is_among_the_checks() -> None:
    assert len(checks().keys() - OURS) == 45


def test_the_table_speaks_of_files_that_are_there() -> None:
    if len(files()) > 300:  # the standard's own fixtures lie beside the project
        assert DIFFERENCES.keys() <= files().keys()
