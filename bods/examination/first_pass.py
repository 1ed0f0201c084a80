"""The first look at every statement: the schema, what can be asked of it alone, and what must be kept for the end."""

from collections.abc import Mapping, Sequence
from typing import Any

from bods.checks import Check, Problem
from bods.checks.check import About, RepeatCheck, SubjectCheck
from bods.examination.fields import Answers, Tables
from bods.examination.finding import Finding
from bods.examination.kept import Kept
from bods.examination.schema_faults import findings_of_schema, is_of_an_older_version, older_version
from bods.validation.schema import statement_validator
from bods.validation.sound import sound_part

_NOTHING: dict[str, Any] = {}


class FirstPass:
    """Reads one statement after the other; what waits for the end of the file is in `kept`."""

    def __init__(self, checks: Mapping[str, Check], today: str, kept: Kept) -> None:
        self._checks = checks
        self._is_valid = statement_validator().is_valid
        self._ask = Tables(checks).ask
        self._subjects = [
            (code, each.find) for code, each in checks.items() if isinstance(each, SubjectCheck)
        ]
        self._repeats = [(code, each.find) for code, each in checks.items() if isinstance(each, RepeatCheck)]
        self._about = About(today, {}, {})
        self._kept = kept
        self._network: str | None = None

    def look_by_schema(self, place: int, value: Any) -> Sequence[Finding]:  # noqa: ANN401  # any JSON value
        """Find what the schema faults in one parsed value, and keep nothing of it."""
        try:
            if self._is_valid(value):
                return ()
        except (ValueError, TypeError, RecursionError):
            pass
        return (
            [older_version(place, value)]
            if is_of_an_older_version(value)
            else findings_of_schema(place, value)
        )

    def look(self, place: int, value: Any) -> Sequence[Finding]:  # noqa: ANN401  # any JSON value
        """Find what is wrong with one parsed value, whatever it is."""
        try:
            valid = self._is_valid(value)
        except (ValueError, TypeError, RecursionError):
            valid = False
        if valid:
            answers = self._answers(place, value)
            return self._findings(place, value, answers) if answers else ()
        if is_of_an_older_version(value):
            return [older_version(place, value)]
        found = findings_of_schema(place, value)
        if isinstance(value, dict):
            try:
                sound = sound_part(value)
            except (ValueError, TypeError, RecursionError):
                return found
            found += self._findings(place, sound, self._answers(place, sound))
        return found

    def _answers(self, place: int, statement: dict[str, Any]) -> Answers:
        about, kept, get = self._about, self._kept, statement.get
        about.statement = statement
        about.details = details = get("recordDetails", _NOTHING)
        answers = self._ask(get("recordType"), about)

        statement_id, record_id, network = get("statementId"), get("recordId"), get("declarationSubject")
        kept.count += 1
        if statement_id is not None and kept.is_repeated(statement_id):
            answers += [(code, find(statement_id)) for code, find in self._repeats]
        if record_id is not None:
            kept.enter(place, statement, details, statement_id, record_id, network)
        if network != self._network:
            if network is None or kept.ledger.is_plain_subject(network):
                self._network = network
            else:
                kept.subjects.put(network, place, statement_id, record_id)
        version = get("publicationDetails", _NOTHING).get("bodsVersion")
        if version == kept.version and version is not None:
            kept.of_version += 1
        else:
            kept.enter_version(version)
        return answers

    def _findings(self, place: int, statement: dict[str, Any], answers: Answers) -> list[Finding]:
        statement_id, record_id = statement.get("statementId"), statement.get("recordId")
        return [
            self._finding(code, place, statement_id, record_id, problem)
            for code, found in answers
            for problem in found
        ]

    def _finding(
        self, code: str, place: int, statement_id: str | None, record_id: str | None, problem: Problem
    ) -> Finding:
        check = self._checks[code]
        return Finding(
            code,
            check.severity,
            place,
            statement_id,
            record_id,
            problem.pointer,
            problem.sentence,
            check.remedy,
        )
