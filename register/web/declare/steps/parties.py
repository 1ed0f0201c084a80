"""People and bodies of a draft: finding them by key, putting them in, taking them out with what they hold."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from flask_babel import gettext

from register.declarations.draft import (
    AGREEMENTS,
    OF_A_STATE,
    SUBJECT,
    Draft,
    EntityAnswer,
    EntityKind,
    Holding,
    Particulars,
    PersonAnswer,
    PersonKind,
)
from register.words import N_

T = TypeVar("T", PersonAnswer, EntityAnswer)
KEY = re.compile(r"[a-z0-9]{1,32}")


def new_key() -> str:
    """A random key for somebody or something new in a draft."""
    return secrets.token_hex(6)


def key_for(given: str | None, taken: set[str]) -> str:
    """The key that the page proposed, unless it is no key or something else has it: then a fresh one."""
    return given if given and KEY.fullmatch(given) and given not in taken else new_key()


def keys_of(draft: Draft) -> frozenset[str]:
    """The keys of all people and bodies named."""
    people, bodies = (each.key for each in draft.people), (each.key for each in draft.entities)
    return frozenset((*people, *bodies))


def person(draft: Draft, key: str) -> PersonAnswer | None:
    """The person with this key."""
    return next((each for each in draft.people if each.key == key), None)


def entity(draft: Draft, key: str) -> EntityAnswer | None:
    """The body with this key; `SUBJECT` is the declaring company."""
    if key == SUBJECT:
        return draft.company
    return next((each for each in draft.entities if each.key == key), None)


def holding(draft: Draft, holder: str, held: str) -> Holding | None:
    """What one holds in another, if anything was picked or said."""
    return next((each for each in draft.holdings if each.key == (holder, held)), None)


def name_of(draft: Draft, key: str) -> str:
    """What a person or body is called; empty when there is no such one."""
    if found := person(draft, key):
        return found.full_name
    body = entity(draft, key)
    return body_name(body) if body else ""


#: How the form speaks of agreements, which have no name of their own.
AGREEMENTS_ARE: Mapping[EntityKind, str] = {
    EntityKind.NOMINEE_AGREEMENT: N_("the nominee agreement"),
    EntityKind.JOINT_HOLDING: N_("the joint holding"),
}


def body_name(body: EntityAnswer) -> str:
    """What a body is called; an agreement that has no name is called what it is."""
    return body.name or (gettext(AGREEMENTS_ARE[body.kind]) if body.kind in AGREEMENTS_ARE else "")


def parties_of(draft: Draft, *without: str) -> list[tuple[str, str]]:
    """Key and name of all who could take part in something: people one by one, then bodies that are no agreements."""
    bodies = [each.key for each in draft.entities if each.kind not in AGREEMENTS]
    keys = [*(each.key for each in draft.people if each.kind is not PersonKind.CLASS), *bodies]
    return [(key, name_of(draft, key)) for key in keys if key not in without]


def with_person(draft: Draft, answer: PersonAnswer, private: Particulars) -> Draft:
    """The draft with a person put in, or in the place of their earlier self."""
    particulars: Mapping[str, Particulars] = {**draft.particulars, answer.key: private}
    return replace(draft, people=_put(draft.people, answer), particulars=particulars)


def with_entity(draft: Draft, answer: EntityAnswer) -> Draft:
    """The draft with a body put in, or in the place of its earlier self."""
    return replace(draft, entities=_put(draft.entities, answer))


def with_holding(draft: Draft, answer: Holding) -> Draft:
    """The draft with what one holds in another, in the place of what was said before."""
    if holding(draft, *answer.key) is None:
        return replace(draft, holdings=(*draft.holdings, answer))
    kept = (answer if each.key == answer.key else each for each in draft.holdings)
    return replace(draft, holdings=tuple(kept))


def without_party(draft: Draft, key: str) -> Draft:
    """The draft without a person or body, their private answers, and all they hold or that is held in them."""
    return replace(
        draft,
        people=tuple(each for each in draft.people if each.key != key),
        entities=tuple(each for each in draft.entities if each.key != key),
        holdings=tuple(each for each in draft.holdings if key not in each.key),
        posts=tuple(each for each in draft.posts if key not in (each.holder, each.held)),
        indirect=tuple(each for each in draft.indirect if each.holder != key),
        particulars={other: private for other, private in draft.particulars.items() if other != key},
    )


def without_holding(draft: Draft, holder: str, held: str) -> Draft:
    """The draft without what one holds in another."""
    return replace(draft, holdings=tuple(each for each in draft.holdings if each.key != (holder, held)))


def answered(draft: Draft, slug: str) -> Draft:
    """The draft with a step marked as seen and answered."""
    return replace(draft, answered=draft.answered | {slug})


def chain(draft: Draft) -> tuple[EntityAnswer, ...]:
    """The bodies of the chain that others may hold something in: a state has no holders."""
    return tuple(each for each in draft.entities if each.kind not in OF_A_STATE)


def said(answer: Holding) -> bool:
    """Whether anything was said about a holding, or it was only picked."""
    return answer.shares is not None or answer.votes is not None or bool(answer.controls)


def _put(parties: tuple[T, ...], answer: T) -> tuple[T, ...]:
    put: list[T] = [answer if each.key == answer.key else each for each in parties]
    if all(each.key != answer.key for each in parties):
        put.append(answer)
    return tuple(put)
