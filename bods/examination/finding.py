"""One fault or doubt in a file: what, where, how bad, and what to do."""

from dataclasses import dataclass

from bods.checks import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found at one place of a file.

    `code` is the check's identifier, `schema_` and a keyword for what the official schema faults, `unreadable` for what
    is no JSON. `place` is the line (from 1) of JSON Lines, the index (from 0) in an array; None speaks of the whole file.
    `pointer` is a JSON Pointer within the statement. Neither sentence nor remedy repeats a person's particulars.
    """

    code: str
    severity: Severity
    place: int | None
    statement_id: str | None
    record_id: str | None
    pointer: str
    sentence: str
    remedy: str
