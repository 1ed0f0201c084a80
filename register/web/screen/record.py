"""What is known of one bidder besides its owners: what was found of it in a tender, and under which numbers it bids."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext
from sqlalchemy.orm import Session

from register.graph.picture import Party, PartyKind
from register.screening import is_context
from register.store import findings, kept_owners, sameness
from register.web.findings.asking import anchor
from register.web.findings.shown import STANDS, WEIGHT, heading, in_order, titles


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One finding that speaks of the bidder, in a line; `anchor` is its place on the tender's page."""

    heading: str
    title: str
    #: How heavy it is while it waits for an answer, else what was answered.
    stands: str
    waits: bool
    anchor: str


def found_of(session: Session, ocid: str, keys: Collection[str]) -> tuple[FoundLine, ...]:
    """What the flags find of a bidder in a tender now, by its keys there; what waits for an answer first."""
    names = titles()
    kept = [
        each
        for each in findings.of_process(session, ocid)
        if each.gone_at is None and not set(keys).isdisjoint(each.finding.bidders)
    ]
    return tuple(
        FoundLine(
            heading=heading(each.finding, each.found.picture),
            title=names.get(each.finding.code, each.finding.code),
            stands=gettext(
                STANDS[each.standing.state] if each.standing.answered else WEIGHT[each.finding.severity]
            ),
            waits=not each.standing.answered and not is_context(each.finding),
            anchor=anchor(each.finding.fingerprint),
        )
        for each in in_order(kept, ())
    )


def numbers_known(
    session: Session, party: Party, numbers: Collection[tuple[str, str]]
) -> frozenset[tuple[str, str]]:
    """Its numbers, and those that officers decided to be its own too, as scheme and number."""
    joined, _ = sameness.bidders_of(session, party.record_ids)
    return frozenset({*numbers, *joined})


def owner_pages(session: Session, owners: Iterable[Party]) -> Mapping[str, str]:
    """For people among these owners of whom the register keeps companies: the key of their page, by their key here."""
    people = {each.key: each.identity or each.key for each in owners if each.kind is PartyKind.PERSON}
    known = kept_owners.counts_of(session, people.values())
    return {party: key for party, key in people.items() if key in known}
