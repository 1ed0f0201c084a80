"""Which parties and lines of a picture a drawing shows: all, or the weightiest when there are too many."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from register.graph.condensation import economic_interests
from register.graph.holdings import holdings_of
from register.graph.layering import Tie
from register.graph.paths import paths_between
from register.graph.picture import Control, Picture, Stake
from register.graph.wording import DrawingWords

#: Boxes that can be taken in at a glance; above, the lightest are folded.
LEGIBLE = 40


def leading_to(stakes: Iterable[Stake], companies: Iterable[str]) -> list[Stake]:
    """Give the stakes by which, over whatever steps, somebody has to do with the companies drawn."""
    stakes = list(stakes)
    holders: dict[str, set[str]] = defaultdict(set)
    for stake in stakes:
        holders[stake.held].add(stake.holder)
    reached: set[str] = set()
    waiting = set(companies)
    while waiting:
        party = waiting.pop()
        reached.add(party)
        waiting |= holders[party] - reached
    return [stake for stake in stakes if stake.held in reached]


def chosen(
    picture: Picture, companies: Sequence[str], emphasised: frozenset[str], stakes: Sequence[Stake]
) -> set[str]:
    """Give the parties to draw: those on an emphasised path first, then the largest, each with its way down."""
    everybody = {*companies, *(key for stake in stakes for key in (stake.holder, stake.held))}
    if len(everybody) <= LEGIBLE:
        return everybody
    kept = set(companies)
    for stake in stakes:
        if stake.id in emphasised:
            kept |= {stake.holder, stake.held}
    weights = weights_of(picture, companies)
    for key in sorted(everybody, key=lambda each: (-weights.get(each, 0), each)):
        way = next((path for each in companies for path in paths_between(picture, key, each, 1)), ())
        added = {party for stake in way for party in (stake.holder, stake.held)}
        if len(kept | added) < LEGIBLE:
            kept |= added
    return kept


def weights_of(picture: Picture, companies: Iterable[str]) -> dict[str, float]:
    """Give what each party has, at most, of the companies drawn, added up in percent: only to order by."""
    holdings = holdings_of(picture)
    weights: dict[str, float] = defaultdict(float)
    for company in companies:
        for key, share in economic_interests(holdings, company).items():
            weights[key] += float(share.high)
    return weights


def ties_of(
    stakes: Iterable[Stake], kept: set[str], emphasised: frozenset[str], words: DrawingWords, *, wide: bool
) -> list[Tie]:
    """Give one line for each pair of parties, whatever the number of stakes between them."""
    pairs: dict[tuple[str, str], list[Stake]] = defaultdict(list)
    for stake in stakes:
        if stake.holder in kept and stake.held in kept:
            pairs[stake.holder, stake.held].append(stake)
    return [
        Tie(
            holder,
            held,
            kind="owns" if any(each.shares for each in between) else "controls",
            indirect=all(each.indirect for each in between),
            emphasised=any(each.id in emphasised for each in between),
            label=line_words(between, words, wide=wide),
        )
        for (holder, held), between in pairs.items()
    ]


def line_words(stakes: list[Stake], words: DrawingWords, *, wide: bool) -> str:
    """Give the share, else the votes, else the strongest say; nothing where nobody is named."""
    shares = [words.share(each.shares) for each in stakes if each.shares]
    votes = [words.votes(each.votes) for each in stakes if each.votes]
    controls = sorted({each for stake in stakes for each in stake.controls}, key=list(Control).index)
    said = [*shares, *votes, *(words.on_line(each, short=not wide) for each in controls)]
    return said[0] if said else ""
