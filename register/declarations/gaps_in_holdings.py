"""What is missing or contradictory in what a draft says of holdings and chains."""

from collections.abc import Callable, Iterator
from datetime import date

import networkx as nx

from bods.codelists import InterestType
from register.declarations.chains import chains_of
from register.declarations.draft import SUBJECT, Draft, EntityKind, Holding
from register.declarations.gap import Gap, Part
from register.declarations.names import names_of
from register.declarations.standing import fits, kinds_of
from register.declarations.totals import totals
from register.words import N_


def holdings_gaps(draft: Draft) -> Iterator[Gap]:
    """Each holding by itself; of one holding only the first fault is told."""
    names = names_of(draft)
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


def _shares_in_a_trust(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return bool(holding.shares or holding.votes) and _kind(holding, draft) is EntityKind.TRUST


def _shares_in_an_agreement(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return bool(holding.shares or holding.votes) and _kind(holding, draft) is EntityKind.NOMINEE_AGREEMENT


def _trust_words(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return bool(_OF_TRUSTS & set(holding.controls)) and _kind(holding, draft) is not EntityKind.TRUST


def _nominee_words(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    of_nominees = bool(_OF_NOMINATIONS & set(holding.controls))
    return of_nominees and _kind(holding, draft) is not EntityKind.NOMINEE_AGREEMENT


def _other_words(holding: Holding, draft: Draft, _seen: set[tuple[str, str]]) -> bool:
    return not all(fits(each, _kind(holding, draft)) for each in holding.controls)


def _kind(holding: Holding, draft: Draft) -> EntityKind:
    return kinds_of(draft).get(holding.held, EntityKind.OTHER)


_OF_TRUSTS = frozenset({InterestType.SETTLOR, InterestType.TRUSTEE, InterestType.PROTECTOR})
_OF_NOMINATIONS = frozenset({InterestType.NOMINEE, InterestType.NOMINATOR})

_WRONGS: tuple[tuple[Callable[[Holding, Draft, set[tuple[str, str]]], bool], str], ...] = (
    (_unknown_party, N_("This holding names somebody who is no longer in the declaration. Remove it.")),
    (_in_itself, N_("%(holder)s cannot hold a part of itself. Name who holds it.")),
    (_told_twice, N_("What %(holder)s holds in %(held)s is told twice. Keep one.")),
    (_says_nothing, N_("Say what %(holder)s holds in %(held)s: shares, votes or another way to control it.")),
    (_trust_words, N_("%(held)s is not a trust: it has no settlor, trustee or protector.")),
    (_nominee_words, N_("Say for whom a nominee holds: name that person as the owner of %(held)s.")),
    (
        _shares_in_a_trust,
        N_("Nobody holds shares in a trust. Say what %(holder)s is in %(held)s, for example its trustee."),
    ),
    (
        _shares_in_an_agreement,
        N_("Say whether %(holder)s is the nominee or the nominator; the shares are what the nominee holds."),
    ),
    (_other_words, N_("What is told of %(holder)s cannot be held in %(held)s. Choose something else.")),
)


def unfinished_chains(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """People and bodies from whom no chain leads to the company."""
    names, leading, drawn = names_of(draft), _leading(draft), _drawn(draft, today)
    holders = {*(each.holder for each in draft.holdings), *(each.holder for each in draft.indirect)}
    for person in draft.people:
        facts = {"name": person.full_name}
        if person.key not in holders | {post.holder for post in draft.posts}:
            yield Gap(Part.HOLDINGS, N_("Say what %(name)s holds, and in which body."), facts=facts)
        elif person.key not in leading:
            message = N_("What %(name)s holds does not lead to the company. Complete the chain.")
            yield Gap(Part.HOLDINGS, message, facts=facts)
    for body in draft.entities:
        if body.key not in leading:
            message = N_("Say what %(name)s holds in the company, or in a body above it.")
            yield Gap(Part.HOLDINGS, message, facts={"name": names[body.key]})
    for key in sorted(leading - drawn - {SUBJECT}, key=lambda key: names.get(key, "")):
        if key in names:
            message = N_("By these answers %(name)s holds nothing of the company, and is not published.")
            yield Gap(Part.HOLDINGS, message, facts={"name": names[key]}, blocks=False)


def _leading(draft: Draft) -> set[str]:
    told = [*(each.key for each in draft.holdings), *((post.holder, post.held) for post in draft.posts)]
    graph: nx.DiGraph[str] = nx.DiGraph([*told, *((claim.holder, SUBJECT) for claim in draft.indirect)])
    graph.add_node(SUBJECT)
    return set(nx.ancestors(graph, SUBJECT))


def _drawn(draft: Draft, today: date | None) -> set[str]:
    # A secretary is told of and not stated; who has ceased to hold is in what was stated before.
    told = {*(post.holder for post in draft.posts), *(each.holder for each in draft.indirect)}
    return {*chains_of(draft, today).drawn, *told, *(each.holder for each in draft.holdings if each.until)}


def over_the_whole(draft: Draft, today: date | None = None) -> Iterator[Gap]:
    """Bodies of which more is told than there is, by the lower bounds."""
    names = names_of(draft)
    for each in totals(draft, today):
        facts = {"name": names[each.body]}
        if each.shares.too_much:
            message = N_("The shares in %(name)s add up to more than 100\u00a0%%. Correct them.")
            yield Gap(Part.HOLDINGS, message, facts=facts)
        if each.votes.too_much:
            message = N_("The votes in %(name)s add up to more than 100\u00a0%%. Correct them.")
            yield Gap(Part.HOLDINGS, message, facts=facts)


def rings(draft: Draft) -> Iterator[Gap]:
    """Companies that hold a part of their own owners: allowed, and told."""
    graph: nx.DiGraph[str] = nx.DiGraph([holding.key for holding in draft.holdings if not holding.until])
    names = names_of(draft)
    for ring in nx.strongly_connected_components(graph):
        if SUBJECT in ring and len(ring) > 1:
            others = sorted(names.get(key, key) for key in ring - {SUBJECT})
            message = N_("The company holds a part of its own owners (%(names)s). Check that this is so.")
            yield Gap(Part.HOLDINGS, message, facts={"names": ", ".join(others)}, blocks=False)
