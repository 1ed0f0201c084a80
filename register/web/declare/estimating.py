"""What the answers still leave open, in a sentence: whether somebody who is not named can be an owner."""

from flask_babel import gettext

from register.declarations.draft import Draft
from register.declarations.remaining import remaining
from register.declarations.stakes import Law
from register.web.declare.kept import jurisdiction, today
from register.web.declare.steps.parties import said


def estimate(draft: Draft) -> str:
    """The sentence, once everything that was begun is told; else nothing."""
    if not draft.holdings or not all(said(each) for each in draft.holdings):
        return ""
    place = jurisdiction()
    left = remaining(draft, Law(place.owner_threshold, place.control_majority), today())
    return gettext(left.message) % left.facts
