"""Reading what is awarded: the only things the public may know of a contracting process. It saves nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from register.store import awards, published_awards, published_pages
from register.store.awards import PublicAward
from register.store.published_awards import AwardLine

__all__ = [
    "Figures",
    "PublicAward",
    "awards_of",
    "contract",
    "contracts_called",
    "figures",
    "latest_contracts",
    "lines",
    "waiting_contracts",
]


@dataclass(frozen=True, slots=True)
class Figures:
    """What the start page says. `value` is by currency, never added across currencies; an award counts once.

    `since` and `until` are the days of the first and the last award. An award waits as long as one of its suppliers
    has not declared; its value counts once they all have.
    """

    winners: int
    declared: int
    awards: int
    waiting: int
    value: tuple[tuple[str, Decimal], ...]
    since: date | None
    until: date | None


def awards_of(session: Session, identifiers: Iterable[tuple[str, str]]) -> tuple[PublicAward, ...]:
    """What companies with these numbers (scheme, number) have won, latest first."""
    return awards.awards_of(session, identifiers)


def contract(session: Session, ocid: str) -> tuple[PublicAward, ...]:
    """What was awarded in one process, one a supplier; empty when nothing is, or when it is not known."""
    return awards.awards_in(session, ocid)


def latest_contracts(session: Session, limit: int, offset: int = 0) -> tuple[PublicAward, ...]:
    """The latest awards, one a supplier, latest first."""
    return awards.latest_awards(session, limit, offset=offset)


def contracts_called(session: Session, words: str, limit: int = 20) -> tuple[PublicAward, ...]:
    """Awards whose tender code is this, or whose title has these words."""
    found = published_awards.ocids_called(session, words, limit)
    return tuple(award for ocid in found for award in awards.awards_in(session, ocid))


def waiting_contracts(session: Session, limit: int, offset: int = 0) -> tuple[tuple[PublicAward, ...], int]:
    """Awards whose supplier has not declared, one a supplier, latest first; and how many lines there are in all."""
    standing = published_awards.standing(session)
    declared = published_pages.subjects_of(session, _numbers(standing))

    late = [line for line in standing if (line.scheme, line.number) not in declared]
    shown = late[offset : offset + limit]
    told = {ocid: awards.awards_in(session, ocid) for ocid in dict.fromkeys(line.ocid for line in shown)}
    return tuple(award for line in shown for award in told[line.ocid] if _is(award, line)), len(late)


def lines(session: Session) -> int:
    """How many lines the list of awards has: one a supplier of each award."""
    return published_awards.count(session)


def figures(session: Session) -> Figures:
    """Count who won, who of them has declared, and what was awarded to those who have."""
    standing = published_awards.standing(session)
    declared = published_pages.subjects_of(session, _numbers(standing))

    return counted(standing, frozenset(declared))


def counted(standing: Iterable[AwardLine], declared: frozenset[tuple[str, str]]) -> Figures:
    """Count awards and winners; winners without an official number are told apart by award and have not declared."""
    by_award: dict[tuple[str, str], list[AwardLine]] = {}
    for line in standing:
        by_award.setdefault((line.ocid, line.award_id), []).append(line)
    winners = {_who(line) for told in by_award.values() for line in told}
    named = [told for told in by_award.values() if all(_who(line) in declared for line in told)]
    sums: dict[str, Decimal] = {}
    for first, *_others in named:
        if first.value is not None:
            currency = first.currency or ""
            sums[currency] = sums.get(currency, Decimal(0)) + first.value
    days = [line.awarded_on for told in by_award.values() for line in told if line.awarded_on]
    return Figures(
        winners=len(winners),
        declared=len(winners & declared),
        awards=len(by_award),
        waiting=len(by_award) - len(named),
        value=tuple(sorted(sums.items(), key=lambda pair: -pair[1])),
        since=min(days, default=None),
        until=max(days, default=None),
    )


def _who(line: AwardLine) -> tuple[str, str]:
    return (line.scheme, line.number) if line.number else (f"{line.ocid}\n{line.award_id}", "")


def _numbers(standing: Iterable[AwardLine]) -> set[tuple[str, str]]:
    return {(line.scheme, line.number) for line in standing if line.scheme and line.number}


def _is(award: PublicAward, line: AwardLine) -> bool:
    return (award.award_id, award.scheme, award.number) == (line.award_id, line.scheme, line.number)
