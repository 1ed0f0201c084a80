"""Small awards to companies of one owner come to more than the method allows.

Rule: one buyer, by one method, made two or more awards within the jurisdiction's number of days to companies of one
    person (or of a body above which nobody is told), each of no more than the most that the method may be used for,
    and together of more. Owners of the very same companies are one finding. Where the owner only perhaps reaches the threshold in one of the companies, the finding says
    "may".
Why: a purchase cut into pieces, each below the limit, escapes open competition; cut across sister companies it does not
    show supplier by supplier.
Source: Public Procurement and Asset Disposal Act 2015 (Kenya) and its Regulations of 2020, thresholds matrix; World
    Bank, warning signs of fraud and corruption in procurement: split purchases.
Example: in five weeks the water department bought pipes by direct procurement for 80,000 shillings each from Kaiti Works
    and from Wote Supplies, both Mwikali's; 100,000 is the most.
Left out: methods without a limit, awards without a day or a value, and amounts in another currency than the place's own,
    as the limit is in that.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal

from register.flags.flag import (
    Finding,
    PortfolioFlag,
    Severity,
    Strength,
    Unclear,
    fingerprint,
    money_fact,
    pointer_to,
    proofs_across,
)
from register.graph.hands import by_hand, grouped, suppliers_of, surely
from register.graph.portfolio import Portfolio, PortfolioAward
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

SPLIT = N_(
    "%(buyer)s made %(count)s awards of %(total_money)s in all to companies of %(owners)s; the method %(method)s allows "
    "%(limit_money)s."
)
MAY_BE_SPLIT = N_(
    "%(buyer)s made %(count)s awards of %(total_money)s in all to companies that may be of %(owners)s; the method "
    "%(method)s allows %(limit_money)s."
)
ONE = N_("%(bidder)s won %(value_money)s on %(awarded_on)s.")

Awards = tuple[PortfolioAward, ...]


def find(portfolio: Portfolio, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of each buyer's awards by each method that has a limit."""
    for (buyer, method), awards in grouped(portfolio.awards, lambda each: (each.buyer, each.method)).items():
        limit = law.flag_rules.limit_of(method)
        if limit is None:
            continue
        small = tuple(each for each in awards if _small(each, limit, law))
        runs: dict[Awards, tuple[str, ...]] = {}
        for owner, won in by_hand(small).items():
            for run in _runs(won, limit, law.flag_rules.split_days):
                runs[run] = (*runs.get(run, ()), owner)
        for run, owners in runs.items():
            yield _finding(portfolio, buyer, owners, run, limit)


def _small(award: PortfolioAward, limit: Decimal, law: Jurisdiction) -> bool:
    known = award.day is not None and award.value is not None and award.currency == law.currency
    return known and award.value is not None and award.value <= limit


def _runs(won: Awards, limit: Decimal, days: int) -> Iterator[Awards]:
    """Give awards that lie within so many days and together exceed the limit; each award once."""
    waiting = sorted((each for each in won if each.day), key=lambda each: (str(each.day), each.key))
    while waiting:
        first = waiting[0].day
        until = first + timedelta(days=days) if first else first
        run = tuple(each for each in waiting if each.day and until and each.day <= until)
        if _worth(run) > limit and len({each.key for each in run}) > 1:
            yield run
            waiting = waiting[len(run) :]
        else:
            waiting = waiting[1:]


def _worth(awards: Awards) -> Decimal:
    return sum((each.part for each in awards if each.part is not None), Decimal(0))


def _finding(
    portfolio: Portfolio, buyer: str, owners: tuple[str, ...], won: Awards, limit: Decimal
) -> Finding:
    sure = any(surely(each, won) for each in owners)
    first, currency = won[0], won[0].currency
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        # The first award tells one run from the next; those that follow may become more.
        fingerprint=fingerprint(FLAG.code, buyer, (*owners, first.method, pointer_to(first))),
        sentence=SPLIT if sure else MAY_BE_SPLIT,
        facts={
            "buyer": buyer,
            "owners": ", ".join(portfolio.name(each) for each in owners),
            "count": str(len({each.key for each in won})),
            "total_money": money_fact(_worth(won), currency),
            "method": first.method,
            "limit_money": money_fact(limit, currency),
        },
        bidders=suppliers_of(won),
        about=owners,
        severity=FLAG.severity if sure else Severity.ASK,
        strength=Strength.CERTAIN if sure else Strength.POSSIBLE,
        proofs=tuple(proof for owner in owners for proof in proofs_across(portfolio, owner, won)),
        details=tuple(_told(each) for each in won),
    )


def _told(award: PortfolioAward) -> Sentence:
    facts = {
        "bidder": award.name,
        "value_money": money_fact(award.part or Decimal(0), award.currency),
        "awarded_on": str(award.day),
    }
    return Sentence(ONE, facts)


FLAG = PortfolioFlag(
    code="split-by-owner",
    version=1,
    title=N_("Purchases split among one owner's companies"),
    sentence=N_("Small awards to companies of one owner come to more than the method allows."),
    severity=Severity.STRONG,
    find=find,
)
