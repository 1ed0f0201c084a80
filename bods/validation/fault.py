"""The faults of a parsed value, found by the official schema."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import jsonschema_rs

from bods.exceptions import escaped
from bods.validation.schema import statement_validator
from bods.validation.sentences import advice


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a value from being BODS.

    `index` is the statement's position in the array, counted from 0 (None: the value itself). `pointer` is a JSON
    Pointer within the statement. `keyword` is the schema's (type, required, enum...), `field` the field it is about.
    `sentence` says where it is and what to do, `remedy` only the latter; they repeat nothing of what was written there.
    """

    index: int | None
    pointer: str
    keyword: str
    field: str
    sentence: str
    remedy: str


def faults(value: object, *, document: bool = False) -> list[Fault]:
    """Find every fault of a parsed statement or of an array of them; an empty list means it is BODS 0.4.

    `document` says that the value is a whole file, where a statement outside an array is a fault too. Nothing that a
    JSON parser can give, and no other Python value, makes this fail.
    Source: BODS 0.4, JSON schema. What lies beyond the schema is found by `bods.checks`.
    """
    if isinstance(value, list):
        return list(faults_in(value))
    if isinstance(value, dict) and not document:
        return _faults_of(value, None)
    wanted = "a list of statements" if document else "a statement, or a list of statements"
    return [Fault(None, "", "type", "", f"At the top: write {wanted}.", f"Write {wanted}.")]


def faults_in(values: Iterable[object]) -> Iterator[Fault]:
    """Find the faults of many parsed statements one after the other, as `bods.reading.values_in` gives them."""
    for index, item in enumerate(values):
        yield from _faults_of(item, index)


def _faults_of(item: object, index: int | None) -> list[Fault]:
    validator = statement_validator()
    try:
        if validator.is_valid(item):
            return []
        return list(dict.fromkeys(_found(validator, item, index)))
    except (ValueError, TypeError, RecursionError):
        # Values that no JSON file can hold, or an object nested deeper than the validator follows.
        return [_fault(index, [], "type", "", "write plain JSON, nested no deeper than the standard needs")]


def _found(validator: jsonschema_rs.Draft202012Validator, item: object, index: int | None) -> Iterator[Fault]:
    for error in validator.iter_errors(item):
        field, what = advice(error)
        yield _fault(index, error.instance_path, error.kind.name, field, what)


def _fault(index: int | None, path: list[str | int], keyword: str, field: str, what: str) -> Fault:
    pointer = "".join(f"/{escaped(str(step))}" for step in path)
    statement = "The statement" if index is None else f"Statement {index + 1}"
    where = f"{statement}, {pointer[1:]}" if pointer else statement
    return Fault(index, pointer, keyword, field, f"{where}: {what}.", f"{what[:1].upper()}{what[1:]}.")
