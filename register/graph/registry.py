"""How what a company declares differs from what the companies' registry last said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from register.graph.dossier import Registered, RegisteredParty
from register.graph.names import alike, folded, nearly_alike, same_body_name
from register.graph.picture import Control, Party, PartyKind, Picture, Stake
from register.graph.shares import HUNDRED, Range, percent_of, text_of
from register.graph.telling import Sentence
from register.graph.upstream import parties_above
from register.words import N_

NOT_DECLARED = N_("%(name)s is a shareholder in the registry (%(share)s) and is not declared.")
NOT_REGISTERED = N_("%(name)s is declared as a shareholder and is not in the registry.")
OTHERWISE = N_("%(name)s holds %(share)s in the registry; the declaration says %(declared)s.")
DIRECTOR = N_("%(name)s is a director in the registry and is not declared as one.")
ARRANGEMENT = "arrangement"
#: Percent by which rounding may set two figures apart.
ROUNDED = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Differing:
    """One difference in words, and the stake it is about where one is."""

    words: Sentence
    stakes: tuple[Stake, ...] = ()


def differences(
    picture: Picture, company: str, extract: Registered, threshold: Decimal
) -> tuple[Differing, ...]:
    """Compare a company's shareholders and directors with an extract.

    Shareholders below `threshold` percent need not be declared. Those who came after the extract cannot be in it. A
    nominee or a joint holder stands in the registry by name, and in the declaration within an arrangement.
    """
    held = [each for each in picture.stakes if each.held == company]
    owning = [each for each in held if each.shares and not each.indirect]
    return (
        *_shareholders(picture, company, extract, owning, threshold),
        *_declared(picture, extract, owning, threshold),
        *_directors(picture, extract, held),
    )


def _shareholders(
    picture: Picture, company: str, extract: Registered, owning: list[Stake], threshold: Decimal
) -> Iterator[Differing]:
    above = parties_above(picture, company)
    for party, percent in _percents(extract):
        facts = {"name": party.name, "share": percent_of(percent)}
        if not any(_is(party.name, each) for each in above):
            if percent >= threshold:
                yield Differing(Sentence(NOT_DECLARED, facts))
            continue
        for stake in owning:
            if _is(party.name, picture.parties[stake.holder]) and _apart(stake, percent, extract):
                declared = text_of(stake.shares) if stake.shares else ""
                yield Differing(Sentence(OTHERWISE, {**facts, "declared": declared}), (stake,))


def _declared(
    picture: Picture, extract: Registered, owning: list[Stake], threshold: Decimal
) -> Iterator[Differing]:
    named = [each.name for each in extract.parties if not each.director]
    for stake in owning:
        later = stake.since is not None and stake.since > extract.on
        small = stake.shares is None or stake.shares.low < threshold
        party = picture.parties[stake.holder]
        if later or small or not named or party.kind is PartyKind.UNKNOWN:
            continue
        holders = [party, *_within(picture, party)]
        if not any(_is(name, each) for name in named for each in holders):
            yield Differing(Sentence(NOT_REGISTERED, {"name": party.name}), (stake,))


def _directors(picture: Picture, extract: Registered, held: Iterable[Stake]) -> Iterator[Differing]:
    declared = [picture.parties[each.holder] for each in held if Control.OFFICER in each.controls]
    for director in extract.parties:
        if director.director and declared and not any(_is(director.name, each) for each in declared):
            yield Differing(Sentence(DIRECTOR, {"name": director.name}))


def _percents(extract: Registered) -> Iterator[tuple[RegisteredParty, Decimal]]:
    """Give each shareholder's part of all shares that the extract tells of; those without a number are left out."""
    holders = [each for each in extract.parties if not each.director and each.shares]
    whole = sum((each.shares or Decimal(0) for each in holders), Decimal(0))
    for each in holders:
        yield each, HUNDRED * (each.shares or Decimal(0)) / whole


def _apart(stake: Stake, percent: Decimal, extract: Registered) -> bool:
    share = stake.shares or Range(Decimal(0), HUNDRED)
    told_then = stake.since is None or stake.since <= extract.on
    return told_then and not share.low - ROUNDED <= percent <= share.high + ROUNDED


def _within(picture: Picture, party: Party) -> tuple[Party, ...]:
    """Give those who hold by an arrangement."""
    if party.entity_type != ARRANGEMENT:
        return ()
    return tuple(picture.parties[each.holder] for each in picture.stakes if each.held == party.key)


def _is(name: str, party: Party) -> bool:
    """Whether an extract, which gives no other mark, may mean this party."""
    return any(_one_name(name, each, party.kind) for each in (party.name, *party.other_names))


def _one_name(one: str, other: str, kind: PartyKind) -> bool:
    if kind is PartyKind.ENTITY:
        return same_body_name(one, other)
    return folded(one) == folded(other) or alike(one, other) or nearly_alike(one, other)
