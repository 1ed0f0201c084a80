"""What officers find in the invented county: each planted story gives its flags, and the innocent tenders give none."""

from collections import defaultdict
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from register.example.names import WORKS
from register.example.stories import INNOCENT, STORIES
from register.example.tenders import FIRST, PREFIX, TENDERS
from register.flags import portfolio_registry, registry
from register.flags.flag import Kind
from register.models.findings import FindingRow
from register.models.portfolio_findings import PortfolioFindingRow
from tests.example_county import county_file

RING = {"one-real-bidder", "shared-owner", "shared-parent"}
ONE_HAND = {"one-real-bidder", "shared-owner"}
#: By the number of the story: what officers are asked in it.
ASKED: tuple[set[str], ...] = (
    set(),
    ONE_HAND,
    ONE_HAND,
    RING,
    RING | {"owner-is-official"},
    {"owner-is-official", "just-under-threshold"},
    {"owner-is-official", "just-under-threshold"},
    {"shared-owner"},
    {"no-declaration"},
    RING,
    RING | {"owner-debarred", "successor-of-debarred", "new-company"},
    {"owner-is-politically-exposed", "owner-is-family-of-official", "shared-contact"},
    ONE_HAND | {"cover-bid"},
    ONE_HAND | {"staged-competition"},
    ONE_HAND | {"losing-bidder-subcontracted"},
    ONE_HAND | {"partner-bids-alone"},
    {"reserved-group-not-owner"},
    {"citizen-claim-not-met", "long-chain", "nominee", "secrecy-jurisdiction"},
    {"stale-declaration", "implausible-person", "disagrees-with-registry", "like-named-owners"},
    {"circular-ownership", "shared-officer", "declarations-disagree"},
    {"company-not-registered", "owner-is-official"},
)
#: The two tenders after the innocent ones: odd shapes of declarations, and suppliers whose owners changed.
ODD = {"owner-not-named", "says-no-owner", "shares-do-not-add-up", "long-chain"}
CHANGED = {"owner-changed-around-award"}
ACROSS = {"rotation", "split-by-owner", "habitual-loser", "same-owner-wins-often"}
#: It takes more suppliers in one hand than the county has.
NOT_PLANTED = {"owner-of-many", "many-shells"}


@pytest.fixture(scope="module")
def raised(tmp_path_factory: pytest.TempPathFactory, key_file: Path) -> dict[str, set[str]]:
    """The codes of the flags raised in each tender of the county, and across all of them under no tender."""
    source = county_file(tmp_path_factory.mktemp("county"), key_file)
    engine = create_engine(f"sqlite:///{source}")
    found: dict[str, set[str]] = defaultdict(set)
    with Session(engine) as session:
        for ocid, code in session.execute(select(FindingRow.ocid, FindingRow.code)):
            found[ocid].add(code)
        found[""] = set(session.scalars(select(PortfolioFindingRow.code)))
    engine.dispose()
    return found


def _ocid(number: int) -> str:
    return f"{PREFIX}-umiliki-{FIRST + number}"


def test_each_planted_story_raises_its_own_flags(raised: dict[str, set[str]]) -> None:
    told = (*ASKED, *(set() for _ in INNOCENT), ODD, CHANGED)

    assert len(ASKED) == len(STORIES)
    assert {number: raised.get(_ocid(number), set()) for number in range(len(told))} == dict(enumerate(told))


def test_nothing_is_a_risk_in_the_innocent_tenders(raised: dict[str, set[str]]) -> None:
    risks = {flag.code for flag in registry() if flag.kind is Kind.RISK}
    after = len(STORIES) + len(INNOCENT) + 2

    innocent = (*range(len(STORIES), len(STORIES) + len(INNOCENT)), *range(after, TENDERS))

    assert len(innocent) >= len(WORKS)
    assert all(not raised.get(_ocid(number), set()) & risks for number in innocent)


def test_the_county_shows_nearly_every_flag_that_there_is(raised: dict[str, set[str]]) -> None:
    every = {flag.code for flag in (*registry(), *portfolio_registry())}

    assert set().union(*raised.values()) == every - NOT_PLANTED
    assert raised[""] == ACROSS
