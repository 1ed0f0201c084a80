"""One person stands behind many suppliers in trades that have nothing to do with each other.

Rule: a person (or a body above which nobody is told) surely was an owner of more suppliers than the jurisdiction's number
    on the days they won, and these fall into more unrelated lines of trade than its number: two suppliers are in one
    line when they ever won goods, works or services of the same first-level class.
Why: who sells roads, medicine and meals under as many names may have companies that do none of it themselves.
Source: Cardinal's R048 (a supplier of many classes of items), asked of owners; Open Ownership, "Beneficial ownership data
    in procurement" (2021).
Example: six suppliers won contracts for gravel, drugs, school meals, printing, cars and fences; all six are Peter's.
Left out: lines of suppliers of whose awards no class is known; suppliers that only perhaps are the person's. A
    person with as many suppliers of whom too few classes are known could not be judged.
"""

from collections.abc import Iterable, Mapping

from register.flags.flag import Finding, PortfolioFlag, Severity, Unclear, fingerprint, proofs_across
from register.graph.hands import by_hand, grouped
from register.graph.joining import Unions
from register.graph.portfolio import Portfolio, PortfolioAward
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

MANY = N_("%(owner)s stands behind %(count)s suppliers in %(lines)s unrelated lines of trade: %(bidders)s.")
CLASSES = N_("%(bidder)s won awards of classes %(classes)s.")
NO_CLASSES = N_(
    "%(owner)s stands behind %(count)s suppliers, and it is not told what most of them were paid for."
)

Awards = tuple[PortfolioAward, ...]


def find(portfolio: Portfolio, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of every ultimate owner in the portfolio."""
    rules = law.flag_rules
    for owner, won in by_hand(portfolio.awards).items():
        sure = tuple(each for each in won if any(hand.key == owner for hand in each.sure))
        suppliers = grouped(sure, lambda each: each.supplier)
        if len(suppliers) <= rules.suppliers_of_one:
            continue
        classes = {key: _classes(awards) for key, awards in suppliers.items()}
        known = {key: each for key, each in classes.items() if each}
        lines = _lines(known)
        if lines > rules.unrelated_lines:
            yield _finding(portfolio, owner, sure, classes, lines)
        elif len(known) <= len(suppliers) // 2:
            facts = {"owner": portfolio.name(owner), "count": str(len(suppliers))}
            yield Unclear(FLAG.code, "", NO_CLASSES, facts)


def _classes(awards: Awards) -> frozenset[str]:
    return frozenset(each for award in awards for each in award.classes)


def _lines(classes: Mapping[str, frozenset[str]]) -> int:
    """Count the groups into which suppliers fall that share no class with one of another group."""
    unions = Unions()
    for each in classes.values():
        first, *others = sorted(each)
        for other in others:
            unions.join(first, other)
    return len({unions.root(min(each)) for each in classes.values()})


def _finding(
    portfolio: Portfolio, owner: str, won: Awards, classes: Mapping[str, frozenset[str]], lines: int
) -> Finding:
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, "", (owner,)),
        sentence=MANY,
        facts={
            "owner": portfolio.name(owner),
            "count": str(len(classes)),
            "lines": str(lines),
            "bidders": ", ".join(map(portfolio.name, classes)),
        },
        bidders=tuple(classes),
        about=(owner,),
        severity=FLAG.severity,
        proofs=tuple(proofs_across(portfolio, owner, won)),
        details=tuple(
            Sentence(CLASSES, {"bidder": portfolio.name(key), "classes": ", ".join(sorted(each))})
            for key, each in classes.items()
            if each
        ),
    )


FLAG = PortfolioFlag(
    code="many-shells",
    version=1,
    title=N_("One person behind many unrelated suppliers"),
    sentence=N_("One person stands behind many suppliers in unrelated lines of trade."),
    severity=Severity.ASK,
    find=find,
)
