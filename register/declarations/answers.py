"""A draft as text to keep: the public answers as JSON, each person's particulars apart. `answers_read` reads it back."""

from typing import Any

import orjson

from bods.records import Share
from register.declarations.answers_read import FORM, AnswersUnreadableError, from_text, particulars_from
from register.declarations.draft import Draft, EntityAnswer, Holding, NoOwner, Particulars, PersonAnswer

__all__ = [
    "FORM",
    "AnswersUnreadableError",
    "as_text",
    "from_text",
    "particulars_as_bytes",
    "particulars_from",
]


def as_text(draft: Draft) -> str:
    """Write all answers but the private particulars, the same answers always as the same text."""
    written = {
        "form": FORM,
        "company": _entity(draft.company),
        "declarant": draft.declarant and {"name": draft.declarant.name, "capacity": draft.declarant.capacity},
        "people": [_person(person) for person in draft.people],
        "entities": [_entity(entity) for entity in draft.entities],
        "holdings": [_holding(holding) for holding in draft.holdings],
        "no_owner": _no_owner(draft.no_owner),
        "answered": sorted(draft.answered),
    }
    return orjson.dumps(written).decode()


def particulars_as_bytes(particulars: Particulars) -> bytes:
    """Write a person's private answers, to be sealed."""
    return orjson.dumps(
        {
            "document_scheme": particulars.document_scheme,
            "document_number": particulars.document_number,
            "birth_date": particulars.birth_date,
            "tax_number": particulars.tax_number,
            "phone": particulars.phone,
            "email": particulars.email,
            "home_address": particulars.home_address,
        }
    )


def _entity(entity: EntityAnswer) -> dict[str, Any]:
    return {
        "key": entity.key,
        "name": entity.name,
        "kind": entity.kind.value,
        "country": entity.country,
        "scheme": entity.scheme,
        "number": entity.number,
        "no_holder": _no_owner(entity.no_holder),
    }


def _person(person: PersonAnswer) -> dict[str, str]:
    return {
        "key": person.key,
        "full_name": person.full_name,
        "nationality": person.nationality,
        "residence": person.residence,
    }


def _holding(holding: Holding) -> dict[str, Any]:
    return {
        "holder": holding.holder,
        "held": holding.held,
        "shares": _share(holding.shares),
        "votes": _share(holding.votes),
        "controls": [control.value for control in holding.controls],
        "since": holding.since and holding.since.isoformat(),
    }


def _share(share: Share | None) -> dict[str, Any] | None:
    if share is None:
        return None
    return {
        "minimum": None if share.minimum is None else format(share.minimum, "f"),
        "maximum": None if share.maximum is None else format(share.maximum, "f"),
        "minimum_excluded": share.minimum_excluded,
        "maximum_excluded": share.maximum_excluded,
    }


def _no_owner(no_owner: NoOwner | None) -> dict[str, str] | None:
    if no_owner is None:
        return None
    return {"reason": no_owner.reason.value, "description": no_owner.description}
