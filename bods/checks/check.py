"""The shape of a check: one question about statements that the schema cannot ask.

A check is a module of this folder: its name is the check's identifier, its docstring says the rule, why it is one, and
whose it is; `CHECK` says what it is asked about, what it weighs, and what to do about an answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from bods.facts import Component, Link, Network, RecordSeries, Subject, Versions


class Severity(StrEnum):
    """How much an answer weighs."""

    BREAKS = "breaks the standard"
    GUIDANCE = "against guidance"
    LOOK = "worth a look"


@dataclass(frozen=True, slots=True)
class Problem:
    """One answer of a check: where in the statement (JSON Pointer, "" for the whole) and what is so, in a sentence.

    The sentence may name codes, dates, shares and identifiers of records; never a person's particulars.
    """

    pointer: str
    sentence: str


#: What a check says: nothing, in most cases.
Found: TypeAlias = Sequence[Problem]
NOTHING: Found = ()


@dataclass(slots=True)
class About:
    """The statement that is being looked at; one such object serves a whole file, for speed.

    `statement` and `details` (its `recordDetails`) are JSON as parsed. What the schema faults by type or format has been
    taken out: a field that is there holds what the standard says, but any field may be missing. `today` is an ISO date.
    """

    today: str
    statement: Mapping[str, Any]
    details: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a field check is asked about: fields of one kind of object.

    `of` is statement, entity, person, relationship or interest. The check is asked once for each of `fields` that is
    there and not empty, as `find(value, pointer of the field, about)`; with no fields, once for the whole object. Fields
    that are lists or objects of fewer than `parts` members are passed over.
    """

    of: str
    fields: tuple[str, ...] = ()
    parts: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """What all checks have: how much an answer weighs, and what to do about it (a sentence)."""

    severity: Severity
    remedy: str


@dataclass(frozen=True, slots=True)
class FieldCheck(Check):
    """A question about the fields of one statement by itself."""

    asks: tuple[Ask, ...]
    find: Callable[[Any, str, About], Found]


@dataclass(frozen=True, slots=True)
class LinkCheck(Check):
    """A question about one relationship statement once all records of the file are known."""

    find: Callable[[Link], Found]


@dataclass(frozen=True, slots=True)
class NetworkCheck(Check):
    """A question about all relationship statements of one declaration subject; each answer names its statement."""

    find: Callable[[Network], Sequence[tuple[Link, Problem]]]


@dataclass(frozen=True, slots=True)
class RecordCheck(Check):
    """A question about all statements of one record, asked where anything about them is out of the ordinary."""

    find: Callable[[RecordSeries], Found]


@dataclass(frozen=True, slots=True)
class ComponentCheck(Check):
    """A question about a statement whose record is a component, once all records of the file are known."""

    find: Callable[[Component], Found]


@dataclass(frozen=True, slots=True)
class SubjectCheck(Check):
    """A question about what a statement names as its declaration subject."""

    find: Callable[[Subject], Found]


@dataclass(frozen=True, slots=True)
class RepeatCheck(Check):
    """A question about a statement whose identifier (given) stood in the file before."""

    find: Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class FileCheck(Check):
    """A question about the file as a whole."""

    find: Callable[[Versions], Found]
