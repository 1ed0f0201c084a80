"""Statements that wait for an award become public when the award is known, and once."""

from dataclasses import replace

from sqlalchemy.orm import Session

from register.actions.publish_awarded import publish_awarded
from register.jurisdictions import PublicationRule
from register.store import published
from tests.factories.declarations import draft, held
from tests.factories.declaring import KENYA, NOW, supplier
from tests.factories.tenders import keep_tender

LAW = replace(KENYA, publication_rule=PublicationRule.ON_AWARD)
TOLD = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))


def test_the_winner_becomes_public_and_the_loser_does_not(session: Session) -> None:
    alfa = supplier(session, law=LAW)
    alfa.declare(TOLD)
    open_tender = keep_tender(session, bids={"school-roof": ("pvt-alfa",)})

    before = publish_awarded(session, open_tender, jurisdiction=LAW, now=alfa.now)
    ocid = keep_tender(session, bids={"market-shed": ("pvt-alfa", "beta")}, won=("pvt-alfa",))
    given = publish_awarded(session, ocid, jurisdiction=LAW, now=alfa.now)

    assert (before, given) == (0, 6)
    assert published.counts(session).statements == 6
    assert publish_awarded(session, ocid, jurisdiction=LAW, now=alfa.now) == 0


def test_an_unknown_process_publishes_nothing(session: Session) -> None:
    assert publish_awarded(session, "ocds-unheard-of", jurisdiction=LAW, now=NOW) == 0
