"""Which field checks are asked about which fields: the tables by which a statement is walked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from bods.checks import Check
from bods.checks.check import About, FieldCheck, Found

_Asked: TypeAlias = tuple[tuple[str, Callable[[Any, str, About], Found]], ...]
Answers: TypeAlias = list[tuple[str, Found]]

_DETAILS = "/recordDetails"
_INTEREST = "/recordDetails/interests/"
_PREPARED = 32


@dataclass(frozen=True, slots=True)
class Table:
    """What is asked about one kind of object: about the whole of it, and about each of some fields."""

    at: str
    whole: _Asked
    fields: tuple[tuple[str, str, _Asked], ...]

    def ask(self, thing: Mapping[str, Any], about: About, answers: Answers) -> None:
        """Ask every check about an object and its fields; what they say goes to the end of `answers`."""
        for code, find in self.whole:
            if found := find(thing, self.at, about):
                answers.append((code, found))
        get = thing.get
        for field, at, asked in self.fields:
            if value := get(field):
                for code, find in asked:
                    if found := find(value, at, about):
                        answers.append((code, found))


class Tables:
    """The tables of all kinds of objects, made of the checks given."""

    def __init__(self, checks: Mapping[str, Check]) -> None:
        self._asks = [
            (code, check.find, ask)
            for code, check in checks.items()
            if isinstance(check, FieldCheck)
            for ask in check.asks
        ]
        self._statement = self._table("statement", "")
        self._details = {of: self._table(of, _DETAILS) for of in ("entity", "person", "relationship")}
        self._interests = [self._table("interest", f"{_INTEREST}{number}") for number in range(_PREPARED)]

    def _table(self, of: str, at: str) -> Table:
        fields = dict.fromkeys(field for _, _, ask in self._asks if ask.of == of for field in ask.fields)
        return Table(
            at,
            tuple((code, find) for code, find, ask in self._asks if ask.of == of and not ask.fields),
            tuple((field, f"{at}/{field}", self._asked(of, field)) for field in fields),
        )

    def _asked(self, of: str, field: str) -> _Asked:
        return tuple((code, find) for code, find, ask in self._asks if ask.of == of and field in ask.fields)

    def ask(self, record_type: str | None, about: About) -> Answers:
        """Ask every field check about one statement."""
        answers: Answers = []
        self._statement.ask(about.statement, about, answers)
        details = self._details.get(record_type)  # type: ignore[arg-type]  # None has no table
        if details is not None:
            details.ask(about.details, about, answers)
            if record_type == "relationship":
                self._ask_interests(about.details.get("interests", ()), about, answers)
        return answers

    def _ask_interests(self, interests: Sequence[Mapping[str, Any]], about: About, answers: Answers) -> None:
        for number, interest in enumerate(interests):
            if number < _PREPARED:
                table = self._interests[number]
            else:
                table = self._table("interest", f"{_INTEREST}{number}")
            table.ask(interest, about, answers)
