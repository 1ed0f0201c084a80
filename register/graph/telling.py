"""Sentences with gaps for facts, so that the doors can translate them: the thinking rooms speak no language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message to translate and the facts that fill it. Facts whose name ends in `_on` are ISO days, in `_country` two-letter codes."""

    message: str
    facts: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message % self.facts
