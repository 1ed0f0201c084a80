"""What is still missing before the declaration can be signed, with the page where each gap is closed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext

from register.declarations.draft import Draft
from register.declarations.gaps import Gap, Part, blocking, gaps
from register.web.declare.kept import jurisdiction, today
from register.web.declare.steps import JOURNEY
from register.web.declare.steps.step import Step

#: Parts that are filled in or may be empty, and that somebody must have looked at all the same.
MUST_BE_SEEN = frozenset({Part.COMPANY, Part.DECLARANT, Part.PEOPLE, Part.BODIES})

#: Parts whose own page says what does not fit together in them.
TELLING = frozenset({Part.HOLDINGS, Part.NOBODY})


@dataclass(frozen=True, slots=True)
class Lack:
    """One gap in words, and where it is closed. What does not block is told and may be signed."""

    words: str
    href: str
    blocks: bool


def gaps_of(draft: Draft) -> tuple[Gap, ...]:
    """Everything missing or contradictory, by the jurisdiction's thresholds."""
    place = jurisdiction()
    return gaps(
        draft,
        place.owner_threshold,
        place.control_majority,
        today(),
        youth=place.youth_ages,
        adult=place.majority_age,
    )


def lacks(company_id: int, draft: Draft, found: Sequence[Gap]) -> tuple[Lack, ...]:
    """The gaps that were found, as links; parts that nobody has looked at yet are gaps too."""
    unseen = [
        Lack(str(step.title), _address(company_id, draft, step.slug, ""), blocks=True)
        for step in _unseen(draft)
    ]
    return (*unseen, *lacks_of(company_id, draft, found))


def lacks_of(company_id: int, draft: Draft, found: Iterable[Gap]) -> tuple[Lack, ...]:
    """Gaps as links to where they are closed."""
    return tuple(
        Lack(gettext(gap.message) % gap.facts, _address(company_id, draft, gap.step, gap.place), gap.blocks)
        for gap in found
    )


def contradictions(company_id: int, draft: Draft, step: Step) -> tuple[Lack, ...]:
    """What does not fit together in a part of which everything is answered: said at once, on its own page."""
    if step.slug not in TELLING or not step.done(draft) or not draft.holdings:
        return ()
    found = (gap for gap in gaps_of(draft) if gap.step == step.slug)
    return lacks_of(company_id, draft, found)


def complete(draft: Draft, found: Sequence[Gap]) -> bool:
    """Whether nothing stands against signing."""
    return not _unseen(draft) and not blocking(tuple(found))


def _unseen(draft: Draft) -> tuple[Step, ...]:
    return tuple(each for each in JOURNEY if each.slug in MUST_BE_SEEN and each.slug not in draft.answered)


def open_gaps(draft: Draft, step: Step, found: Sequence[Gap]) -> bool:
    """Whether a step that was answered still has something to mend.

    Bodies without an owner are the business of what each one holds, until that has been told.
    """
    holdings = next(each for each in JOURNEY if each.slug == Part.HOLDINGS)
    if step.slug == Part.BODIES and not holdings.done(draft):
        return False
    return any(gap.step == step.slug and gap.blocks for gap in found)


def _address(company_id: int, draft: Draft, slug: str, place: str) -> str:
    """The page of the gap; the list of its step when the place has no page of its own."""
    step = next((each for each in JOURNEY if each.slug == slug), JOURNEY[0])
    key = place if place and step.item(draft, place) else None
    return url_for("declare.answer", company_id=company_id, slug=str(slug), key=key, back="check")
