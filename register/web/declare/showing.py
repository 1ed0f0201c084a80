"""What a page of the journey shows beside its form: who was named, what they hold, sums and the chain so far."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import url_for
from flask_babel import gettext

from register.actions.known_bodies import KnownBody
from register.declarations.draft import (
    SUBJECT,
    Draft,
    Holding,
)
from register.declarations.gaps_in_dates import DAYS
from register.declarations.totals import BodyTotals, Total, totals
from register.graph.drawing import Drawing, chain_drawing
from register.graph.wording import DrawingWords
from register.web.declare.estimating import estimate
from register.web.declare.inputs.form import Answer
from register.web.declare.kept import jurisdiction, today
from register.web.declare.listing import Line, bodies, capital, people, posts, subcontractors, ventures
from register.web.declare.picturing import picture_of
from register.web.declare.share_words import between_words, share_words
from register.web.declare.steps import holding as one
from register.web.declare.steps import holdings as every
from register.web.declare.steps import terms
from register.web.declare.steps.find import FindForm
from register.web.declare.steps.holding import DOT, ends
from register.web.declare.steps.kinds import KINDS, ROLES
from register.web.declare.steps.parties import entity, holding, name_of, person, said
from register.web.declare.steps.picks import bodies_for
from register.web.declare.steps.step import NEW
from register.web.declare.steps.through import claim_of, holds_through
from register.web.declare.wording import (
    claim_words,
    country_name,
    holding_words,
    number_words,
    shares_short,
    since_words,
)
from register.web.words import percent


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody and all that they hold. `picks` tells whether there is more than one body to choose from."""

    key: str
    name: str
    lines: tuple[Line, ...]
    picks: bool
    #: What they say they hold in all, through others; None where that is not asked.
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """The shares of one body added up: each line is a name, a share, and the address that changes it."""

    body: str
    name: str
    links: tuple[tuple[str, str, str | None], ...]
    words: str
    together: str
    over: bool
    votes: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All of it; a page takes what it needs."""

    lines: tuple[Line, ...] = ()
    holders: tuple[Holder, ...] = ()
    sums: tuple[Sum, ...] = ()
    drawings: tuple[Drawing, Drawing] | None = None
    #: How much is left unexplained, in a sentence.
    left: str = ""
    removable: bool = False
    number: str = ""
    hints: Mapping[str, str] = field(default_factory=dict)
    #: Where a body is typed in that was not found.
    typing: str = ""
    #: Where the days of single interests are told, of a holding that has several.
    days: str = ""


def shown(company_id: int, draft: Draft, slug: str, key: str, form: Answer) -> Shown:
    """What the page of one question shows."""
    place = jurisdiction()
    if slug == "companies" and isinstance(form, FindForm):
        return _finding(company_id, key, form)
    pages: dict[tuple[str, bool], Callable[[], Shown]] = {
        ("company", False): lambda: Shown(number=number_words(draft.company)),
        ("people", False): lambda: Shown(lines=people(draft)),
        ("people", True): lambda: Shown(
            removable=person(draft, key) is not None,
            hints={each.code: gettext(each.hint) for each in place.identity_documents},
        ),
        ("leaders", False): lambda: Shown(lines=posts(draft)),
        ("leaders", True): lambda: Shown(
            hints={each.code: gettext(each.hint) for each in place.identity_documents},
        ),
        ("ventures", False): lambda: Shown(lines=ventures(draft)),
        ("subcontractors", False): lambda: Shown(lines=subcontractors(draft)),
        ("companies", False): lambda: Shown(lines=bodies(draft)),
        ("companies", True): lambda: Shown(
            removable=entity(draft, key) is not None,
            hints={each.code: gettext(each.hint) for each in place.identifier_schemes},
        ),
        ("holdings", False): lambda: Shown(
            holders=holders(draft),
            sums=sums(company_id, draft),
            drawings=drawings(draft),
            left=estimate(draft),
        ),
        ("holdings", True): lambda: _one(company_id, draft, key, form) if DOT in key else Shown(),
    }
    return pages.get((slug, bool(key)), Shown)()


def _finding(company_id: int, key: str, form: FindForm) -> Shown:
    """Beside a search: what is known of each body found, and the way round it."""
    _find, dot, below = key.partition(DOT)
    typing = url_for("declare.answer", company_id=company_id, slug="companies", key=f"{NEW}{dot}{below}")
    return Shown(typing=typing, hints={each.record_id: _known(each) for each in form.found})


def _known(body: KnownBody) -> str:
    told = (gettext(KINDS[body.kind]), country_name(body.country) if body.country else "", body.number)
    declares = gettext("It has declared its own owners") if body.declares else ""
    return " · ".join(each for each in (*told, declares) if each)


def holders(draft: Draft) -> tuple[Holder, ...]:
    """Everybody who holds something, with what it is."""
    return tuple(
        Holder(
            key,
            capital(name_of(draft, key)),
            tuple(_line(draft, each) for each in draft.holdings if each.holder == key),
            len(bodies_for(draft, key)) > 1,
            _through(draft, key),
        )
        for key in every.holders(draft)
    )


def _through(draft: Draft, key: str) -> str | None:
    if not holds_through(draft, key):
        return None
    told = claim_of(draft, key)
    return claim_words(told) if told else ""


def _line(draft: Draft, each: Holding) -> Line:
    told = said(each)
    notes = (*holding_words(each), since_words(each)) if told else ()
    key = f"{each.holder}{DOT}{each.held}"
    return Line(key, name_of(draft, each.held), notes, told, days=_days(draft, key))


def _days(draft: Draft, key: str) -> str:
    """The key of the question about the days of single interests, where there are several."""
    days = f"{key}{DOT}{DAYS}"
    return days if terms.item(draft, days) else ""


def sums(company_id: int, draft: Draft) -> tuple[Sum, ...]:
    """The shares of the company and of each body in the chain, added up; the votes too, where they differ."""
    return tuple(each for body in totals(draft, today()) for each in _sums(company_id, draft, body))


def _sums(company_id: int, draft: Draft, each: BodyTotals, now: str | None = None) -> Iterator[Sum]:
    """`now` is the holder whose answer is on the page itself."""
    if not _shared(draft, each):
        return
    held = [row for row in draft.holdings if row.held == each.body]
    if each.shares.told:
        lines = [(row, shares_short(row)) for row in held]
        yield _sum(company_id, draft, each.body, each.shares, lines, now)
    if each.votes.told and any(row.votes != row.shares for row in held):
        lines = [(row, share_words(row.votes) if row.votes else gettext("no votes")) for row in held]
        yield replace(_sum(company_id, draft, each.body, each.votes, lines, now), votes=True)


def _shared(draft: Draft, each: BodyTotals) -> bool:
    body = entity(draft, each.body)
    return body is not None and body.kind not in ROLES


def _sum(
    company_id: int,
    draft: Draft,
    body: str,
    total: Total,
    lines: list[tuple[Holding, str]],
    now: str | None,
) -> Sum:
    links = tuple(
        (
            gettext("%(name)s, this answer", name=name_of(draft, row.holder))
            if row.holder == now
            else name_of(draft, row.holder),
            words,
            None if row.holder == now else _address(company_id, row),
        )
        for row, words in lines
    )
    return Sum(
        body,
        name_of(draft, body),
        links,
        _together(total),
        between_words(total.low, total.high),
        total.too_much,
    )


def _address(company_id: int, row: Holding) -> str:
    key = f"{row.holder}{DOT}{row.held}"
    return url_for("declare.answer", company_id=company_id, slug=one.SLUG, key=key)


def _together(total: Total) -> str:
    if total.too_much:
        return gettext("Together, %(share)s too much", share=percent(total.low - 100))
    if total.unexplained:
        return gettext("Together; %(share)s not explained", share=percent(total.unexplained))
    return gettext("Together")


def _one(company_id: int, draft: Draft, key: str, form: Answer) -> Shown:
    """Beside one holding: the sum and the chain with this answer in it, as far as it can be read."""
    holder, held = ends(key)
    question = one.item(draft, key)
    with_it = question.answer(draft, key, form) if question and _readable(form) else draft
    found = next((each for each in totals(with_it, today()) if each.body == held), None)
    added = tuple(_sums(company_id, with_it, found, holder)) if found else ()
    return Shown(
        sums=added,
        drawings=drawings(with_it),
        left=estimate(with_it),
        removable=holding(draft, holder, held) is not None,
        days=_days(draft, key),
    )


def _readable(form: Any) -> bool:  # noqa: ANN401
    """Whether what was typed makes figures, so that it can be added up before it is kept."""
    return form.is_submitted() and (form.shares() is not None or bool(form.controls.data))


def drawings(draft: Draft) -> tuple[Drawing, Drawing] | None:
    """The chain told so far, for a page and for a telephone; None while there is nothing to draw."""
    picture = picture_of(draft, today())
    if not picture.stakes:
        return None
    words = DrawingWords(gettext, country_name)
    title = gettext("Your answers so far, as a picture")
    wide, small = (
        chain_drawing(picture, SUBJECT, wide=each, words=words, id="chain", title=title)
        for each in (True, False)
    )
    return wide, small
