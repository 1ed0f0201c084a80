"""The shape of an attribute: its name, the type of its values, and how a statement gives it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from bods.statements import Statement

Value: TypeAlias = str | bool | Decimal | None
Kind: TypeAlias = Literal["string", "boolean", "double"]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a node or an edge; `of` gives None where a statement does not say it."""

    name: str
    kind: Kind
    of: Callable[[Statement], Value]


def together(values: Iterable[str | None]) -> str | None:
    """Give several texts as one, parted by semicolons, each once; None when there is none."""
    return "; ".join(dict.fromkeys(value for value in values if value)) or None


def _publication_date(said: Statement) -> str | None:
    return None if said.publication is None else said.publication.publication_date


def _source_types(said: Statement) -> str | None:
    return None if said.source is None else together(map(str, said.source.type))


#: What every statement says of itself.
OF_ANY_STATEMENT = (
    Attribute("isComponent", "boolean", lambda said: said.record.is_component),
    Attribute("declarationSubject", "string", lambda said: said.declaration_subject),
    Attribute("declaration", "string", lambda said: said.declaration),
    Attribute("statementId", "string", lambda said: said.statement_id),
    Attribute("statementDate", "string", lambda said: said.statement_date),
    Attribute("publicationDate", "string", _publication_date),
    Attribute("recordStatus", "string", lambda said: said.record_status),
    Attribute("sourceTypes", "string", _source_types),
)
