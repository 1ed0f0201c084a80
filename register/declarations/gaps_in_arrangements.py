"""What is missing or contradictory in trusts, nominee agreements and joint holdings."""

from collections.abc import Iterator, Mapping

from bods.codelists import InterestType
from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.declarations.gap import Gap, Part
from register.declarations.names import names_of
from register.words import N_

Parts = Mapping[str, frozenset[InterestType]]


def arrangement_gaps(draft: Draft) -> Iterator[Gap]:
    """Each arrangement, the company itself where it is a trust."""
    names = names_of(draft)
    for key, body in ((SUBJECT, draft.company), *((body.key, body) for body in draft.entities)):
        parts = {
            each.holder: frozenset(each.controls)
            for each in draft.holdings
            if each.held == key and not each.until
        }
        facts = {"name": names[key]}
        place = "" if key == SUBJECT else key
        part = Part.COMPANY if key == SUBJECT else Part.BODIES
        for message, blocks in _wrongs(body, parts):
            yield Gap(part, message, place, facts, blocks=blocks)


def _wrongs(body: EntityAnswer, parts: Parts) -> Iterator[tuple[str, bool]]:
    if body.kind is EntityKind.TRUST:
        yield from _trust(parts)
    elif body.kind is EntityKind.NOMINEE_AGREEMENT:
        yield from _nominees(parts)
    elif body.kind is EntityKind.JOINT_HOLDING and len(parts) < 2:
        yield N_("To hold jointly takes two or more. Name who holds together with %(name)s."), True


def _trust(parts: Parts) -> Iterator[tuple[str, bool]]:
    if not parts:
        # That nobody is told at all, `gaps_in_bodies` says.
        return
    roles = frozenset().union(*parts.values())
    if InterestType.TRUSTEE not in roles:
        yield N_("Name the trustee of %(name)s: the person or company that manages it."), True
    if InterestType.SETTLOR not in roles:
        yield N_("Name the settlor of %(name)s: who put the assets into it."), False
    if InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT not in roles:
        yield N_("Name who benefits from %(name)s, or describe them."), False


def _nominees(parts: Parts) -> Iterator[tuple[str, bool]]:
    nominees = {key for key, roles in parts.items() if InterestType.NOMINEE in roles}
    nominators = {key for key, roles in parts.items() if InterestType.NOMINATOR in roles}
    if nominees & nominators:
        yield (
            N_("In the agreement of %(name)s, somebody holds for themselves. Name for whom they hold."),
            True,
        )
    if not nominees:
        yield N_("Name the nominee of %(name)s: who holds in their own name for somebody else."), True
    if not nominators:
        yield N_("Name the nominator of %(name)s: for whom the nominee holds."), True
