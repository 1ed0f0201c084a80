"""What is missing or contradictory in what a draft says of holdings and chains."""

from collections.abc import Callable, Iterator

import networkx as nx

from bods.codelists import InterestType
from register.declarations.draft import SUBJECT, Draft, EntityKind, Holding
from register.declarations.gap import Gap, Part
from register.declarations.totals import totals
from register.words import N_


def holdings_gaps(draft: Draft) -> Iterator[Gap]:
    """Each holding by itself; of one holding only the first fault is told."""
    names = _names(draft)
    seen: set[tuple[str, str]] = set()
    for holding in draft.holdings:
        place = f"{holding.holder}.{holding.held}"
        facts = {
            "holder": names.get(holding.holder, holding.holder),
            "held": names.get(holding.held, holding.held),
        }
        for wrong, message in _WRONGS:
            if wrong(holding, draft, seen):
                yield Gap(Part.HOLDINGS, message, place, facts)
                break
        seen.add(holding.key)


def _names(draft: Draft) -> dict[str, str]:
    people = {person.key: person.full_name for person in draft.people}
    return {SUBJECT: draft.company.name, **people, **{body.key: body.name for body in draft.entities}}


def _unknown_party(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    bodies = {SUBJECT, *(body.key for body in draft.entities)}
    people = {person.key for person in draft.people}
    return holding.holder not in bodies | people or holding.held not in bodies


def _in_itself(holding: Holding, _draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return holding.holder == holding.held


def _told_twice(holding: Holding, _draft: Draft, seen: set[tuple[str, str]]) -> bool:
    return holding.key in seen


def _says_nothing(holding: Holding, _draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    shares = [share for share in (holding.shares, holding.votes) if share is not None]
    return not holding.controls and all(share.maximum == 0 for share in shares)


def _trust_words(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    trusts = {body.key for body in (draft.company, *draft.entities) if body.kind is EntityKind.TRUST}
    trusts |= {SUBJECT} if draft.company.kind is EntityKind.TRUST else set()
    return holding.held not in trusts and bool(_OF_TRUSTS & set(holding.controls))


_OF_TRUSTS = frozenset({InterestType.SETTLOR, InterestType.TRUSTEE, InterestType.PROTECTOR})
_OF_NOMINATIONS = frozenset({InterestType.NOMINEE, InterestType.NOMINATOR})


def _nominee_words(holding: Holding, _draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return bool(_OF_NOMINATIONS & set(holding.controls))


_WRONGS: tuple[tuple[Callable[[Holding, Draft, set[tuple[str, str]]], bool], str], ...] = (
    (_unknown_party, N_("This holding names somebody who is no longer in the declaration. Remove it.")),
    (_in_itself, N_("%(holder)s cannot hold a part of itself. Name who holds it.")),
    (_told_twice, N_("What %(holder)s holds in %(held)s is told twice. Keep one.")),
    (_says_nothing, N_("Say what %(holder)s holds in %(held)s: shares, votes or another way to control it.")),
    (_trust_words, N_("%(held)s is not a trust: it has no settlor, trustee or protector.")),
    (_nominee_words, N_("Say for whom a nominee holds: name that person as the owner of %(held)s.")),
)


def unfinished_chains(draft: Draft) -> Iterator[Gap]:
    """People and bodies from whom no chain leads to the company."""
    holders = {holding.holder for holding in draft.holdings}
    leading = _leading(draft)
    for person in draft.people:
        facts = {"name": person.full_name}
        if person.key not in holders:
            yield Gap(Part.HOLDINGS, N_("Say what %(name)s holds, and in which body."), facts=facts)
        elif person.key not in leading:
            message = N_("What %(name)s holds does not lead to the company. Complete the chain.")
            yield Gap(Part.HOLDINGS, message, facts=facts)
    for body in draft.entities:
        if body.key not in leading:
            message = N_("Say what %(name)s holds in the company, or in a body above it.")
            yield Gap(Part.HOLDINGS, message, facts={"name": body.name})


def _leading(draft: Draft) -> set[str]:
    graph: nx.DiGraph[str] = nx.DiGraph([holding.key for holding in draft.holdings])
    graph.add_node(SUBJECT)
    return set(nx.ancestors(graph, SUBJECT))


def over_the_whole(draft: Draft) -> Iterator[Gap]:
    """Bodies of which more is told than there is, by the lower bounds."""
    names = _names(draft)
    for each in totals(draft):
        facts = {"name": names[each.body]}
        if each.shares.too_much:
            message = N_("The shares in %(name)s add up to more than 100\u00a0%%. Correct them.")
            yield Gap(Part.HOLDINGS, message, facts=facts)
        if each.votes.too_much:
            message = N_("The votes in %(name)s add up to more than 100\u00a0%%. Correct them.")
            yield Gap(Part.HOLDINGS, message, facts=facts)


def rings(draft: Draft) -> Iterator[Gap]:
    """Companies that hold a part of their own owners: allowed, and told."""
    graph: nx.DiGraph[str] = nx.DiGraph([holding.key for holding in draft.holdings])
    names = _names(draft)
    for ring in nx.strongly_connected_components(graph):
        if SUBJECT in ring and len(ring) > 1:
            others = sorted(names.get(key, key) for key in ring - {SUBJECT})
            message = N_("The company holds a part of its own owners (%(names)s). Check that this is so.")
            yield Gap(Part.HOLDINGS, message, facts={"names": ", ".join(others)}, blocks=False)
