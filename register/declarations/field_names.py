"""The name of every field that a declaration can be asked for, and the draft as those may see it who see only some."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, get_args, get_type_hints

from register.declarations.bodies import EntityAnswer, Listing, Number
from register.declarations.claims import Claims, Partner, Subcontractor, SubcontractorOwner, Venture
from register.declarations.draft import Declarant, Draft
from register.declarations.holdings import Holding, IndirectClaim, Post, Term
from register.declarations.nobody import NoOwner
from register.declarations.persons import Exposure, Particulars, PersonAnswer

#: What each shape is called in names of fields, such as `person.full_name`.
SHAPES: Mapping[type, str] = {
    Draft: "declaration",
    Declarant: "declarant",
    EntityAnswer: "body",
    Number: "number",
    Listing: "listing",
    NoOwner: "not_named",
    PersonAnswer: "person",
    Particulars: "particulars",
    Exposure: "exposure",
    Holding: "holding",
    Term: "term",
    IndirectClaim: "indirect",
    Post: "post",
    Claims: "claims",
    Venture: "venture",
    Partner: "partner",
    Subcontractor: "subcontractor",
    SubcontractorOwner: "subcontractor_owner",
}
#: Without these a holding or a body is not one, and who asked for protection would be named: they are shown with whatever
#: is shown of it.
FRAME = frozenset({"key", "holder", "held", "kind", "role", "interest", "reason", "protection"})


def field_names() -> tuple[str, ...]:
    """Give the name of each field that holds an answer itself; one that holds further shapes is named by their fields."""
    return tuple(name for shape in SHAPES for name, holds in _fields(shape) if not holds)


def shown(draft: Draft, to: Collection[str]) -> Draft:
    """Give a draft in which every field that is not among `to` is empty; particulars are left out altogether.

    What frames an answer (keys, kinds) stays.
    """
    seen: Draft = _shown(replace(draft, particulars={}), frozenset(to))
    return seen


def _fields(shape: type) -> Iterator[tuple[str, bool]]:
    hints = get_type_hints(shape)
    for each in fields(shape):
        inner = {hints[each.name], *get_args(hints[each.name])}
        yield f"{SHAPES[shape]}.{each.name}", bool(inner & SHAPES.keys())


def _shown(value: Any, to: frozenset[str]) -> Any:  # noqa: ANN401  # whatever an answer is made of
    if isinstance(value, tuple):
        return tuple(_shown(each, to) for each in value)
    shape: type = type(value)
    if shape not in SHAPES:
        return value
    holds = dict(_fields(shape))
    kept = {}
    for each in fields(value):
        name, told = f"{SHAPES[shape]}.{each.name}", getattr(value, each.name)
        open_to = holds[name] or each.name in FRAME or name in to
        kept[each.name] = _shown(told, to) if open_to else _empty(told)
    return shape(**kept)


def _empty(value: Any) -> Any:  # noqa: ANN401
    for kind, nothing in ((bool, False), (str, ""), (tuple, ()), (frozenset, frozenset())):
        if isinstance(value, kind):
            return nothing
    return None
