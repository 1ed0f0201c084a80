"""Somebody ceases to hold something: the answers say until when, and the next declaration no longer has them."""

from dataclasses import replace
from datetime import date
from typing import TypeVar

from bods.codelists import InterestType
from register.declarations.draft import SUBJECT, Draft, Holding, Post
from register.declarations.standing import is_over

Ending = TypeVar("Ending", Holding, Post)


def ceased(draft: Draft, holder: str, day: date, held: str | None = None) -> Draft:
    """Give the draft in which all that a holder holds, and every post of theirs, ended on a day.

    `held` is the body in which it ended, the company itself under `SUBJECT`; None means everywhere. What has an end date
    keeps it.
    """

    def end(each: Ending) -> Ending:
        meant = each.holder == holder and held in (None, each.held) and each.until is None
        return replace(each, until=day) if meant else each

    return replace(
        draft,
        holdings=tuple(end(each) for each in draft.holdings),
        posts=tuple(end(each) for each in draft.posts),
    )


def carried_on(draft: Draft, today: date) -> Draft:
    """Give the answers with which a later declaration begins: what is over, and who has nothing left, is left out.

    Bodies of which somebody still holds a part stay while they lead anywhere; the company's claims and ventures stay.
    """
    still = (_still(each, today) for each in draft.holdings if not is_over(each.until, today))
    kept = replace(
        draft,
        holdings=tuple(each for each in still if each is not None),
        posts=tuple(each for each in draft.posts if not is_over(each.until, today)),
    )
    if kept.holdings == draft.holdings and kept.posts == draft.posts:
        return draft
    return _without_the_idle(kept, draft)


def _still(holding: Holding, today: date) -> Holding | None:
    """What is left of a holding; None once every interest of it is over."""
    over = {term.interest for term in holding.terms if is_over(term.until, today)}
    if over and over.issuperset(holding.interests):
        return None
    return replace(
        holding,
        shares=None if InterestType.SHAREHOLDING in over else holding.shares,
        votes=None if InterestType.VOTING_RIGHTS in over else holding.votes,
        terms=tuple(term for term in holding.terms if term.interest not in over),
        controls=tuple(each for each in holding.controls if each not in over),
    )


def _without_the_idle(kept: Draft, before: Draft) -> Draft:
    """Leave out whoever held or sat somewhere before and does no more; bodies above which nobody leads stay told."""
    had, have = _holders(before), _holders(kept)
    gone = had - have - {SUBJECT}
    people = tuple(each for each in kept.people if each.key not in gone)
    stay = {each.key for each in people}
    return replace(
        kept,
        people=people,
        entities=tuple(each for each in kept.entities if each.key not in gone),
        holdings=tuple(each for each in kept.holdings if each.held not in gone),
        posts=tuple(each for each in kept.posts if each.held not in gone),
        indirect=tuple(each for each in kept.indirect if each.holder not in gone),
        particulars={key: private for key, private in kept.particulars.items() if key in stay},
    )


def _holders(draft: Draft) -> set[str]:
    return {*(each.holder for each in draft.holdings), *(each.holder for each in draft.posts)}
