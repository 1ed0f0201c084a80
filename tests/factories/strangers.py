"""Bidders whom nobody has joined to a company: as releases name them, with what they say of how to be reached."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from register.ocds.facts import AwardFacts, AwardStatus, BidFacts, ProcessFacts, ReachFacts, TenderStatus
from register.ocds.merging import Compiled
from register.store import releases
from register.store.published_names import fold
from tests.factories.tenders import NOW


@dataclass(frozen=True)
class Stranger:
    """A bidder; without a number unless told."""

    name: str
    number: str = ""
    scheme: str = "X-PORTAL"
    phone: str = ""
    email: str = ""
    address: str = ""
    status: str = "valid"

    @property
    def key(self) -> str:
        return f"bidder:{self.scheme}:{self.number}" if self.number else f"bidder::{fold(self.name)}"


def keep_strangers(session: Session, title: str, *bidders: Stranger, won: tuple[Stranger, ...] = ()) -> str:
    """Keep a tender in which these bid, and these win whether they bid or not; gives its ocid."""
    ocid = f"ocds-story-{title}"
    facts = ProcessFacts(
        ocid=ocid,
        title=title.replace("-", " ").capitalize(),
        tender_id=f"MKN/{title.upper()}/2026",
        buyer="County works department",
        method="open",
        status=TenderStatus.COMPLETE if won else TenderStatus.ACTIVE,
        opens=date(2026, 2, 1),
        closes=date(2026, 3, 1),
        awarded_on=date(2026, 3, 8) if won else None,
        bids=tuple(
            BidFacts(place, f"p{place}", each.name, _scheme(each), each.number, None, None, each.status, None)
            for place, each in enumerate(bidders)
        ),
        awards=tuple(
            AwardFacts(
                "a1",
                title,
                each.name,
                _scheme(each),
                each.number,
                None,
                None,
                AwardStatus.ACTIVE,
                date(2026, 3, 8),
            )
            for each in won
        ),
        reaches=tuple(
            ReachFacts(f"p{place}", each.phone, each.email, each.address)
            for place, each in enumerate(bidders)
            if each.phone or each.email or each.address
        ),
    )
    releases.save_process(session, facts, Compiled("{}"), now=NOW)
    return ocid


def _scheme(stranger: Stranger) -> str:
    return stranger.scheme if stranger.number else ""
