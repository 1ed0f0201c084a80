"""How long the rest of the declaration takes, as far as the answers so far let one say."""

from register.declarations.draft import Draft
from register.web.declare.steps import steps_for
from register.web.declare.steps.holdings import without_picks
from register.web.declare.steps.parties import said
from register.web.declare.steps.people import whole

#: Minutes: for a page with a question or two, for a person with all their particulars, for one holding, for signing.
PAGE, PERSON, HOLDING, SIGNING = 1, 3, 1, 3


def minutes_left(draft: Draft) -> int:
    """About how many minutes are left, signing included; one owner is reckoned with until somebody is named."""
    pages = sum(PAGE for step in steps_for(draft) if not step.optional and step.slug not in draft.answered)
    people = sum(not whole(draft, each.key) for each in draft.people) if draft.people else 1
    nobody = draft.no_owner is not None
    holdings = sum(not said(each) for each in draft.holdings) + len(without_picks(draft))
    return pages + (0 if nobody else PERSON * people) + HOLDING * holdings + SIGNING
