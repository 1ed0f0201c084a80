"""What the official schema faults, as findings."""

from collections.abc import Mapping
from typing import Any

from bods.checks import Severity
from bods.examination.finding import Finding
from bods.validation import faults

_SENTENCES: Mapping[str, str] = {
    "type": "This is not the kind of value that the standard has here.",
    "required": "A field that the standard requires is missing.",
    "enum": "This is not one of the standard's codes for this field.",
    "format": "This is not written in the form that the standard asks for.",
    "pattern": "This is not written in the form that the standard asks for.",
    "const": "The standard allows something else here, given the other fields.",
    "minLength": "This text is shorter than the standard allows.",
    "maxLength": "This text is longer than the standard allows.",
    "minimum": "This number is smaller than the standard allows.",
    "maximum": "This number is larger than the standard allows.",
}
_OTHER = "This does not follow the official schema."


def findings_of_schema(place: int, value: Any) -> list[Finding]:  # noqa: ANN401  # any JSON value
    """Give a finding for each fault; a value that is no object is one fault by itself."""
    if not isinstance(value, dict):
        return [
            Finding(
                "schema_type", Severity.BREAKS, place, None, None, "", _SENTENCES["type"],
                "Write a statement here: an object in braces.",
            )
        ]  # fmt: skip
    statement_id, record_id = _text(value.get("statementId")), _text(value.get("recordId"))
    return [
        Finding(
            f"schema_{fault.keyword}",
            Severity.BREAKS,
            place,
            statement_id,
            record_id,
            fault.pointer,
            _SENTENCES.get(fault.keyword, _OTHER),
            fault.remedy,
        )
        for fault in faults(value)
    ]


def is_of_an_older_version(value: object) -> bool:
    """Tell whether a value is a statement of BODS 0.1, 0.2 or 0.3, by the names of its fields."""
    return isinstance(value, dict) and "statementType" in value and "recordType" not in value


def older_version(place: int, value: Mapping[str, Any]) -> Finding:
    """Give the one finding that says so, in the place of many faults."""
    return Finding(
        "older_version",
        Severity.BREAKS,
        place,
        _text(value.get("statementID")),
        None,
        "",
        "This is a statement of BODS 0.1, 0.2 or 0.3.",
        "Turn the file into BODS 0.4 with: bods upgrade FILE",
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
