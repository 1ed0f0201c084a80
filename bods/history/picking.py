"""Which statement of each record counts on a day, as it was known at a moment: one pass over statements once."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from bods.history.claims import Carrier, Claim, claim_of, counting
from bods.history.instants import Known, limit_of
from bods.history.snapshot import Ended, Snapshot
from bods.records import Relationship
from bods.statements import Statement


def snapshot(statements: Iterable[Statement], on: date, known: Known = None) -> Snapshot:
    """Show what statements say of a day, as they were known at a moment.

    `on` asks about the day spoken of (`statementDate`); `known` asks what had been published by then: a day counts to
    its end, a moment without a zone is UTC. A statement that does not say when it was published counts as known from
    the day it speaks of. Among the statements of one record the later statement date wins, then the later publication
    (a correction), then the later place in `statements`; also when it continues a record that was closed. Each mapping
    keeps the order in which the records first appear.
    """
    return picked(map(claim_of, statements), on, known, lambda statement: statement)


def records_at(statements: Iterable[Statement], on: date, known: Known = None) -> dict[str, Statement]:
    """Give, by record id, the last statement of each record that was open on a day, as `snapshot` has it.

    Closed records are left out. Interests that have ended are not: ask `Snapshot.holdings`.
    """
    return dict(snapshot(statements, on, known).open)


def picked(
    claims: Iterable[Claim[Carrier]], on: date, known: Known, read: Callable[[Carrier], Statement]
) -> Snapshot:
    """Pick from claims, given in the order of their places, and read the statements of those that count."""
    last: dict[str, Claim[Carrier]] = {}
    after: dict[str, dict[datetime, Claim[Carrier]]] = {}
    for claim in counting(claims, limit_of(known)):
        if claim.day > on:
            words = after.setdefault(claim.record_id, {})
            same_moment = words.get(claim.spoken)
            if same_moment is None or same_moment.published <= claim.published:
                words[claim.spoken] = claim
            continue
        earlier = last.get(claim.record_id)
        if earlier is None or (earlier.spoken, earlier.published) <= (claim.spoken, claim.published):
            last[claim.record_id] = claim
    first_after = {
        record_id: words[min(words)] for record_id, words in after.items() if record_id not in last
    }
    ended = {
        record_id: over for record_id, words in after.items() if (over := _ended(words.values(), on, read))
    }
    return Snapshot(
        on=on,
        known=known,
        open={claim.record_id: read(claim.carrier) for claim in last.values() if not claim.closes},
        closed={claim.record_id: read(claim.carrier) for claim in last.values() if claim.closes},
        later={claim.record_id: read(claim.carrier) for claim in first_after.values() if not claim.closes},
        ended=ended,
    )


def _ended(claims: Iterable[Claim[Carrier]], on: date, read: Callable[[Carrier], Statement]) -> Ended:
    return frozenset().union(*(ended_by(read(claim.carrier), on) for claim in claims))


def ended_by(statement: Statement, on: date) -> Ended:
    """Give the types of interest that a statement says had ended by a day, without those it says still ran."""
    if not isinstance(statement.record, Relationship):
        return frozenset()
    interests = statement.record.interests
    over = {interest.type for interest in interests if interest.end_date and interest.end_date <= on}
    if not over:
        return frozenset()
    return frozenset(over - {each.type for each in interests if not each.end_date or each.end_date > on})
