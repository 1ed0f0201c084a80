"""A tender at a glance: who bids, who of them belong together, and what links them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from register.flags.flag import Finding, Unclear
from register.graph.clusters import ControlCluster, clusters_of
from register.graph.condensation import economic_interests
from register.graph.holdings import holdings_of
from register.graph.picture import PartyKind, Picture
from register.graph.process import Bid
from register.jurisdictions import Jurisdiction
from register.screening.cells import cell_of
from register.screening.decisions import Standing
from register.screening.shapes import Cell, Cluster, Column, ColumnKind, Matrix, Row


def matrix(
    picture: Picture,
    findings: Sequence[Finding],
    unclear: Sequence[Unclear],
    standings: Mapping[str, Standing],
    law: Jurisdiction,
) -> Matrix:
    """Set the bidders, in their clusters, against what links them.

    `standings` are by fingerprint; a finding without one is open. Clusters of several bidders come first, then those
    with findings, and last the bidders that have not declared.
    """
    columns = _columns(picture, findings)
    told: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        for key in _keys(finding):
            for bidder in finding.bidders:
                told[bidder, key].append(finding)
    holdings = holdings_of(picture)
    interests = {bidder: economic_interests(holdings, bidder) for bidder in {bidder for bidder, _ in told}}
    clusters: list[Cluster] = []
    for cluster in sorted(
        clusters_of(picture, law.control_majority), key=lambda each: _rank(each, picture, findings)
    ):
        grid = {
            bidder: [
                cell_of(
                    interests.get(bidder, {}), bidder, column, told.get((bidder, column.key), ()), standings
                )
                for column in columns
            ]
            for bidder in cluster.bidders
        }
        rows = [
            Row(
                bidder,
                picture.name(bidder),
                _bid(picture, bidder),
                tuple(_joined(grid, cluster.bidders, place, column) for column in range(len(columns))),
                tuple(each for each in unclear if each.bidder == bidder),
            )
            for place, bidder in enumerate(cluster.bidders)
        ]
        clusters.append(Cluster(letter_of(len(clusters)), tuple(rows)))
    return Matrix(columns, tuple(clusters))


def letter_of(place: int) -> str:
    """Give the letter of a cluster: A to Z, then AA, AB."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _keys(finding: Finding) -> tuple[str, ...]:
    """Give the columns a finding has a mark in: the body of its officials, else whom it is about if that links bidders."""
    if finding.officials:
        return (f"body:{finding.facts.get('body', '')}",)
    return finding.about if len(finding.bidders) > 1 else ()


def _columns(picture: Picture, findings: Sequence[Finding]) -> tuple[Column, ...]:
    columns: dict[str, Column] = {}
    for finding in findings:
        for key in _keys(finding):
            party = picture.parties.get(key)
            if finding.officials:
                columns.setdefault(key, Column("officials", finding.facts.get("body", ""), key))
            elif party is not None:
                kind: ColumnKind = "person" if party.kind is PartyKind.PERSON else "company"
                columns.setdefault(key, Column(kind, party.name, key))
    order = {"person": 0, "company": 1, "officials": 2}
    return tuple(sorted(columns.values(), key=lambda each: order[each.kind]))


def _rank(
    cluster: ControlCluster, picture: Picture, findings: Sequence[Finding]
) -> tuple[bool, bool, bool, int]:
    found = any(bidder in finding.bidders for finding in findings for bidder in cluster.bidders)
    undeclared = not any(bidder in picture.declared for bidder in cluster.bidders)
    alone = len(cluster.bidders) == 1
    return alone, undeclared, not found, picture.bidders.index(cluster.bidders[0])


def _bid(picture: Picture, bidder: str) -> Bid:
    bids = picture.process.bids if picture.process else ()
    return next(each for each in bids if each.party == bidder)


def _joined(
    grid: Mapping[str, Sequence[Cell | None]], bidders: Sequence[str], place: int, column: int
) -> Cell | None:
    """Tie a cell to the one below it in the same cluster."""
    cell = grid[bidders[place]][column]
    below = grid[bidders[place + 1]][column] if place + 1 < len(bidders) else None
    if cell is None or below is None or "off" in (cell.kind, below.kind):
        return cell
    return replace(cell, joined=True)
