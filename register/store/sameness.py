"""What was decided about records that may be one: decisions are added, never changed, and can be undone by another."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from register.graph.joining import Unions
from register.graph.picture import Identity
from register.graph.process import Bid
from register.models.people import IdentityClaimRow
from register.models.sameness import CrosswalkRow, JoinedIdentityRow, SamenessDecisionRow
from register.models.statements import EntityIdentifierRow
from register.ocds.numbers import NO_NUMBERS
from register.store.likeness import BIDDER, Kind, Question, bidder_key
from register.store.portions import portions

Number = tuple[str, str]


class Verdict(StrEnum):
    """What a person decided of two records."""

    SAME = "same"
    DIFFERENT = "different"
    #: What was decided last no longer holds: the two are a question again.
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision; `by` is the account's number."""

    kind: Kind
    one: str
    other: str
    verdict: Verdict
    reason: str
    evidence: str
    by: int
    at: datetime


def add(session: Session, decided: Decided, question: Question | None) -> None:
    """Add a decision, with what the register had said of the two."""
    one, other = sorted((decided.one, decided.other))
    session.add(
        SamenessDecisionRow(
            kind=decided.kind.value,
            one=one,
            other=other,
            decision=decided.verdict.value,
            reason=decided.reason,
            evidence=decided.evidence,
            score=question.score if question else None,
            reasons=" ".join(question.reasons) if question else "",
            decided_by=decided.by,
            decided_at=decided.at,
        )
    )
    session.flush()


def of_pair(session: Session, kind: Kind, one: str, other: str) -> tuple[Decided, ...]:
    """Everything decided about two records, oldest first."""
    one, other = sorted((one, other))
    row = SamenessDecisionRow
    query = select(row).where(row.kind == kind.value, row.one == one, row.other == other).order_by(row.id)
    return tuple(_decided(each) for each in session.scalars(query))


def standing(session: Session, kind: Kind, limit: int, offset: int = 0) -> tuple[Decided, ...]:
    """The decisions that hold, newest first."""
    row = SamenessDecisionRow
    query = select(row).where(row.id.in_(_last(kind)), row.decision != Verdict.UNDONE.value)
    return tuple(
        _decided(each) for each in session.scalars(query.order_by(row.id.desc()).limit(limit).offset(offset))
    )


def standing_with(session: Session, kind: Kind, prefix: str, limit: int) -> tuple[Decided, ...]:
    """The latest decisions that hold between a record whose key begins so and one whose key does not."""
    row = SamenessDecisionRow
    query = select(row).where(
        row.id.in_(_last(kind)),
        row.decision != Verdict.UNDONE.value,
        row.one.startswith(prefix) != row.other.startswith(prefix),
    )
    return tuple(_decided(each) for each in session.scalars(query.order_by(row.id.desc()).limit(limit)))


def _last(kind: Kind):  # type: ignore[no-untyped-def]  # noqa: ANN202
    row = SamenessDecisionRow
    return select(func.max(row.id)).where(row.kind == kind.value).group_by(row.one, row.other)


def _same_pairs(session: Session, kind: Kind) -> list[tuple[str, str]]:
    row = SamenessDecisionRow
    query = select(row.one, row.other).where(row.id.in_(_last(kind)), row.decision == Verdict.SAME.value)
    return [(one, other) for one, other in session.execute(query.order_by(row.id))]


def join_identities(session: Session) -> None:
    """Work out anew, from the decisions that hold, which identities go under another: the oldest of each group."""
    pairs = _same_pairs(session, Kind.PERSON)
    claimed = _claimed(session, {each for pair in pairs for each in pair})
    unions = Unions()
    for one, other in pairs:
        if one in claimed and other in claimed:
            unions.join(claimed[one], claimed[other])
    groups: dict[object, set[int]] = defaultdict(set)
    for identity in set(claimed.values()):
        groups[unions.root(identity)].add(identity)
    session.execute(delete(JoinedIdentityRow))
    for group in groups.values():
        root = min(group)
        session.add_all(
            JoinedIdentityRow(identity_id=each, root_id=root) for each in sorted(group) if each != root
        )
    session.flush()


