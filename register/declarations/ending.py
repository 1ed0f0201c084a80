"""The last word on what has ended: a relationship that closes says when its interests did."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import networkx as nx

from bods.codelists import DirectOrIndirect, RecordStatus
from bods.records import Interest, Relationship
from bods.statements import Statement
from register.declarations.draft import SUBJECT, Draft
from register.declarations.network import relationship_keys
from register.declarations.standing import Link, standing


def with_end_dates(
    made: Iterable[Statement], draft: Draft, subject_record_id: str, today: date
) -> tuple[Statement, ...]:
    """Give the statements, those that close a relationship with the end dates that the draft tells.

    What somebody held through others ended when the last of their chains broke.
    """
    links = {link.key: link for link in standing(draft, today)}
    return tuple(_closing(each, links, subject_record_id) for each in made)


def _closing(made: Statement, links: Mapping[tuple[str, str], Link], subject_record_id: str) -> Statement:
    record = made.record
    if made.record_status is not RecordStatus.CLOSED or not isinstance(record, Relationship):
        return made
    keys = relationship_keys(record, subject_record_id)
    if keys is None:
        return made
    told = tuple(_ended(each, *keys, links) for each in record.interests)
    return replace(made, record=replace(record, interests=told))


def _ended(interest: Interest, holder: str, held: str, links: Mapping[tuple[str, str], Link]) -> Interest:
    if interest.end_date is not None:
        return interest
    if interest.direct_or_indirect is DirectOrIndirect.INDIRECT:
        day = _broken(holder, links)
    else:
        day = _over(interest, links.get((holder, held)))
    if day is None or (interest.start_date and interest.start_date > day):
        return interest
    return replace(interest, end_date=day)


def _over(interest: Interest, link: Link | None) -> date | None:
    if link is None:
        return None
    same = [each.until for each in link.over if each.until and each.interest is interest.type]
    return max(same, default=None)


def _broken(holder: str, links: Mapping[tuple[str, str], Link]) -> date | None:
    graph: nx.DiGraph[str] = nx.DiGraph(links.keys())
    graph.add_nodes_from((holder, SUBJECT))
    way = (nx.descendants(graph, holder) | {holder}) & (nx.ancestors(graph, SUBJECT) | {SUBJECT})
    days = [
        each.until
        for pair, link in links.items()
        if set(pair) <= way and pair != (holder, SUBJECT) and not link.interests
        for each in link.over
        if each.until
    ]
    return max(days, default=None)
