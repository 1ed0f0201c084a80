"""What FollowTheMoney is told of a relationship: one link for each interest.

Shares and rights to profit or assets are Ownership, seats on the board and its management Directorship, nominees and
nominators Representation, and all else UnknownLink with its kind as the role: votes and other control are no ownership.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from bods.codelists import OWNERSHIP, InterestType, RecordStatus
from bods.money import values
from bods.money.entity import Entity, Properties, made_id
from bods.money.parties import publication
from bods.records import Interest, Relationship, Share
from bods.statements import Statement

#: A beneficiary does not own the trust: FollowTheMoney could not say so of what is no company.
OWNING = OWNERSHIP - {InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT}
_DIRECTING = frozenset(
    {InterestType.BOARD_MEMBER, InterestType.BOARD_CHAIR, InterestType.SENIOR_MANAGING_OFFICIAL}
)
_ORGANIZATIONS = frozenset({"Organization", "PublicBody", "Company"})
_COMPONENT = "Part of a chain: another link gives the same stake as a whole. Do not add them."
_WHOLE = "The chain that it runs through is given in links of its own. Do not add them."
_CLOSED = "Closed by a statement of that day; no other end was given."
_BENEFICIAL = "Beneficial ownership or control."


@dataclass(frozen=True, slots=True)
class End:
    """One end of a link: the id and the schema of a party."""

    id: str
    schema: str


def links_of(said: Statement, holder: End, held: End) -> Iterator[Entity]:
    """Give the links that a statement about a relationship makes between two parties; one at least."""
    assert isinstance(said.record, Relationship)  # noqa: S101 (only these have two ends)
    for place, interest in enumerate(said.record.interests or (Interest(),)):
        schema, ends = _kind(interest.type, holder, held)
        yield Entity(
            id=made_id("link", said.record_id, str(place)),
            schema=schema,
            properties={**ends, **_properties(said, said.record, interest, owns=schema == "Ownership")},
            record_ids=(said.record_id,),
            statement_ids=(said.statement_id,),
        )


def _kind(kind: InterestType | None, holder: End, held: End) -> tuple[str, Properties]:
    if kind in OWNING and held.schema == "Company":
        return "Ownership", {"owner": [holder.id], "asset": [held.id]}
    if kind in _DIRECTING and held.schema in _ORGANIZATIONS:
        return "Directorship", {"director": [holder.id], "organization": [held.id]}
    # The nominee acts for the agreement, and the agreement for the nominator.
    if kind is InterestType.NOMINEE:
        return "Representation", {"agent": [holder.id], "client": [held.id]}
    if kind is InterestType.NOMINATOR:
        return "Representation", {"agent": [held.id], "client": [holder.id]}
    return "UnknownLink", {"subject": [holder.id], "object": [held.id]}


def _properties(said: Statement, record: Relationship, interest: Interest, *, owns: bool) -> Properties:
    closed = said.record_status is RecordStatus.CLOSED
    ends = values.day(interest.end_date)
    own: Properties = {
        "role": [(interest.type or InterestType.UNKNOWN_INTEREST).label],
        "status": [said.record_status],
        "startDate": [values.day(interest.start_date)],
        "endDate": [ends or (values.day(said.statement_date) if closed else None)],
        "summary": [*_summary(record, interest), _CLOSED if closed and not ends else None],
        "description": [values.note(interest.details)],
        "recordId": [values.text(said.record_id)],
        **publication(said),
    }
    if not owns:
        return own
    directness = interest.direct_or_indirect
    return {
        **own,
        "percentage": [percentage(interest.share)],
        "ownershipType": [directness.label if directness else None],
    }


def _summary(record: Relationship, interest: Interest) -> Iterator[str | None]:
    if interest.beneficial_ownership_or_control:
        yield _BENEFICIAL
    yield interest.direct_or_indirect.label if interest.direct_or_indirect else None
    yield in_words(interest.share)
    if record.is_component:
        yield _COMPONENT
    elif record.component_records:
        yield _WHOLE


def percentage(share: Share | None) -> str | None:
    """Give a share as a figure in percent, or two parted by a hyphen; an open bound is 0 or 100."""
    if share is None or share.minimum is share.maximum is None:
        return None
    if share.exact is not None:
        return f"{share.exact:f}"
    low, high = share.minimum or 0, 100 if share.maximum is None else share.maximum
    return f"{low:f}-{high:f}"


def in_words(share: Share | None) -> str | None:
    """Give a share in words, with the bounds that are not reached."""
    if share is None or share.minimum is share.maximum is None:
        return None
    if share.exact is not None:
        return f"{share.exact:f} percent"
    parts = []
    if share.minimum is not None:
        parts.append(f"{'more than' if share.minimum_excluded else 'at least'} {share.minimum:f}")
    if share.maximum is not None:
        parts.append(f"{'less than' if share.maximum_excluded else 'at most'} {share.maximum:f}")
    return " and ".join(parts) + " percent"
