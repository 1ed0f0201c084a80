"""What could not be judged: each question once, of which bidders, why, and what would settle it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext, ngettext

from register.flags import (
    cover_bid,
    like_named_owners,
    new_company,
    no_declaration,
    owner_changed_around_award,
    owner_debarred,
    owner_is_family_of_official,
    owner_is_official,
    owner_is_politically_exposed,
    partner_bids_alone,
    secrecy_jurisdiction,
    shared_contact,
    staged_competition,
    successor_of_debarred,
)
from register.flags.flag import NO_DECLARATION, Unclear
from register.graph.telling import Sentence
from register.web.findings.shown import titles
from register.web.words import said
from register.words import N_

#: So many bidders are named; the matrix above shows the others.
MOST_NAMED = 6

DECLARE = N_("They declare: invite them.")
DECLARE_MORE = N_("Ask the supplier: the next declaration settles it.")
OFFICIALS = N_("Somebody enters the officials’ list.")
LIST = N_("Somebody enters the list.")
BUYER = N_("The buyer publishes it; the next import brings it.")
AGAIN = N_("It is asked again when a declaration, a release or a list changes.")
#: What settles a question that could not be judged, by the reason it could not.
SETTLED_BY: Mapping[str, str] = {
    NO_DECLARATION: DECLARE,
    like_named_owners.MONTH_UNKNOWN: DECLARE_MORE,
    new_company.NOT_TOLD: DECLARE_MORE,
    owner_changed_around_award.NOT_DATED: DECLARE_MORE,
    owner_is_politically_exposed.NOT_SAID: DECLARE_MORE,
    shared_contact.UNKNOWN: DECLARE_MORE,
    owner_is_official.NO_LIST: OFFICIALS,
    owner_is_family_of_official.NO_LIST: OFFICIALS,
    owner_is_family_of_official.NO_FAMILY: OFFICIALS,
    owner_debarred.NO_LIST: LIST,
    secrecy_jurisdiction.NO_LIST: LIST,
    successor_of_debarred.NO_LIST: LIST,
    cover_bid.NO_PRICE: BUYER,
    cover_bid.SEVERAL: BUYER,
    no_declaration.NO_DEADLINE: BUYER,
    owner_changed_around_award.NO_CLOSE: BUYER,
    partner_bids_alone.UNKNOWN: BUYER,
    staged_competition.NO_STATUS: BUYER,
}

#: Reasons that read as well of several bidders as of one.
OF_SEVERAL = frozenset(
    {
        cover_bid.NO_PRICE,
        owner_is_politically_exposed.NOT_SAID,
        partner_bids_alone.UNKNOWN,
        shared_contact.UNKNOWN,
        staged_competition.NO_STATUS,
    }
)


@dataclass(frozen=True, slots=True)
class Why:
    """Why one question is open, of whom, in words, and what would settle it."""

    words: tuple[str, ...]
    settled_by: str


@dataclass(frozen=True, slots=True)
class Unjudged:
    """Questions that could not be judged of the same bidders for the same reasons.

    `bidders` counts of how many; 0: of the tender itself.
    """

    questions: tuple[str, ...]
    bidders: int
    why: tuple[Why, ...]


def unjudged(unclear: Sequence[Unclear]) -> tuple[Unjudged, ...]:
    """Give each question once, beside those that are open for the same reason; most questions first."""
    names = titles()
    by_code: dict[str, list[Unclear]] = {}
    for each in unclear:
        by_code.setdefault(each.code, []).append(each)
    alike: dict[tuple[int, tuple[Why, ...]], list[str]] = {}
    for code, found in by_code.items():
        bidders = len({each.bidder for each in found} - {""})
        alike.setdefault((bidders, tuple(_why(found))), []).append(names.get(code, code))
    entries = [Unjudged(tuple(sorted(questions)), *key) for key, questions in alike.items()]
    return tuple(sorted(entries, key=lambda each: (-len(each.questions), each.questions)))


def _why(found: Iterable[Unclear]) -> Iterable[Why]:
    by_reason: dict[str, list[Unclear]] = {}
    for each in found:
        by_reason.setdefault(each.reason, []).append(each)
    for reason, alike in by_reason.items():
        yield Why(_words(reason, alike), gettext(SETTLED_BY.get(reason, AGAIN)))


def _words(reason: str, alike: Sequence[Unclear]) -> tuple[str, ...]:
    """All bidders in one sentence where the reason reads so; any other reason in its own sentences."""
    if reason == NO_DECLARATION and len(alike) > 1:
        names = list(dict.fromkeys(each.facts["bidder"] for each in alike))
        return (gettext("No declaration: %(bidders)s.", bidders=_listed(names)),)
    if reason in OF_SEVERAL:
        names = list(dict.fromkeys(each.facts["bidder"] for each in alike))
        return (said(Sentence(reason, {"bidder": _listed(names)})),)
    sentences = list(dict.fromkeys(said(Sentence(reason, each.facts)) for each in alike))
    return _some(sentences)


def _listed(names: Sequence[str]) -> str:
    return ", ".join(_some(names))


def _some(words: Sequence[str]) -> tuple[str, ...]:
    beyond = len(words) - MOST_NAMED
    if beyond <= 0:
        return tuple(words)
    return (*words[:MOST_NAMED], ngettext("and %(num)s more", "and %(num)s more", beyond))