def _claimed(session: Session, records: Collection[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    row = IdentityClaimRow
    for some in portions(sorted(records)):
        found.update(
            session.execute(select(row.record_id, row.identity_id).where(row.record_id.in_(some))).all()
        )
    return found


def draw_crosswalk(session: Session) -> None:
    """Work out anew, from the decisions that hold, which bidder is which declared company."""
    session.execute(delete(CrosswalkRow))
    session.flush()
    for group in _groups(_same_pairs(session, Kind.COMPANY)):
        subjects = sorted(each for each in group if not each.startswith(BIDDER))
        for bidder in sorted(group - set(subjects)):
            scheme, _, number = bidder.removeprefix(BIDDER).partition(":")
            for subject in subjects:
                folded = "" if scheme else number
                session.add(
                    CrosswalkRow(
                        scheme=scheme,
                        number=number if scheme else "",
                        folded=folded,
                        subject_record_id=subject,
                    )
                )
    session.flush()


def _groups(pairs: Iterable[tuple[str, str]]) -> list[set[str]]:
    unions, groups = Unions(), defaultdict[object, set[str]](set)
    listed = list(pairs)
    for one, other in listed:
        unions.join(one, other)
    for each in {end for pair in listed for end in pair}:
        groups[unions.root(each)].add(each)
    return list(groups.values())


def crossed(session: Session, bids: Iterable[Bid]) -> dict[str, str]:
    """The record of the declared company that each bidder was decided to be, by the publisher's own id."""
    bids = list(bids)
    row, found = CrosswalkRow, dict[str, str]()
    by_key = {bidder_key(bid.scheme, bid.id, bid.name): bid.party for bid in bids}
    numbers = sorted({(bid.scheme, bid.id) for bid in bids if bid.id not in NO_NUMBERS})
    for some in portions(numbers):
        for each in session.scalars(
            select(row).where(tuple_(row.scheme, row.number).in_(some)).order_by(row.id)
        ):
            found.setdefault(by_key[f"{BIDDER}{each.scheme}:{each.number}"], each.subject_record_id)
    bare = sorted({key.removeprefix(f"{BIDDER}:") for key in by_key if key.startswith(f"{BIDDER}:")})
    for names in portions(bare):
        query = select(row).where(row.scheme == "", row.folded.in_(names)).order_by(row.id)
        for each in session.scalars(query):
            found.setdefault(by_key[f"{BIDDER}:{each.folded}"], each.subject_record_id)
    return found


def all_crossed(session: Session) -> dict[str, str]:
    """The same for every bidder there is, by `bidder_key`, in one question."""
    row, found = CrosswalkRow, dict[str, str]()
    for each in session.scalars(select(row).order_by(row.id)):
        key = f"{BIDDER}:{each.folded}" if each.folded else f"{BIDDER}{each.scheme}:{each.number}"
        found.setdefault(key, each.subject_record_id)
    return found


def companies_of(session: Session, bidder: str) -> tuple[str, ...]:
    """The companies that a bidder was decided to be, by record id; several only where they were decided to be one."""
    scheme, _, number = bidder.removeprefix(BIDDER).partition(":")
    row = CrosswalkRow
    query = select(row.subject_record_id).order_by(row.id)
    if scheme:
        return tuple(session.scalars(query.where(row.scheme == scheme, row.number == number)))
    return tuple(session.scalars(query.where(row.scheme == "", row.folded == number)))


def same_companies(session: Session, subjects: Collection[str]) -> dict[str, Identity]:
    """For companies of these that were decided to be one with another: what joins them in an officer's picture."""
    return _joining(_same_around(session, Kind.COMPANY, subjects))


def all_same_companies(session: Session) -> dict[str, Identity]:
    """The same for every company there is, in one question."""
    return _joining(_same_pairs(session, Kind.COMPANY))


def _joining(pairs: Iterable[tuple[str, str]]) -> dict[str, Identity]:
    joined: dict[str, Identity] = {}
    for group in _groups(pairs):
        members = {each for each in group if not each.startswith(BIDDER)}
        if len(members) > 1:
            identity = Identity(key=f"company:{min(members)}", confirmed=True)
            joined |= dict.fromkeys(members, identity)
    return joined


def _same_around(session: Session, kind: Kind, records: Collection[str]) -> set[tuple[str, str]]:
    """The pairs decided to be one by which something is one with these records, however many steps away."""
    row, found = SamenessDecisionRow, set[tuple[str, str]]()
    met, frontier = set[str](), set(records)
    while frontier:
        met |= frontier
        for some in portions(sorted(frontier)):
            query = select(row.one, row.other, row.decision).where(
                row.kind == kind.value, or_(row.one.in_(some), row.other.in_(some))
            )
            # The last decision about a pair is the one that holds.
            last = {(one, other): made for one, other, made in session.execute(query.order_by(row.id))}
            found |= {pair for pair, made in last.items() if made == Verdict.SAME.value}
        frontier = {each for pair in found for each in pair} - met
    return found


def bidders_of(session: Session, subjects: Collection[str]) -> tuple[frozenset[Number], frozenset[str]]:
    """The bidders that were decided to be one of these companies: by number, and by folded name alone."""
    row, numbers, names = CrosswalkRow, set[Number](), set[str]()
    for some in portions(sorted(subjects)):
        for each in session.scalars(select(row).where(row.subject_record_id.in_(some))):
            if each.folded:
                names.add(each.folded)
            else:
                numbers.add((each.scheme, each.number))
    return frozenset(numbers), frozenset(names)


def numbers_of(session: Session, subjects: Collection[str]) -> frozenset[Number]:
    """Scheme and number of these companies, as they stated them of themselves."""
    row, found = EntityIdentifierRow, set[Number]()
    for some in portions(sorted(subjects)):
        query = select(row.scheme, row.number).where(
            row.record_id.in_(some), row.record_id == row.declaration_subject
        )
        found.update((scheme, number) for scheme, number in session.execute(query.distinct()))
    return frozenset(found)


def standing_of(session: Session, kind: Kind, record: str) -> Mapping[str, Verdict]:
    """What holds between one record and each other one."""
    row = SamenessDecisionRow
    query = (
        select(row)
        .where(row.kind == kind.value, or_(row.one == record, row.other == record))
        .order_by(row.id)
    )
    return {
        (each.other if each.one == record else each.one): Verdict(each.decision)
        for each in session.scalars(query)
    }


def _decided(row: SamenessDecisionRow) -> Decided:
    return Decided(
        kind=Kind(row.kind),
        one=row.one,
        other=row.other,
        verdict=Verdict(row.decision),
        reason=row.reason,
        evidence=row.evidence,
        by=row.decided_by,
        at=row.decided_at,
    )
