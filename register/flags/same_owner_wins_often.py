"""One owner stands behind far more of what a buyer awards than anybody else.

Rule: the awards in force of one buyer in one currency are added up per ultimate owner (a person, or a body above which
    nobody is told) who surely was an owner of the supplier on the day of the award. An owner with two awards or more
    whose share of the buyer's awards lies above the upper quartile fence (the upper quartile, and one and a half times
    the distance between the quartiles) of all owners' shares, and above the jurisdiction's percent, is a finding. Owners of the very same awards are one
    finding. The concentration (Herfindahl-Hirschman index) is given per owner beside per supplier: an award counts for
    the largest sure owner of its supplier, or for the supplier itself where none is known.
Why: a market that looks open supplier by supplier can be in few hands.
Source: Open Ownership, "Beneficial ownership data in procurement" (2021); Open Contracting Partnership, "Red flags in
    public procurement" (2024).
Example: Kaiti Works, Kilungu Roads and Wote Supplies each won one contract in ten; all three belong to Mwikali.
Left out: awards without a value; owners who only perhaps reach the threshold. Suppliers who won together share the
    value in equal parts, as nobody tells how. A buyer with fewer than four owners could not be judged.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from register.flags.flag import (
    Finding,
    PortfolioFlag,
    Severity,
    Unclear,
    fingerprint,
    money_fact,
    proofs_across,
)
from register.graph.hands import by_hand, grouped, suppliers_of
from register.graph.outliers import concentration, upper_fence
from register.graph.portfolio import Portfolio, PortfolioAward
from register.graph.shares import HUNDRED, NO_BREAK_SPACE, figure
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

BEHIND = N_(
    "%(owners)s: owner of suppliers that won %(share)s of what %(buyer)s awarded, %(value_money)s of %(total_money)s."
)
CONCENTRATION = N_("Concentration (HHI) is %(per_owner)s per owner and %(per_supplier)s per supplier.")
WON = N_("%(bidder)s won %(value_money)s in %(count)s awards.")
TOO_FEW = N_("%(buyer)s has awarded to too few owners to compare them.")

Awards = tuple[PortfolioAward, ...]


def find(portfolio: Portfolio, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of each buyer's awards in each currency."""
    valued = [each for each in portfolio.awards if each.part is not None and each.currency]
    for (buyer, _), awards in grouped(valued, lambda each: (each.buyer, each.currency)).items():
        hands = _hands(awards)
        total, fence = worth(awards), upper_fence([worth(each) for each in hands])
        if fence is None:
            if any(owners and _several(each) for each, owners in hands.items()):
                yield Unclear(FLAG.code, "", TOO_FEW, {"buyer": buyer})
            continue
        least = max(fence, total * law.flag_rules.often_share / HUNDRED)
        often = {
            won: owners for won, owners in hands.items() if owners and _several(won) and worth(won) > least
        }
        concentrated = _concentration(awards) if often else None
        for won, owners in often.items():
            yield _finding(portfolio, buyer, total, concentrated, won, owners)


def worth(awards: Iterable[PortfolioAward]) -> Decimal:
    """Add up what counts for the suppliers of awards in one currency."""
    return sum((each.part for each in awards if each.part is not None), Decimal(0))


def _hands(awards: Awards) -> dict[Awards, tuple[str, ...]]:
    """Give the sure owners of the very same awards together; a supplier in nobody's hands stands for itself."""
    hands: dict[Awards, tuple[str, ...]] = {}
    for key, won in by_hand(awards).items():
        sure = tuple(each for each in won if any(hand.key == key for hand in each.sure))
        if sure:
            hands[sure] = (*hands.get(sure, ()), key)
    alone = grouped((each for each in awards if not each.sure), lambda each: each.supplier)
    return {**hands, **dict.fromkeys(alone.values(), ())}


def _several(awards: Awards) -> bool:
    return len({each.key for each in awards}) > 1


def _finding(
    portfolio: Portfolio,
    buyer: str,
    total: Decimal,
    concentrated: Sentence | None,
    won: Awards,
    owners: tuple[str, ...],
) -> Finding:
    currency = won[0].currency
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, buyer, (currency, *owners)),
        sentence=BEHIND,
        facts={
            "owners": ", ".join(portfolio.name(each) for each in owners),
            "buyer": buyer,
            "share": f"{figure(worth(won) * HUNDRED / total)}{NO_BREAK_SPACE}%",
            "value_money": money_fact(worth(won), currency),
            "total_money": money_fact(total, currency),
        },
        bidders=suppliers_of(won),
        about=owners,
        severity=FLAG.severity,
        proofs=tuple(proof for owner in owners for proof in proofs_across(portfolio, owner, won)),
        details=(*([concentrated] if concentrated else []), *_told(portfolio, currency, won)),
    )


def _concentration(awards: Awards) -> Sentence:
    per_supplier = _parts(grouped(awards, lambda each: each.supplier).values())
    per_owner = _parts(
        grouped(awards, lambda each: each.sure[0].key if each.sure else each.supplier).values()
    )
    facts = {"per_owner": str(concentration(per_owner)), "per_supplier": str(concentration(per_supplier))}
    return Sentence(CONCENTRATION, facts)


def _parts(groups: Iterable[Awards]) -> Sequence[Decimal]:
    return [worth(each) for each in groups]


def _told(portfolio: Portfolio, currency: str, won: Awards) -> Iterator[Sentence]:
    for supplier, awards in grouped(won, lambda each: each.supplier).items():
        facts = {
            "bidder": portfolio.name(supplier),
            "value_money": money_fact(worth(awards), currency),
            "count": str(len({each.key for each in awards})),
        }
        yield Sentence(WON, facts)


FLAG = PortfolioFlag(
    code="same-owner-wins-often",
    version=1,
    title=N_("One owner wins far more than others"),
    sentence=N_("One owner stands behind far more of what a buyer awards than anybody else."),
    severity=Severity.ASK,
    find=find,
)
