"""What a draft still lacks, or says twice in two ways, before it can be signed."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from register.declarations.draft import (
    SUBJECT,
    Declarant,
    Draft,
    EntityAnswer,
    EntityKind,
    Particulars,
    PersonAnswer,
)
from register.declarations.gap import DeclarationIncompleteError, Gap, Part
from register.declarations.gaps_in_holdings import (
    holdings_gaps,
    over_the_whole,
    rings,
    unfinished_chains,
)
from register.declarations.network import network_of
from register.declarations.stakes import MAJORITY, Law
from register.words import N_

__all__ = ["DeclarationIncompleteError", "Gap", "Part", "blocking", "gaps"]


def gaps(draft: Draft, threshold: Decimal, majority: Decimal = MAJORITY) -> tuple[Gap, ...]:
    """Give everything still missing or contradictory, in the order of the form; thresholds are in percent."""
    found = [gap for look in LOOKS for gap in look(draft)]
    return (*found, *_unowned(draft, Law(threshold, majority)))


def blocking(found: tuple[Gap, ...]) -> tuple[Gap, ...]:
    """Those that must be closed before signing."""
    return tuple(gap for gap in found if gap.blocks)


def _declarant(draft: Draft) -> Iterator[Gap]:
    told = draft.declarant or Declarant("", "")
    if not told.name.strip():
        yield Gap(Part.DECLARANT, N_("Enter your full name."))
    if not told.capacity.strip():
        yield Gap(Part.DECLARANT, N_("Say why you may declare for the company."))


def _company(draft: Draft) -> Iterator[Gap]:
    if not draft.company.name.strip():
        yield Gap(Part.COMPANY, N_("Enter the company's registered name."))
    if not draft.company.country:
        yield Gap(Part.COMPANY, N_("Choose the country where the company is registered."))
    if not (draft.company.scheme and draft.company.number.strip()):
        yield Gap(Part.COMPANY, N_("Enter the company's registration number."))


def _people(draft: Draft) -> Iterator[Gap]:
    for person in draft.people:
        yield from _person(person, draft.particulars.get(person.key))


def _person(person: PersonAnswer, private: Particulars | None) -> Iterator[Gap]:
    facts = {"name": person.full_name}
    if not person.full_name.strip():
        yield Gap(Part.PEOPLE, N_("Enter the person's full name."), person.key)
    if not person.nationality:
        yield Gap(Part.PEOPLE, N_("Choose the nationality of %(name)s."), person.key, facts)
    if not person.residence:
        yield Gap(Part.PEOPLE, N_("Choose the country where %(name)s lives."), person.key, facts)
    if private is None or not (private.document_scheme and private.document_number.strip()):
        message = N_("Enter the number of an identity document of %(name)s.")
        yield Gap(Part.PEOPLE, message, person.key, facts)


def _bodies(draft: Draft) -> Iterator[Gap]:
    held = {holding.held for holding in draft.holdings}
    for body in draft.entities:
        facts = {"name": body.name}
        if not body.name.strip():
            yield Gap(Part.BODIES, N_("Enter the name of the company or body."), body.key)
        if not body.country:
            yield Gap(Part.BODIES, N_("Choose the country of %(name)s."), body.key, facts)
        if body.key not in held:
            yield from _with_nobody_above(body)
        elif body.no_holder:
            message = N_(
                "You named somebody above %(name)s and also said that nobody can be named. Keep one."
            )
            yield Gap(Part.BODIES, message, body.key, facts)


def _with_nobody_above(body: EntityAnswer) -> Iterator[Gap]:
    facts = {"name": body.name}
    if body.no_holder or body.kind in (EntityKind.LISTED, EntityKind.GOVERNMENT):
        return
    if body.kind is EntityKind.TRUST:
        yield Gap(Part.BODIES, N_("Name the people behind %(name)s, or say why you cannot."), body.key, facts)
    else:
        yield Gap(Part.BODIES, N_("Say who owns %(name)s, or why nobody can be named."), body.key, facts)


def _nobody(draft: Draft) -> Iterator[Gap]:
    tops = [body for body in draft.entities if body.no_holder or body.kind is not EntityKind.COMPANY]
    if not draft.people and not draft.no_owner and not tops:
        yield Gap(Part.PEOPLE, N_("Name the people who own or control the company, or say why you cannot."))


def _unowned(draft: Draft, law: Law) -> Iterator[Gap]:
    """Asked of the network itself: whether somebody in it comes out as an owner, and whether that was denied."""
    network = network_of(draft, SUBJECT, law)
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
    return any(
        body.no_holder or body.kind in (EntityKind.LISTED, EntityKind.GOVERNMENT) for body in draft.entities
    )


#: What is looked at, in the order of the form.
LOOKS: tuple[Callable[[Draft], Iterator[Gap]], ...] = (
    _declarant,
    _company,
    _people,
    _bodies,
    holdings_gaps,
    unfinished_chains,
    over_the_whole,
    rings,
    _nobody,
)
