"""What a draft still lacks, or says twice in two ways, before it can be signed."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

from register.declarations.contradictions import indirect_gaps, two_majorities, votes_against_shares
from register.declarations.draft import AGREEMENTS, SUBJECT, Declarant, Draft, EntityKind
from register.declarations.gap import DeclarationIncompleteError, Gap, Part
from register.declarations.gaps_in_arrangements import arrangement_gaps
from register.declarations.gaps_in_bodies import OWNERLESS, bodies_gaps, company_gaps
from register.declarations.gaps_in_claims import YOUTH, claims_gaps, subcontractor_gaps, venture_gaps
from register.declarations.gaps_in_dates import date_gaps
from register.declarations.gaps_in_holdings import (
    holdings_gaps,
    over_the_whole,
    rings,
    unfinished_chains,
)
from register.declarations.gaps_in_people import people_gaps
from register.declarations.gaps_in_posts import post_gaps
from register.declarations.network import network_of
from register.declarations.nobody import not_sought
from register.declarations.stakes import MAJORITY, Law
from register.words import N_

__all__ = ["DeclarationIncompleteError", "Gap", "Part", "blocking", "gaps"]


def gaps(
    draft: Draft,
    threshold: Decimal,
    majority: Decimal = MAJORITY,
    today: date | None = None,
    *,
    youth: tuple[int, int] = YOUTH,
    adult: int | None = None,
) -> tuple[Gap, ...]:
    """Give everything still missing or contradictory, in the order of the form; thresholds are in percent.

    Without a day, nothing is asked that depends on one: ages, and days that have not come yet. `youth` are the first
    and the last age, in full years, at which somebody counts as young; `adult` is the age from which nobody is a child,
    who is not asked about without one.
    """
    law = Law(threshold, majority)
    found = [gap for look in LOOKS for gap in look(draft)]
    found += [gap for look in LOOKS_ON_A_DAY for gap in look(draft, today)]
    found += [
        *people_gaps(draft, today, adult),
        *claims_gaps(draft, today, youth),
        *indirect_gaps(draft, law, today),
    ]
    found += _unowned(draft, law, today)
    order = {part: place for place, part in enumerate(Part)}
    return tuple(sorted(found, key=lambda gap: order[gap.step]))


def blocking(found: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Those that must be closed before signing."""
    return tuple(gap for gap in found if gap.blocks)


def _declarant(draft: Draft) -> Iterator[Gap]:
    told = draft.declarant or Declarant("", "")
    if not told.name.strip():
        yield Gap(Part.DECLARANT, N_("Enter your full name."), needs_page=True)
    if not told.capacity.strip():
        yield Gap(Part.DECLARANT, N_("Say why you may declare for the company."), needs_page=True)


def _nobody(draft: Draft) -> Iterator[Gap]:
    tops = [body for body in draft.entities if body.no_holder or body.kind is not EntityKind.COMPANY]
    if not draft.people and not draft.no_owner and not tops:
        yield Gap(Part.PEOPLE, N_("Name the people who own or control the company, or say why you cannot."))
    if draft.no_owner and not_sought(draft.no_owner):
        message = N_("Say what you did to find out who owns the company, or why you could do nothing.")
        yield Gap(Part.NOBODY, message, needs_page=True)


def _unowned(draft: Draft, law: Law, today: date | None) -> Iterator[Gap]:
    """Asked of the network itself: whether somebody in it comes out as an owner, and whether that was denied."""
    if draft.company.kind in AGREEMENTS:
        return
    network = network_of(draft, SUBJECT, law, today=today)
    owned = any(
        interest.beneficial_ownership_or_control
        for record in network.records.values()
        for interest in getattr(record, "interests", ())
    )
    if owned and draft.no_owner:
        message = N_(
            "You said that nobody can be named, but somebody here reaches %(threshold)s\u00a0%%. Keep one."
        )
        yield Gap(Part.NOBODY, message, facts={"threshold": f"{law.threshold.normalize():f}"})
    if draft.people and not owned and not draft.no_owner and not _explained(draft):
        message = N_(
            "Nobody here reaches %(threshold)s\u00a0%% or controls the company. Say so, or name who does as well."
        )
        yield Gap(Part.NOBODY, message, facts={"threshold": f"{law.threshold.normalize():f}"})


def _explained(draft: Draft) -> bool:
    return any(body.no_holder or body.kind in OWNERLESS for body in draft.entities)


#: What is looked at.
LOOKS: tuple[Callable[[Draft], Iterator[Gap]], ...] = (
    _declarant,
    arrangement_gaps,
    holdings_gaps,
    rings,
    votes_against_shares,
    two_majorities,
    _nobody,
    venture_gaps,
    subcontractor_gaps,
)
LOOKS_ON_A_DAY: tuple[Callable[[Draft, date | None], Iterator[Gap]], ...] = (
    company_gaps,
    bodies_gaps,
    unfinished_chains,
    over_the_whole,
    date_gaps,
    post_gaps,
)
