"""What is still missing before the declaration can be signed, with the page where each gap is closed."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from register.declarations.draft import Draft
from register.declarations.gaps import Gap, Part, gaps
from register.web.declare.kept import jurisdiction
from register.web.declare.steps import JOURNEY
from register.web.declare.steps.step import Step


@dataclass(frozen=True, slots=True)
class Lack:
    """One gap in words, and where it is closed. What does not block is told and may be signed."""

    words: str
    href: str
    blocks: bool


def gaps_of(draft: Draft) -> tuple[Gap, ...]:
    """Everything missing or contradictory, by the jurisdiction's thresholds."""
    place = jurisdiction()
    return gaps(draft, place.owner_threshold, place.control_majority)


def lacks(company_id: int, draft: Draft) -> tuple[Lack, ...]:
    """The gaps as links; parts that nobody has looked at yet are gaps too."""
    unseen = [
        Lack(str(step.title), _address(company_id, draft, step.slug, ""), blocks=True)
        for step in JOURNEY
        if step.slug in (Part.COMPANY, Part.DECLARANT, Part.PEOPLE, Part.BODIES)
        and step.slug not in draft.answered
    ]
    told = [
        Lack(gettext(gap.message) % gap.facts, _address(company_id, draft, gap.step, gap.place), gap.blocks)
        for gap in gaps_of(draft)
    ]
    return (*unseen, *told)


def complete(draft: Draft) -> bool:
    """Whether nothing stands against signing."""
    return not any(lack.blocks for lack in lacks(0, draft))


def open_gaps(draft: Draft, step: Step) -> bool:
    """Whether a step that was answered still has something to mend.

    Bodies without an owner are the business of what each one holds, until that has been told.
    """
    holdings = next(each for each in JOURNEY if each.slug == Part.HOLDINGS)
    if step.slug == Part.BODIES and not holdings.done(draft):
        return False
    return any(gap.step == step.slug and gap.blocks for gap in gaps_of(draft))


def _address(company_id: int, draft: Draft, slug: str, place: str) -> str:
    """The page of the gap; the list of its step when the place has no page of its own."""
    step = next(each for each in JOURNEY if each.slug == slug)
    key = place if place and step.item(draft, place) else None
    return url_for("declare.answer", company_id=company_id, slug=str(slug), key=key, back="check")
