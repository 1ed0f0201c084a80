"""What the procurement authority's disclosure form asks of each owner, worked out from the answers.

Rows of the form: shares, votes, the right to appoint a majority of the board, significant influence or control; each
directly and indirectly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext

from bods.codelists import DirectOrIndirect, InterestType
from bods.records import Interest, Relationship
from register.declarations.draft import SUBJECT, Draft
from register.declarations.network import network_of, person_records
from register.declarations.stakes import NO_CONTROL, Law
from register.declarations.standing import is_over
from register.web.declare.kept import jurisdiction
from register.web.declare.share_words import share_words

SHARED = frozenset({InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS, InterestType.APPOINTMENT_OF_BOARD})


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the form: what is held, directly and indirectly, in words."""

    what: str
    directly: str
    indirectly: str


def lines(draft: Draft, today: date) -> dict[str, tuple[Line, ...]]:
    """The four rows of the form by the key of each person who stands in the company's network on a day."""
    place = jurisdiction()
    law = Law(place.owner_threshold, place.control_majority)
    network = network_of(draft, SUBJECT, law, today=today)
    held: dict[str, list[Interest]] = {}
    for record in network.records.values():
        if (
            isinstance(record, Relationship)
            and record.subject == SUBJECT
            and isinstance(record.interested_party, str)
        ):
            running = (each for each in record.interests if not is_over(each.end_date, today))
            held.setdefault(record.interested_party, []).extend(running)
    records = person_records(draft, SUBJECT, law, today=today)
    return {key: _rows(held.get(record_id, ())) for key, record_id in records.items()}


def _rows(interests: Iterable[Interest]) -> tuple[Line, ...]:
    told = tuple(interests)
    control = tuple(
        each
        for each in told
        if each.type not in SHARED and each.type is not None and each.type not in NO_CONTROL
    )
    return (
        _row(gettext("Shares"), told, InterestType.SHAREHOLDING),
        _row(gettext("Votes"), told, InterestType.VOTING_RIGHTS),
        _yes_or_no(
            gettext("Right to appoint or remove a majority of the board"),
            tuple(each for each in told if each.type is InterestType.APPOINTMENT_OF_BOARD),
        ),
        _yes_or_no(gettext("Significant influence or control"), control),
    )


def _row(what: str, interests: Iterable[Interest], kind: InterestType) -> Line:
    of_kind = tuple(each for each in interests if each.type is kind)
    return Line(what, _shares(of_kind, indirect=False), _shares(of_kind, indirect=True))


def _shares(interests: Iterable[Interest], *, indirect: bool) -> str:
    shares = [
        share_words(each.share) if each.share else gettext("how much is not known")
        for each in interests
        if _is_indirect(each) is indirect
    ]
    return "; ".join(shares) or gettext("None")


def _yes_or_no(what: str, interests: Iterable[Interest]) -> Line:
    ways = {_is_indirect(each) for each in interests}
    return Line(what, *(gettext("Yes") if way in ways else gettext("No") for way in (False, True)))


def _is_indirect(interest: Interest) -> bool:
    return interest.direct_or_indirect is DirectOrIndirect.INDIRECT
