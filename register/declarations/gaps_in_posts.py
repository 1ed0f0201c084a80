"""What is missing or contradictory in who leads the company."""

from collections.abc import Iterator
from datetime import date

from bods.codelists import InterestType, UnspecifiedReason
from register.declarations.draft import SUBJECT, Draft, Post, PostRole
from register.declarations.gap import Gap, Part
from register.declarations.gaps_in_dates import ends_before_it_begins
from register.declarations.names import names_of
from register.declarations.standing import is_over
from register.words import N_


def post_gaps(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """Each post, and whether somebody runs a company that nobody owns."""
    names = names_of(draft)
    seen: set[tuple[str, str, str]] = set()
    for post in draft.posts:
        place = f"{post.holder}.{post.role}"
        facts = {"name": names.get(post.holder, ""), "held": names.get(post.held, "")}
        for message in _wrongs(post, seen, names, today):
            yield Gap(Part.LEADERS, message, place, facts)
        seen.add(post.key)
    if asks_who_runs_it(draft) and not _runs_it(draft, today) and not draft.nobody_runs.strip():
        message = N_(
            "No owner is named: name who runs the company from day to day, its senior managing official, or say why "
            "you cannot."
        )
        yield Gap(Part.LEADERS, message, needs_page=True)


def _wrongs(
    post: Post, seen: set[tuple[str, str, str]], names: dict[str, str], today: date | None
) -> Iterator[str]:
    if post.holder not in names or post.held not in names:
        yield N_("This post names somebody who is no longer in the declaration. Remove it.")
    if post.key in seen:
        yield N_("A post of %(name)s in %(held)s is told twice. Keep one.")
    if post.role is PostRole.OTHER and not post.title.strip():
        yield N_("Say what the post of %(name)s in %(held)s is called.")
    if ends_before_it_begins((post.since, post.until)):
        yield N_("A post of %(name)s in %(held)s ends before it begins. Correct the days.")
    if today and post.since and post.since > today:
        yield N_("A post of %(name)s in %(held)s begins after today. Tell it once it is so.")


def asks_who_runs_it(draft: Draft) -> bool:
    """Whether no owner is named, so that whoever runs the company must be: nobody above it, or in its chain, is known."""
    exempt = UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE
    if draft.no_owner is not None:
        return draft.no_owner.reason is not exempt
    unnamed = [body.no_holder for body in draft.entities if body.no_holder]
    return not draft.people and any(each.reason is not exempt for each in unnamed)


def _runs_it(draft: Draft, today: date | None) -> bool:
    by_post = any(
        post.held == SUBJECT
        and post.role is PostRole.SENIOR_MANAGING_OFFICIAL
        and not is_over(post.until, today)
        for post in draft.posts
    )
    return by_post or any(
        each.held == SUBJECT and InterestType.SENIOR_MANAGING_OFFICIAL in each.controls
        for each in draft.holdings
    )
