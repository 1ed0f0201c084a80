"""Companies in one hand win in turn while the others of them bid and lose.

Rule: two or more companies under common control on the day bids closed bid for one tender and one of them won it; this happened in the jurisdiction's number of tenders or more among companies that such tenders
    tie to each other, and at least two of them have won.
Why: who takes turns shares a market instead of competing for it.
Source: World Bank, warning signs of fraud and corruption in procurement: rotation of winning bidders; Open Contracting
    Partnership, "Red flags in public procurement" (2024).
Example: Kaiti Works, Wote Supplies and Kilungu Roads, all Mwikali's, bid for the same five roads; each wins in its turn.
Left out: tenders that nobody has won yet; companies that met in fewer tenders, or of which always the same one won;
    common control that nobody surely has; companies that came into one hand only later.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from register.flags.flag import Finding, PortfolioFlag, Severity, Unclear, fingerprint, proofs_together
from register.graph.joining import Unions
from register.graph.portfolio import Portfolio, PortfolioBid, Together
from register.graph.telling import Sentence
from register.jurisdictions import Jurisdiction
from register.words import N_

IN_TURN = N_("%(bidders)s, under common control, won %(count)s tenders in turn against each other.")
WON = N_("%(bidder)s won %(ocid)s, closed on %(closes_on)s; %(others)s bid and lost.")
WON_UNDATED = N_("%(bidder)s won %(ocid)s; %(others)s bid and lost.")


def find(portfolio: Portfolio, law: Jurisdiction) -> Iterable[Finding | Unclear]:
    """Ask the flag of all tenders in which companies under common control met."""
    bids: dict[str, list[PortfolioBid]] = defaultdict(list)
    for bid in portfolio.bids:
        bids[bid.ocid].append(bid)
    for met in _clusters(portfolio.together):
        turns = {each: won for each in met if (won := _won(each, bids))}
        winners = {bid.bidder for won in turns.values() for bid in won}
        if len(turns) >= law.flag_rules.rotation_tenders and len(winners) > 1:
            yield _finding(portfolio, turns)


def _clusters(together: Iterable[Together]) -> list[list[Together]]:
    """Put the meetings together that have a company in common."""
    unions, met = Unions(), list(together)
    for each in met:
        for other in each.bidders[1:]:
            unions.join(each.bidders[0], other)
    found: dict[object, list[Together]] = defaultdict(list)
    for each in met:
        found[unions.root(each.bidders[0])].append(each)
    return list(found.values())


def _won(met: Together, bids: Mapping[str, list[PortfolioBid]]) -> tuple[PortfolioBid, ...]:
    """Give the bids of a cluster that won, if others of it lost."""
    won = tuple(each for each in bids[met.ocid] if each.won and each.bidder in met.bidders)
    return won if len(won) < len(met.bidders) else ()


def _finding(portfolio: Portfolio, turns: Mapping[Together, tuple[PortfolioBid, ...]]) -> Finding:
    members = tuple(dict.fromkeys(bidder for met in turns for bidder in met.bidders))
    about = tuple(dict.fromkeys(each for met in turns for each in met.controllers))
    return Finding(
        code=FLAG.code,
        version=FLAG.version,
        fingerprint=fingerprint(FLAG.code, "", members),
        sentence=IN_TURN,
        facts={"bidders": ", ".join(map(portfolio.name, members)), "count": str(len(turns))},
        bidders=members,
        about=about,
        severity=FLAG.severity,
        proofs=tuple(proofs_together(portfolio, turns)),
        details=tuple(
            _told(portfolio, met, bid)
            for met, won in sorted(turns.items(), key=lambda turn: (str(turn[1][0].day), turn[0].ocid))
            for bid in won
        ),
    )


def _told(portfolio: Portfolio, met: Together, bid: PortfolioBid) -> Sentence:
    others = ", ".join(portfolio.name(each) for each in met.bidders if each != bid.bidder)
    facts = {"bidder": bid.name, "ocid": bid.ocid, "closes_on": str(bid.day or ""), "others": others}
    return Sentence(WON if bid.day else WON_UNDATED, facts)


FLAG = PortfolioFlag(
    code="rotation",
    version=1,
    title=N_("Companies in one hand win in turn"),
    sentence=N_("Companies under common control win in turn while the others of them bid and lose."),
    severity=Severity.STRONG,
    find=find,
)
