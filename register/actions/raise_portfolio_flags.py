"""Ask every flag that looks across tenders, and keep what is found, what is gone, and what could not be judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

import structlog
from sqlalchemy.orm import Session

from register.actions.raise_flags import FAILED
from register.flags import portfolio_registry
from register.flags.flag import Finding, PortfolioFlag, Unclear
from register.graph.apart import Apart, apart
from register.graph.building import picture_of
from register.graph.gathering import Seen, portfolio_of
from register.graph.picture import Picture
from register.graph.portfolio import Portfolio
from register.graph.process import Process
from register.jurisdictions import Jurisdiction
from register.store import audit, portfolio, portfolio_findings, published_rules
from register.store.finding_json import proven
from register.store.findings import Difference
from register.store.order import take_turn
from register.store.portfolio import PortfolioMaterial
from register.store.portfolio_findings import ScreeningAcross

log = structlog.get_logger("register")


@dataclass(frozen=True, slots=True)
class OutcomeAcross:
    """What came of asking: of how many awards, how many findings there are now, what changed, which flags failed."""

    awards: int
    found: int
    unclear: int
    difference: Difference
    failed: tuple[str, ...]


def raise_portfolio_flags(session: Session, *, now: datetime, jurisdiction: Jurisdiction) -> OutcomeAcross:
    """Ask the flags across tenders again and keep the answers; asked twice, nothing is different.

    A flag that fails is kept as "could not be judged" and logged; it stops no other.
    """
    take_turn(session, "screening across tenders")
    known = portfolio.material(session)
    today = jurisdiction.day_of(now)
    law = published_rules.rules_on(session, jurisdiction, today)

    bought = portfolio_of(seen_in(known, today), today, law.owner_threshold, law.control_majority)
    findings, unclear = ask_across(portfolio_registry(), bought, law)
    failed = tuple(sorted({each.code for each in unclear if each.reason == FAILED}))
    everybody = Picture(parties=bought.parties, stakes=(), as_of=today, today=today)

    difference = portfolio_findings.save(session, (proven(each, everybody) for each in findings), now=now)
    suppliers = len({each.supplier for each in bought.awards})
    portfolio_findings.save_screening(
        session, ScreeningAcross(now, today, len(bought.awards), suppliers, unclear)
    )
    if difference:
        audit.record(
            session,
            actor="clock",
            action="flags across tenders raised",
            about="portfolio",
            at=now,
            facts={
                "found": str(len(findings)),
                "new": str(len(difference.new)),
                "changed": str(len(difference.changed)),
                "back": str(len(difference.back)),
                "gone": str(len(difference.gone)),
                "unclear": str(len(unclear)),
                "failed": " ".join(failed),
                "ruleset": law.ruleset,
            },
        )
    return OutcomeAcross(len(bought.awards), len(findings), len(unclear), difference, failed)


def seen_in(known: PortfolioMaterial, today: date) -> Iterator[Seen]:
    """See each process that was awarded on the day bids closed and on the day of its award."""
    groups = apart(known.statements, known.identities)
    for process in known.processes:
        if not process.winners:
            continue
        awarded_on = min(process.awarded_on or today, today)
        closed_on = min(process.closes or awarded_on, today)
        days = {day: _picture(known, groups, process, day, today) for day in {closed_on, awarded_on}}
        yield Seen(days[closed_on], days[awarded_on])


def _picture(known: PortfolioMaterial, groups: Apart, process: Process, day: date, today: date) -> Picture:
    crosswalk = known.crossed(process)
    return picture_of(
        process,
        groups.about(process, crosswalk),
        identities=known.identities,
        as_of=day,
        today=today,
        crosswalk=crosswalk,
    )


def ask_across(
    flags: Iterable[PortfolioFlag], bought: Portfolio, law: Jurisdiction
) -> tuple[tuple[Finding, ...], tuple[Unclear, ...]]:
    """Ask each flag of a portfolio; the weightiest findings first, each fingerprint once."""
    found: dict[str, Finding] = {}
    unclear: dict[tuple[str, str], Unclear] = {}
    for flag in flags:
        for answer in _answers(flag, bought, law):
            if isinstance(answer, Finding):
                found.setdefault(answer.fingerprint, answer)
            else:
                unclear.setdefault((answer.code, answer.reason % answer.facts), answer)
    weightiest = sorted(found.values(), key=lambda each: (each.severity, each.code, each.fingerprint))
    return tuple(weightiest), tuple(unclear.values())


def _answers(flag: PortfolioFlag, bought: Portfolio, law: Jurisdiction) -> tuple[Finding | Unclear, ...]:
    try:
        return tuple(flag.find(bought, law))
    except Exception as error:  # noqa: BLE001 (whatever fails in one flag must not stop the others)
        log.error("flag failed", flag=flag.code, kind=type(error).__name__)  # noqa: TRY400 (a trace could show particulars)
        return (Unclear(code=flag.code, bidder="", reason=FAILED),)
