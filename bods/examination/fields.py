"""Which field checks are asked about which fields, written out as one function for each kind of object.

A statement is asked some thirty questions about its fields. Going through tables costs more than most of the questions;
so the tables are turned, once, into the code that a person would write: `if value := get("share"): ...`, check by check.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bods.checks import Check
from bods.checks.check import About, Ask, FieldCheck, Found

Answers: TypeAlias = list[tuple[str, Found]]
#: Asks all checks about one object; what they say goes to the end of the answers.
Questions: TypeAlias = Callable[[Mapping[str, Any], About, Answers], None]

_DETAILS = "/recordDetails"
_PREPARED = 32


@dataclass(frozen=True, slots=True)
class _Asked:
    code: str
    ask: Ask
    find: Callable[[Any, str, About], Found]


class Tables:
    """The questions about all kinds of objects, made of the checks given."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._asked = [
            _Asked(code, ask, check.find)
            for code, check in checks.items()
            if isinstance(check, FieldCheck)
            for ask in check.asks
        ]
        self._statement = self._maker("statement")("")
        self._details = {of: self._maker(of)(_DETAILS) for of in ("entity", "person", "relationship")}
        self._of_interest = self._maker("interest")
        self._interests = [self._interest(number) for number in range(_PREPARED)]

    def _interest(self, number: int) -> Questions:
        return self._of_interest(f"{_DETAILS}/interests/{number}")

    def _maker(self, of: str) -> Callable[[str], Questions]:
        asked = [each for each in self._asked if each.ask.of == of]
        names: dict[str, Any] = {f"find_{place}": each.find for place, each in enumerate(asked)}
        # Made of our own checks' names and fields alone, of nothing that a file holds.
        exec(_source(asked), names)  # noqa: S102  # nosec B102
        maker: Callable[[str], Questions] = names["maker"]
        return maker

    def ask(self, record_type: str | None, about: About) -> Answers:
        """Ask every field check about one statement."""
        answers: Answers = []
        self._statement(about.statement, about, answers)
        details = self._details.get(record_type)  # type: ignore[arg-type]  # None has no questions
        if details is not None:
            details(about.details, about, answers)
            if record_type == "relationship":
                self._ask_interests(about.details.get("interests", ()), about, answers)
        return answers

    def _ask_interests(self, interests: Sequence[Mapping[str, Any]], about: About, answers: Answers) -> None:
        number = 0
        for interest in interests:
            questions = self._interests[number] if number < _PREPARED else self._interest(number)
            questions(interest, about, answers)
            number += 1  # noqa: SIM113  # most relationships have one interest; counting costs less than enumerating


def _source(asked: Sequence[_Asked]) -> str:
    """Write a function that makes the questions for an object at a place (a JSON Pointer)."""
    fields = list(dict.fromkeys(field for each in asked for field in each.ask.fields))
    pointers = [f"    at_{number} = at + {'/' + field!r}" for number, field in enumerate(fields)]
    lines = [
        "def maker(at):",
        *pointers,
        "    def questions(thing, about, answers):",
        "        get = thing.get",
        *_about_the_whole(asked),
        *(line for number, field in enumerate(fields) for line in _about_a_field(number, field, asked)),
        "    return questions",
    ]
    return "\n".join(lines)


def _about_the_whole(asked: Sequence[_Asked]) -> Iterator[str]:
    for place, each in enumerate(asked):
        if not each.ask.fields:
            yield f"        if found := find_{place}(thing, at, about):"
            yield f"            answers.append(({each.code!r}, found))"


def _about_a_field(number: int, field: str, asked: Sequence[_Asked]) -> Iterator[str]:
    of_field = [(place, each) for place, each in enumerate(asked) if field in each.ask.fields]
    yield f"        if value := get({field!r}):"
    for parts in sorted({each.ask.parts for _, each in of_field}):
        indent = " " * 12
        if parts:
            yield f"{indent}if len(value) >= {parts}:"
            indent += "    "
        for place, each in of_field:
            if each.ask.parts == parts:
                yield f"{indent}if found := find_{place}(value, at_{number}, about):"
                yield f"{indent}    answers.append(({each.code!r}, found))"
