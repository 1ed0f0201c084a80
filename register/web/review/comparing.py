"""Two sets of answers side by side, person by person and holding by holding: what came, what left, what changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from flask_babel import get_locale, gettext

from bods.records import Share
from register.declarations.draft import (
    SUBJECT,
    Draft,
    EntityAnswer,
    Holding,
    NoOwner,
    PersonAnswer,
    PersonKind,
    Post,
)
from register.graph.reading import range_of
from register.graph.wording import DrawingWords
from register.web.review.wording import BODIES, POSTS
from register.web.words import day

T = TypeVar("T")


class Change(StrEnum):
    """What became of something from the last accepted declaration to this one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in words: as it stood, as it is declared now. `key` tells the person whom a row speaks of."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    change: Change
    key: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """All that is declared, beside all that stood, part by part."""

    company: tuple[Row, ...]
    people: tuple[Row, ...]
    bodies: tuple[Row, ...]
    holdings: tuple[Row, ...]
    posts: tuple[Row, ...]
    nobody: tuple[Row, ...]

    @property
    def counts(self) -> Mapping[Change, int]:
        """How many things came, left and changed."""
        rows = (*self.company, *self.people, *self.bodies, *self.holdings, *self.posts, *self.nobody)
        return {change: sum(row.change is change for row in rows) for change in Change}


def compared(before: Draft | None, after: Draft) -> Comparison:
    """Put a declaration beside the one before; everything is new where there was none."""
    names = (_names(before) if before else {}) | _names(after)
    was = before
    return Comparison(
        company=_rows(_one(was.company if was else None), _one(after.company), names, _body),
        people=_rows(_by(was.people if was else ()), _by(after.people), names, _person),
        bodies=_rows(_by(was.entities if was else ()), _by(after.entities), names, _body),
        holdings=_rows(_by(was.holdings if was else ()), _by(after.holdings), names, _holding),
        posts=_rows(_by(was.posts if was else ()), _by(after.posts), names, _post),
        nobody=_rows(
            {NOBODY: was.no_owner} if was and was.no_owner else {},
            {NOBODY: after.no_owner} if after.no_owner else {},
            names,
            _nobody,
        ),
    )


NOBODY = "nobody"


def _one(company: EntityAnswer | None) -> dict[object, EntityAnswer]:
    return {SUBJECT: company} if company else {}


def _by(answers: Iterable[T]) -> dict[object, T]:
    return {each.key: each for each in answers}  # type: ignore[attr-defined]  # every answer has a key of its own


def _names(answers: Draft) -> dict[object, str]:
    named: dict[object, str] = {each.key: each.full_name for each in answers.people}
    return named | {each.key: each.name for each in answers.entities} | {SUBJECT: answers.company.name}


def _rows(
    before: Mapping[object, T],
    after: Mapping[object, T],
    names: Mapping[object, str],
    words: Callable[[T, Mapping[object, str]], tuple[str, ...]],
) -> tuple[Row, ...]:
    return tuple(_paired(before, after, names, words))


def _paired(
    before: Mapping[object, T],
    after: Mapping[object, T],
    names: Mapping[object, str],
    words: Callable[[T, Mapping[object, str]], tuple[str, ...]],
) -> Iterator[Row]:
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        yield Row(
            name=_title(key, names),
            before=words(was, names) if was is not None else (),
            after=words(now, names) if now is not None else (),
            change=_change(was, now),
            key=key if isinstance(key, str) else "",
        )


def _change(was: object, now: object) -> Change:
    if was is None:
        return Change.ADDED
    if now is None:
        return Change.REMOVED
    return Change.SAME if was == now else Change.CHANGED


def _title(key: object, names: Mapping[object, str]) -> str:
    if isinstance(key, tuple):
        holder, held = (names.get(each, "") for each in key[:2])
        return gettext("%(holder)s in %(held)s", holder=holder, held=held)
    return gettext("Nobody is named") if key == NOBODY else names.get(key, "")


def _person(person: PersonAnswer, _names: Mapping[object, str]) -> tuple[str, ...]:
    said = [person.full_name]
    if person.kind is PersonKind.CLASS:
        said.append(gettext("a group of people told by a description"))
    elif person.kind is PersonKind.UNNAMED:
        said.append(gettext("exists and is not named"))
        said += _nobody(person.why, {}) if person.why else ()
    places = [_country(each) for each in (person.nationality, *person.more_nationalities) if each]
    if places:
        said.append(gettext("nationality: %(places)s", places=", ".join(places)))
    if person.residence:
        said.append(gettext("lives in %(place)s", place=_country(person.residence)))
    if person.protection:
        said.append(gettext("asks for protection"))
    return tuple(said)


def _body(body: EntityAnswer, _names: Mapping[object, str]) -> tuple[str, ...]:
    said = [body.name, gettext(BODIES[body.kind])]
    numbers = [(body.number, body.scheme), *((each.number, each.scheme) for each in body.more_numbers)]
    said += [f"{number} ({scheme})" if scheme else number for number, scheme in numbers if number]
    if body.country:
        said.append(_country(body.country))
    said += [gettext("also called %(name)s", name=each) for each in body.other_names]
    if body.founded:
        said.append(gettext("founded on %(date)s", date=day(body.founded)))
    if body.dissolved:
        said.append(gettext("dissolved on %(date)s", date=day(body.dissolved)))
    if body.no_holder:
        said += _nobody(body.no_holder, {})
    return tuple(said)


def _holding(holding: Holding, _names: Mapping[object, str]) -> tuple[str, ...]:
    said = []
    if holding.shares:
        said.append(gettext("%(share)s of the shares", share=_share(holding.shares)))
    if holding.votes:
        said.append(gettext("%(share)s of the votes", share=_share(holding.votes)))
    said += [gettext(control.label) for control in holding.controls]
    own = (
        f"{gettext(each.interest.label)}: {', '.join(days)}"
        for each in holding.terms
        if (days := [*_dates(each.since, each.until)])
    )
    return (*said, *_dates(holding.since, holding.until), *own)


def _post(post: Post, _names: Mapping[object, str]) -> tuple[str, ...]:
    return (post.title or gettext(POSTS[post.role]), *_dates(post.since, post.until))


def _nobody(nobody: NoOwner, _names: Mapping[object, str]) -> tuple[str, ...]:
    return (gettext(nobody.reason.label), *([nobody.description] if nobody.description else []))


def _dates(since: date | None, until: date | None) -> Iterator[str]:
    if since:
        yield gettext("since %(date)s", date=day(since))
    if until:
        yield gettext("ended on %(date)s", date=day(until))


def _share(share: Share) -> str:
    return DrawingWords(gettext).share(range_of(share))


def _country(code: str) -> str:
    locale = get_locale()
    return str(locale.territories.get(code.upper(), code)) if locale else code
