"""The shape of a check: a question about statements that the schema cannot ask."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from bods.statements import Statement


@dataclass(frozen=True, slots=True)
class Finding:
    """One answer of a check: which statement, where in it (JSON Pointer), and what to do about it."""

    check: str
    statement_id: str
    record_id: str
    pointer: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its code, its rule in a sentence, and how it looks through a whole set of statements.

    `find` takes the statements in the order of publication; it may look at all of them before it answers.
    """

    code: str
    rule: str
    find: Callable[[Sequence[Statement]], Iterator[Finding]]
