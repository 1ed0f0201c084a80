"""What is missing or contradictory in what a company claims of itself, in its ventures and in those it hires."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from bods.records import Share
from register.declarations.draft import Contractor, Draft, Group, PersonKind, Venture
from register.declarations.gap import Gap, Part
from register.declarations.gaps_in_people import age_on
from register.words import N_

#: The first and the last age that count as youth, unless the place says otherwise (Constitution of Kenya, article 260).
YOUTH = (18, 34)
_HUNDRED = Decimal(100)


def claims_gaps(draft: Draft, today: date | None = None, youth: tuple[int, int] = YOUTH) -> Iterator[Gap]:
    """The company's claims against what it says of its people. What the law makes of them, a registrar decides."""
    claims = draft.claims
    groups = claims.groups or frozenset()
    if groups and not claims.certificate.strip():
        message = N_("Enter the number of the certificate for reserved tenders, once you have it.")
        yield Gap(Part.CLAIMS, message, blocks=False)
    if claims.barred and not claims.barred_details.strip():
        yield Gap(Part.CLAIMS, N_("Say who barred the company from public buying, since when and why."))
    for group in sorted(groups):
        if not any(group in (each.groups or ()) for each in draft.particulars.values()):
            yield Gap(Part.CLAIMS, _NOBODY_OF[group], blocks=False)
    yield from _with_disabilities(draft, groups)
    if today:
        yield from _young(draft, today, youth)
    if claims.contractor is Contractor.CITIZEN:
        yield from _foreigners(draft)


_NOBODY_OF = {
    Group.WOMEN: N_("The company claims to be owned by women, and nobody named here is said to be a woman."),
    Group.YOUTH: N_("The company claims to be owned by youth, and nobody named here is said to be one."),
    Group.DISABILITY: N_(
        "The company claims to be owned by persons with disabilities, and nobody named here is said to be one."
    ),
}


def _with_disabilities(draft: Draft, claimed: frozenset[Group]) -> Iterator[Gap]:
    for person in draft.people:
        private = draft.particulars.get(person.key)
        belongs = (private.groups if private else None) or frozenset()
        if private and Group.DISABILITY in belongs & claimed and not private.disability_number.strip():
            message = N_("Enter the number under which %(name)s is registered as a person with a disability.")
            yield Gap(Part.CLAIMS, message, f"number.{person.key}", {"name": person.full_name}, blocks=False)


def _young(draft: Draft, today: date, youth: tuple[int, int]) -> Iterator[Gap]:
    youngest, oldest = youth
    for person in draft.people:
        private = draft.particulars.get(person.key)
        born = private.birth_date if private and Group.YOUTH in (private.groups or ()) else None
        if born and not youngest <= age_on(born, today) <= oldest:
            message = N_(
                "By the date of birth, %(name)s is not a youth (%(youngest)s to %(oldest)s years). Correct one of them."
            )
            facts = {"name": person.full_name, "youngest": str(youngest), "oldest": str(oldest)}
            yield Gap(Part.PEOPLE, message, person.key, facts)


def _foreigners(draft: Draft) -> Iterator[Gap]:
    home = draft.company.country
    for person in draft.people:
        nations = {person.nationality, *person.more_nationalities} - {""}
        if person.kind is PersonKind.NAMED and nations and home not in nations:
            message = N_(
                "A citizen contractor is owned by citizens alone, and %(name)s is not one. Correct one of them."
            )
            yield Gap(Part.CLAIMS, message, facts={"name": person.full_name}, blocks=False)


def venture_gaps(draft: Draft) -> Iterator[Gap]:
    """Each venture: its partners, and how it is shared."""
    for venture in draft.ventures:
        facts = {"name": venture.name}
        for message in _in_venture(venture):
            yield Gap(Part.VENTURES, message, venture.key, facts)


def _in_venture(venture: Venture) -> Iterator[str]:
    if not venture.name.strip():
        yield N_("Enter the name of the joint venture.")
    if not venture.partners:
        yield N_("Name the partners in %(name)s.")
    if any(not partner.name.strip() or not partner.country for partner in venture.partners):
        yield N_("Enter the name and the country of every partner in %(name)s.")
    if _least(venture.share, *(partner.share for partner in venture.partners)) > _HUNDRED:
        yield N_("The parts of %(name)s add up to more than 100\u00a0%%. Correct them.")
    if [venture.leads, *(partner.leads for partner in venture.partners)].count(True) > 1:
        yield N_("Only one of the partners leads %(name)s. Keep one.")


def subcontractor_gaps(draft: Draft) -> Iterator[Gap]:
    """Each subcontractor, and the owners told of it; owners may be left out."""
    for each in draft.subcontractors:
        facts = {"name": each.name}
        if not each.name.strip():
            yield Gap(Part.SUBCONTRACTORS, N_("Enter the name of the subcontractor."), each.key)
        if any(not owner.full_name.strip() for owner in each.owners):
            message = N_("Enter the name of each owner of %(name)s.")
            yield Gap(Part.SUBCONTRACTORS, message, each.key, facts)
        if _least(*(owner.share for owner in each.owners)) > _HUNDRED:
            message = N_("The shares in %(name)s add up to more than 100\u00a0%%. Correct them.")
            yield Gap(Part.SUBCONTRACTORS, message, each.key, facts)


def _least(*shares: Share | None) -> Decimal:
    told: Iterable[Decimal] = (share.minimum or Decimal(0) for share in shares if share)
    return sum(told, Decimal(0))
