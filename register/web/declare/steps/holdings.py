"""What each one holds: the list of all holdings, with the shares of each body added up."""

from collections.abc import Mapping

from flask_babel import ngettext

from register.declarations.draft import SUBJECT, Draft
from register.declarations.gaps_in_dates import DAYS
from register.web.declare.inputs.form import Answer
from register.web.declare.steps import holding as one
from register.web.declare.steps import picks, terms, through
from register.web.declare.steps.holding import DOT, SLUG, ends
from register.web.declare.steps.parties import answered, said, without_holding
from register.web.declare.steps.step import Place, Question, Step
from register.words import _


class HoldingsForm(Answer):
    """Asks nothing: the list leads to the questions."""


def holders(draft: Draft) -> tuple[str, ...]:
    """Everybody who must hold something: people first, then bodies; the company itself only if it was said to."""
    named = (*(each.key for each in draft.people), *(each.key for each in draft.entities))
    itself = any(each.holder == SUBJECT for each in draft.holdings)
    return (*named, SUBJECT) if itself else named


def without_picks(draft: Draft) -> tuple[str, ...]:
    """Holders of whom nothing was picked yet; who only leads need hold nothing."""
    picked = {each.holder for each in draft.holdings} | {each.holder for each in draft.posts}
    return tuple(key for key in holders(draft) if key not in picked)


def next_place(draft: Draft) -> Place | None:
    """The first question about holdings that is still open."""
    unpicked = without_picks(draft)
    for holder in holders(draft):
        mine = [each for each in draft.holdings if each.holder == holder]
        unsaid = next((each.held for each in mine if not said(each)), None)
        bodies = picks.bodies_for(draft, holder)
        if holder in unpicked and len(bodies) == 1:
            unsaid = bodies[0][0]
        if unsaid:
            return Place(SLUG, f"{holder}{DOT}{unsaid}")
        if holder in unpicked:
            return Place(SLUG, holder)
    return None


def _left(draft: Draft) -> int:
    return sum(not said(each) for each in draft.holdings) + len(without_picks(draft))


def _item(draft: Draft, key: str) -> Question | None:
    if key.endswith(DOT + through.THROUGH):
        return through.item(draft, key)
    if key.endswith(DOT + DAYS):
        return terms.item(draft, key)
    return one.item(draft, key) if DOT in key else picks.item(draft, key)


def _filled(_draft: Draft, _key: str) -> Mapping[str, object]:
    return {}


def _says(draft: Draft) -> object:
    told = sum(said(each) for each in draft.holdings)
    every = told + _left(draft)
    if not every:
        return _("Opens when the owners are named") if not holders(draft) else ""
    return ngettext("%(told)s of %(num)s answered", "%(told)s of %(num)s answered", every, told=told)


STEP = Step(
    slug=SLUG,
    title=_("What each one holds"),
    group=_("Owners"),
    question=Question(
        template="holdings",
        title=lambda _draft, _key: _("What each one holds"),
        form=HoldingsForm,
        filled=_filled,
        answer=lambda draft, _key, _form: answered(draft, SLUG),
        onward=lambda draft, _key, _form: next_place(draft),
    ),
    done=lambda draft: _left(draft) == 0 and bool(draft.holdings or draft.no_owner),
    says=_says,
    item=_item,
    remove=lambda draft, key: without_holding(draft, *ends(key)),
    left=_left,
    first=next_place,
    applies=lambda draft: bool(holders(draft)) or draft.no_owner is None,
)
