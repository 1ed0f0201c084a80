"""Two sets of answers side by side: who came, who left, and what somebody holds now and held before."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from register.declarations.draft import SUBJECT, Draft, EntityAnswer, Holding, NoOwner, PersonAnswer


class Change(StrEnum):
    """What became of something from one set of answers to the next."""

    CAME = "came"
    CHANGED = "changed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs: a party, what somebody holds in a body, or that nobody is named.

    `name` is the party's (the holder's), `held` the name of the body in which it holds; `before` and `after` are the
    answers themselves, None where there is none.
    """

    change: Change
    name: str
    held: str | None
    before: PersonAnswer | EntityAnswer | Holding | NoOwner | None
    after: PersonAnswer | EntityAnswer | Holding | NoOwner | None


def differences(before: Draft, after: Draft) -> tuple[Difference, ...]:
    """What differs in public answers, in the order: the company, people, bodies, holdings, nobody."""
    return tuple(_differences(before, after))


def _differences(before: Draft, after: Draft) -> Iterator[Difference]:
    yield from _parties(before, after)
    names = _names(before) | _names(after)
    held_before = {each.key: each for each in before.holdings}
    held_after = {each.key: each for each in after.holdings}
    for key in dict.fromkeys((*held_after, *held_before)):
        change = _change(held_before.get(key), held_after.get(key))
        if change:
            holder, held = (names.get(each, each) for each in key)
            yield Difference(change, holder, held, held_before.get(key), held_after.get(key))
    if change := _change(before.no_owner, after.no_owner):
        yield Difference(change, "", None, before.no_owner, after.no_owner)


def _parties(before: Draft, after: Draft) -> Iterator[Difference]:
    was: dict[str, PersonAnswer | EntityAnswer] = _by_key(before)
    now: dict[str, PersonAnswer | EntityAnswer] = _by_key(after)
    names = _names(before) | _names(after)
    for key in dict.fromkeys((*now, *was)):
        if change := _change(was.get(key), now.get(key)):
            yield Difference(change, names[key], None, was.get(key), now.get(key))


def _by_key(draft: Draft) -> dict[str, PersonAnswer | EntityAnswer]:
    return {
        SUBJECT: draft.company,
        **{each.key: each for each in draft.people},
        **{each.key: each for each in draft.entities},
    }


def _names(draft: Draft) -> dict[str, str]:
    people = {each.key: each.full_name for each in draft.people}
    return {SUBJECT: draft.company.name, **people, **{each.key: each.name for each in draft.entities}}


def _change(before: object, after: object) -> Change | None:
    if before == after:
        return None
    if before is None:
        return Change.CAME
    return Change.LEFT if after is None else Change.CHANGED
