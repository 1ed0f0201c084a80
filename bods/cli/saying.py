"""How findings are said: to people, a few lines each; to programs, one JSON object a line."""

from typing import Any

from bods.examination import Finding


def place_of(finding: Finding, *, by_lines: bool) -> str:
    """Say where a finding is: the line or the statement, and the field."""
    if finding.place is None:
        where = f"record {finding.record_id}" if finding.record_id else "the whole file"
    else:
        where = f"line {finding.place}" if by_lines else f"statement {finding.place + 1}"
    return f"{where}, {finding.pointer[1:]}" if finding.pointer else where


def as_text(title: str, finding: Finding, *, by_lines: bool) -> str:
    """Say a finding in three lines: where, what, and what to do."""
    return (
        f"{title}: {place_of(finding, by_lines=by_lines)}\n"
        f"    {finding.sentence} ({finding.severity}) [{finding.code}]\n"
        f"    {finding.remedy}"
    )


def as_object(title: str, finding: Finding, *, by_lines: bool) -> dict[str, Any]:
    """Give a finding as a JSON object; `line` counts from 1, `index` from 0, of which there is one at most."""
    place = {} if finding.place is None else {"line" if by_lines else "index": finding.place}
    return {
        "file": title,
        **place,
        "pointer": finding.pointer,
        "statementId": finding.statement_id,
        "recordId": finding.record_id,
        "code": finding.code,
        "severity": finding.severity.name.lower(),
        "sentence": finding.sentence,
        "remedy": finding.remedy,
    }


def counted(number: int, thing: str) -> str:
    """Say a number of things."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
