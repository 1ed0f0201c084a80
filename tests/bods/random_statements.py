"""Random statements that the official schema allows, made by walking that schema: every field, every code, odd values.

Nothing here knows the fields of BODS: what the schema lets in is what may come. Fields that no schema knows are sprinkled
in at every depth, as the standard lets publishers do.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

import jsonschema_rs
from hypothesis import strategies as any_

from tests.bods.official_schema import STATEMENT, conditions, merged, plain

_TEXTS = (
    "Ana Example", "Alfa Works Ltd", "", " ", "Wĩnfred wa Mũtua", "O'Neill & Söhne <GmbH>", "株式会社アルファ", "شركة ألفا",
    "=1+1", "a/b~c", "line\nbreak\ttab", "\u2028", "🌍", "null", "0", "x" * 300, '"quoted" \\ back',
)  # fmt: skip
_NUMBERS = (
    0, 100, 50, 25.5, 33.333333333333336, 0.1, 1e-7, 1e2, 50.0, 99.99999999999999, 5e-324, 12.5, 0.30000000000000004,
)  # fmt: skip
_DAYS = ("2024-01-31", "1999-12-31", "2024-02-29", "0001-01-01", "9999-12-31", "2020-06-15")
_MOMENTS = (
    "2024-03-01T00:00:00Z", "2024-03-01T02:59:59+03:00", "2024-02-29T23:30:00.5-05:00", "2024-03-01T12:00:00.123456789Z",
    "0001-01-01T00:00:00+05:00", "9999-12-31T23:59:59-05:00",
)  # fmt: skip
_FORMATS: Mapping[str, tuple[str, ...]] = {
    "date": _DAYS,
    "date-time": _MOMENTS,
    "uri": ("https://example.org/ana?x=1&y=%20#z", "urn:example:1", "mailto:ana@example.org"),
}
_PATTERNS: Mapping[str, tuple[str, ...]] = {
    r"^(\d+\.)(\d+)$": ("0.4", "0.10", "12.0"),
    r"^(\d{4})(-(1[0-2]|0[1-9]))?$": ("1980", "1980-12", "0001-01"),
}
_UNKNOWN_NAMES = (
    "note", "extra", "x:local", "entityType/type", "entityType/local", "a~b/c", "", "0", "recorddetails", "é",
)  # fmt: skip
_UNKNOWN_VALUES = (None, True, False, 1, 0, -7, 2**53 + 1, 0.1, [], {}, *_TEXTS)


class Writer:
    """Makes values that a schema allows out of a source of chance.

    `optional` is how often a field is given that need not be (at 1 no list is empty), `unknown` how often an object has
    a field of its own.
    """

    def __init__(self, random: Random, *, optional: float = 0.5, unknown: float = 0.1) -> None:
        self._random = random
        self._optional = optional
        self._unknown = unknown

    def statement(self, **given: Any) -> dict[str, Any]:
        """Make one statement; `given` fixes some of its fields by name, such as recordType="person"."""
        statement = plain(STATEMENT)
        fixed = {name: {"const": value} for name, value in given.items()}
        made = self.value(
            merged(statement, {"properties": fixed, "required": [*statement["required"], *given]})
        )
        assert isinstance(made, dict)
        return made

    def value(self, schema: Mapping[str, Any]) -> Any:
        """Make one value of a schema."""
        schema = plain(schema)
        for ways in ("oneOf", "anyOf"):
            if ways in schema:
                schema = merged(schema, self._random.choice(schema[ways]))
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return self._random.choice(schema["enum"])
        return self._of_type(schema["type"])(schema)

    def _of_type(self, name: str) -> Callable[[Mapping[str, Any]], Any]:
        return {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "boolean": lambda _: self._random.random() < 0.5,
            "number": lambda _: self._random.choice(_NUMBERS),
        }[name]

    def _array(self, schema: Mapping[str, Any]) -> list[Any]:
        least = 1 if self._optional == 1 else 0
        return [self.value(schema["items"]) for _ in range(self._random.randint(least, 3))]

    def _string(self, schema: Mapping[str, Any]) -> str:
        if "format" in schema:
            return self._random.choice(_FORMATS[schema["format"]])
        if "pattern" in schema:
            return self._random.choice(_PATTERNS[schema["pattern"]])
        least, most = schema.get("minLength", 0), schema.get("maxLength")
        if most is None:
            return self._random.choice(_TEXTS)
        return "".join(self._random.choices("ABCDEFabcdef0123456789-é", k=self._random.randint(least, most)))

    def _object(self, schema: Mapping[str, Any]) -> dict[str, Any]:
        known = schema.get("properties", {})
        required = set(schema.get("required", ()))
        made = {
            name: self.value(inner)
            for name, inner in known.items()
            if name in required or self._random.random() < self._optional
        }
        for condition in conditions(schema):
            self._obey(condition, known, made)
        return self._mixed(made | self._sprinkled(known))

    def _obey(self, condition: Mapping[str, Any], known: Mapping[str, Any], made: dict[str, Any]) -> None:
        branch = condition.get("then" if jsonschema_rs.is_valid(condition["if"], made) else "else", {})
        for name, inner in branch.get("properties", {}).items():
            if name in made:
                made[name] = self.value(merged(known[name], inner))
        for name in branch.get("required", ()):
            if name not in made:
                made[name] = self.value(known[name])

    def _sprinkled(self, known: Mapping[str, Any]) -> dict[str, Any]:
        sprinkled = {}
        while self._random.random() < self._unknown:
            sprinkled[self._random.choice(_UNKNOWN_NAMES)] = self._anything(depth=2)
        return {name: value for name, value in sprinkled.items() if name not in known}

    def _anything(self, depth: int) -> Any:
        if depth == 0 or self._random.random() < 0.6:
            return self._random.choice(_UNKNOWN_VALUES)
        inner = [self._anything(depth - 1) for _ in range(self._random.randint(0, 3))]
        if self._random.random() < 0.5:
            return inner
        return dict(zip(self._random.sample(_UNKNOWN_NAMES, len(inner)), inner, strict=True))

    def _mixed(self, made: dict[str, Any]) -> dict[str, Any]:
        names = list(made)
        self._random.shuffle(names)
        return {name: made[name] for name in names}


def random_statement(random: Random, *, unknown: float = 0.1, **given: Any) -> dict[str, Any]:
    """Make one random statement that the schema allows, as parsed JSON.

    `unknown` is how often an object has fields that no schema knows; `given` fixes fields of the statement by name:
    recordId="ana", statementDate="2024-01-01", recordType="person".
    """
    return Writer(random, unknown=unknown).statement(**given)


def complete_statement(random: Random, record_type: str) -> dict[str, Any]:
    """Make one statement that uses every field the schema has for its type, and no other."""
    return Writer(random, optional=1, unknown=0).statement(recordType=record_type)


def statements(*, unknown: float = 0.1, **given: Any) -> any_.SearchStrategy[dict[str, Any]]:
    """Give random statements to Hypothesis."""
    seeds = any_.integers(min_value=0, max_value=2**64 - 1)
    return seeds.map(lambda seed: random_statement(Random(seed), unknown=unknown, **given))
