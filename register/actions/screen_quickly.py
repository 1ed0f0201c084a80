"""Screen a list of bidders before anything is on file: nothing is kept but that somebody asked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.raise_flags import Judged, judge
from register.elsewhere.listed_bidders import ListedBidder
from register.flags.company_not_registered import FLAG
from register.graph.process import Bid, Process
from register.jurisdictions import Jurisdiction
from register.store import audit, material, statements, unmatched
from register.store.published_names import fold
from register.store.unmatched import FoundCompany

NOT_REGISTERED = FLAG.code
#: Words that one writes in full and another shortens.
FORMS = frozenset({"ltd", "limited", "co", "company", "plc", "k", "kenya", "and", "&"})


@dataclass(frozen=True, slots=True)
class Placed:
    """One bidder of a list and the number it is known by; `perhaps` are companies of its name, joined to nothing."""

    listed: ListedBidder
    bid: Bid
    known: bool
    perhaps: tuple[FoundCompany, ...]


@dataclass(frozen=True, slots=True)
class QuickScreen:
    """What came of a list: where each line was found, and what the flags say of them together."""

    placed: tuple[Placed, ...]
    judged: Judged


def screen_quickly(
    session: Session,
    bidders: Sequence[ListedBidder],
    *,
    principal: Principal,
    now: datetime,
    jurisdiction: Jurisdiction,
) -> QuickScreen:
    """Ask the flags of a list of bidders as if they bid together today. A name alone joins nobody."""
    placed = tuple(_placed(session, each, jurisdiction) for each in bidders)
    today = now.astimezone(ZoneInfo(jurisdiction.timezone)).date()
    process = Process(ocid="", title="", closes=today, bids=tuple(each.bid for each in placed))
    known = material.about(session, process)

    judged = _of_numbered(judge(session, known, now=now, jurisdiction=jurisdiction))

    audit.record(
        session,
        actor=principal.actor,
        action="list of bidders screened",
        about="a list that is not kept",
        at=now,
        facts={
            "bidders": str(len(placed)),
            "known": str(sum(each.known for each in placed)),
            "found": str(len(judged.answers.findings)),
        },
    )
    return QuickScreen(placed, judged)


def _of_numbered(judged: Judged) -> Judged:
    """Leave out that a bidder has no number on file, where nobody typed one."""
    process = judged.picture.process
    bare = {each.party for each in process.bids if not each.id} if process else set()
    sound = tuple(
        each
        for each in judged.answers.findings
        if each.finding.code != NOT_REGISTERED or not bare.issuperset(each.finding.bidders)
    )
    return replace(judged, answers=replace(judged.answers, findings=sound))


def _placed(session: Session, listed: ListedBidder, jurisdiction: Jurisdiction) -> Placed:
    schemes = [each.code for each in jurisdiction.identifier_schemes]
    declared = [each for each in schemes if _declared(session, each, listed.number)]
    fitting = [each.code for each in jurisdiction.identifier_schemes if each.fits(listed.number)]
    scheme = next(iter((*declared, *fitting, *schemes)), "") if listed.number else ""
    bid = Bid(party=f"line:{listed.line}", name=listed.name or listed.number, scheme=scheme, id=listed.number)
    perhaps = () if declared or not listed.name else tuple(_called(session, listed.name))
    return Placed(listed, bid, bool(declared), perhaps)


def _declared(session: Session, scheme: str, number: str) -> bool:
    return bool(number) and bool(statements.self_declared(session, [(scheme, number)]))


def _called(session: Session, name: str) -> Iterable[FoundCompany]:
    """Companies of the same name, told to the officer and joined to nothing."""
    sought = fold(name)
    bare = " ".join(word for word in name.split() if word.strip(".,()").lower() not in FORMS)
    return (each for each in unmatched.companies_called(session, bare) if fold(each.name) == sought)
