"""Who and what was named so far, a line each: people, posts, bodies, ventures, subcontractors."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext

from register.declarations.draft import (
    AGREEMENTS,
    SUBJECT,
    Draft,
    EntityAnswer,
    EntityKind,
    PersonAnswer,
    PersonKind,
)
from register.web.declare.steps.entity import ABOVE, BEHIND
from register.web.declare.steps.holding import DOT
from register.web.declare.steps.kinds import ENDS
from register.web.declare.steps.leader import ROLES as POSTS
from register.web.declare.steps.parties import body_name, name_of
from register.web.declare.steps.people import whole
from register.web.declare.steps.step import NEW
from register.web.declare.wording import country_name, kind_words, number_words
from register.web.words import day


@dataclass(frozen=True, slots=True)
class Line:
    """One person, body or holding in a list. `key` leads to its question; `whole` is False while answers lack."""

    key: str
    name: str
    notes: tuple[str, ...]
    whole: bool
    above: str | None = None
    #: The end of the key that asks who is above it.
    asks: str = ABOVE
    #: The key of the question about the days of single interests; empty where it is not asked.
    days: str = ""


def capital(words: str) -> str:
    """Words that begin a line."""
    return words[:1].upper() + words[1:]


def people(draft: Draft) -> tuple[Line, ...]:
    """The people named so far."""
    return tuple(
        Line(
            each.key,
            each.full_name or gettext("A person without a name yet"),
            tuple(_of_person(each)),
            whole(draft, each.key),
        )
        for each in draft.people
    )


def _of_person(each: PersonAnswer) -> Iterator[str]:
    if each.kind is PersonKind.UNNAMED:
        yield gettext("Cannot be named")
    if each.kind is PersonKind.CLASS:
        yield gettext("Told by a description")
    if each.nationality:
        yield country_name(each.nationality)
    if each.protection:
        yield gettext("Protection is asked for")


def posts(draft: Draft) -> tuple[Line, ...]:
    """Who leads the company, post by post."""
    return tuple(
        Line(
            f"{each.holder}{DOT}{each.role}",
            name_of(draft, each.holder),
            tuple(
                word
                for word in (
                    each.title or gettext(POSTS[each.role]),
                    gettext("since %(day)s", day=day(each.since)) if each.since else "",
                    gettext("until %(day)s", day=day(each.until)) if each.until else "",
                )
                if word
            ),
            True,
        )
        for each in draft.posts
        if each.held == SUBJECT
    )


def ventures(draft: Draft) -> tuple[Line, ...]:
    """The joint ventures named, with their partners; `above` leads to another partner."""
    return tuple(
        Line(
            each.key,
            each.name,
            (each.tender, *(partner.name for partner in each.partners)),
            bool(each.partners),
            f"{each.key}{DOT}{NEW}",
        )
        for each in draft.ventures
    )


def subcontractors(draft: Draft) -> tuple[Line, ...]:
    """The subcontractors named, with their owners; `above` leads to another owner."""
    return tuple(
        Line(
            each.key,
            each.name,
            (each.tender, *(owner.full_name for owner in each.owners)),
            bool(each.owners),
            f"{each.key}{DOT}{len(each.owners) + 1}",
        )
        for each in draft.subcontractors
    )


def bodies(draft: Draft) -> tuple[Line, ...]:
    """The bodies named so far."""
    return tuple(
        Line(
            each.key,
            capital(body_name(each)),
            _about(draft, each),
            bool(body_name(each) and each.country),
            _above(draft, each),
            BEHIND if each.kind is EntityKind.TRUST else ABOVE,
        )
        for each in draft.entities
    )


def _about(draft: Draft, body: EntityAnswer) -> tuple[str, ...]:
    if body.kind in AGREEMENTS:
        parts = [name_of(draft, each.holder) for each in draft.holdings if each.held == body.key]
        return (", ".join(parts),) if parts else ()
    told = (kind_words(body), country_name(body.country) if body.country else "", number_words(body))
    return tuple(each for each in told if each)


def _above(draft: Draft, body: EntityAnswer) -> str | None:
    """Who owns the body, in words; None where nobody need be named."""
    if body.kind in ENDS or body.kind in AGREEMENTS:
        return None
    if body.no_holder is not None:
        return gettext("Nobody can be named above it")
    names = [name_of(draft, each.holder) for each in draft.holdings if each.held == body.key]
    if names and body.kind is EntityKind.TRUST:
        return gettext("Behind it: %(names)s", names=", ".join(names))
    return (
        gettext("Owned by %(names)s", names=", ".join(names))
        if names
        else gettext("You say who holds it under “What each one holds”")
    )
