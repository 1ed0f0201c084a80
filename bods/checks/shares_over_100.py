"""The shares of one kind in one subject add up to 100 percent at most.

Why: nobody can own more of a company than there is; a figure is mistaken, or an owner who left is still in the file.
Source: BODS 0.4, `Interest.share`; the official checker does not ask. Asked on each day that statements speak of, with the
least that each share can be, in each declaration subject's network by itself. Stakes that may be one and the same are not
added: components and the primary relationships that they explain; indirect interests that run through a common component
(as the parties to a trust each hold all of it); what entities hold, and what is held indirectly, maybe through them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from bods.checks.check import NetworkCheck, Problem, Severity
from bods.facts import Link, Network
from bods.facts.holdings import Holding, HoldingKind, holdings
from bods.facts.percent import NONE, WHOLE, in_figures

#: Sums of binary fractions may be off by so much; no share is written as finely.
_WHOLE_AND_ROUNDING = 100 + 1e-9
#: So many stakes are added up in one kind at most, however many days and owners a file invents.
_PATIENCE = 1_000_000
_NAMED = 5


def find(network: Network) -> Sequence[tuple[Link, Problem]]:
    shares: list[tuple[float, int, Mapping[str, Any], Link]] = []
    total = 0.0
    for link in network.links:
        place = 0
        for interest in link.details.get("interests", ()):
            if share := interest.get("share"):
                least = share.get("exact") or share.get("minimum") or share.get("exclusiveMinimum") or 0
                if least > 0:
                    total += least
                    shares.append((least, place, interest, link))
            place += 1  # noqa: SIM113  # most relationships have one interest; counting costs less than enumerating
    if total <= _WHOLE_AND_ROUNDING:
        return ()
    return _told(network.links, kinds) if (kinds := _crowded(shares)) else ()


def _crowded(shares: Sequence[tuple[float, int, Mapping[str, Any], Link]]) -> Collection[HoldingKind]:
    """Give the kinds that would be over 100 percent if each interest were held at its highest at all times."""
    highest: dict[tuple[Any, ...], float] = {}
    totals: dict[tuple[Any, ...], float] = {}
    for least, place, interest, link in shares:
        kind = (link.subject, interest.get("type"), link.details.get("isComponent") is True)
        key = (link.record_id, place, kind)
        before = highest.get(key, 0)
        if least > before:
            highest[key] = least
            totals[kind] = totals.get(kind, 0) + least - before
    return {
        (subject, of_type, is_component)
        for (subject, of_type, is_component), total in totals.items()
        if total > _WHOLE_AND_ROUNDING and subject is not None and of_type is not None
    }


def _told(links: Sequence[Link], kinds: Collection[HoldingKind]) -> Sequence[tuple[Link, Problem]]:
    return [
        (held[-1].link, Problem("/recordDetails/interests", _sentence(kind, day, held)))
        for kind, held_ever in holdings(links, kinds).items()
        for day, held in _crowds(held_ever)
    ]


def _crowds(holdings: Sequence[Holding]) -> Iterator[tuple[str, Sequence[Holding]]]:
    """Give the days on which more than the whole begins to be held, with what is held then."""
    coming, going = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for number, holding in enumerate(holdings):
        coming[holding.since].append(number)
        going[holding.until].append(number)
    held: dict[int, Holding] = {}
    total, patience, was_over = NONE, _PATIENCE, False
    for day in sorted({*coming, *going}):
        for number in going.get(day, ()):
            total -= held.pop(number).least
        for number in coming.get(day, ()):
            held[number] = holdings[number]
            total += held[number].least
        is_over = total > WHOLE and patience > 0 and _surely(held.values()) > WHOLE
        patience -= len(held) if total > WHOLE else 0
        if is_over and not was_over:
            yield day, [held[number] for number in sorted(held)]
        was_over = is_over


def _surely(held: Collection[Holding]) -> Decimal:
    """Add up what cannot be one and the same holding.

    Beside what persons hold directly only the largest of three sums counts: what else is held directly, what persons
    and what entities hold in other ways. Of those that run through a common component the largest counts.
    """
    direct, other = [NONE, NONE], [NONE, NONE]
    counted: tuple[set[str], set[str]] = (set(), set())
    for holding in sorted(held, key=lambda each: each.least, reverse=True):
        who = int(holding.is_of_a_person)
        if holding.is_direct:
            direct[who] += holding.least
            continue
        if counted[who].isdisjoint(holding.components):
            other[who] += holding.least
        counted[who].update(holding.components)
    return direct[1] + max(direct[0], *other)


def _sentence(kind: HoldingKind, day: str, held: Sequence[Holding]) -> str:
    subject, of_type, _ = kind
    sentence = f"On {day} the interests {of_type} in {subject} add up to at least {in_figures(_surely(held))} percent"
    last = held[-1].link.statement_id
    others = list(
        dict.fromkeys(str(each.link.statement_id) for each in held if each.link.statement_id != last)
    )
    if not others:
        return f"{sentence}."
    more = f", and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    return f"{sentence}, together with statements {', '.join(others[:_NAMED])}{more}."


CHECK = NetworkCheck(
    severity=Severity.LOOK,
    remedy="Correct the shares, or close the relationship of an owner who has left.",
    find=find,
)
