"""Importing releases of one contracting process."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from register.actions.import_contracts import Outcome, import_releases, read_again
from register.store import audit, contracts, outbox
from tests.factories.releases import ROOF, party, releases, tender, told

NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)


def waiting(session: Session) -> list[str]:
    return [work.payload["ocid"] for work in outbox.newest(session, ("screen",))]


def test_a_new_process_is_kept_screened_and_written_in_the_trail(session: Session) -> None:
    (imported,) = import_releases(session, releases(tender("Alfa", "Beta")), now=NOW)

    (event,) = audit.newest(session)
    assert (imported.outcome, imported.releases, imported.faults) == (Outcome.NEW, 1, ())
    assert [bid.name for bid in contracts.process(session, ROOF).bids] == ["Alfa", "Beta"]
    assert waiting(session) == [ROOF]
    assert (event.actor, event.action, event.about) == ("clock", "contracts imported", ROOF)
    assert event.facts == {"outcome": "new", "releases": "1", "source": "story.jsonl line 1"}


def test_the_same_again_leaves_no_work_and_no_entry(session: Session) -> None:
    import_releases(session, releases(tender("Alfa")), now=NOW)
    work = outbox.lease_next(session, now=NOW)
    assert work is not None
    outbox.done(session, work, now=NOW)

    (imported,) = import_releases(session, releases(tender("Alfa")), now=NOW)

    assert (imported.outcome, imported.releases) == (Outcome.UNCHANGED, 0)
    assert outbox.lease_next(session, now=NOW) is None
    assert audit.count(session) == 1


def test_an_award_changes_the_process(session: Session) -> None:
    import_releases(session, releases(tender("Alfa", at="2026-03-01")), now=NOW)

    (imported,) = import_releases(session, releases(tender("Alfa", won=["Alfa"], at="2026-03-09")), now=NOW)

    assert imported.outcome is Outcome.CHANGED
    assert contracts.process(session, ROOF).awards[0].name == "Alfa"


def test_the_jurisdictions_days_and_numbers_are_used(session: Session) -> None:
    alfa = {
        **party("Alfa", "7", scheme="X-PORTAL"),
        "additionalIdentifiers": [{"scheme": "KE-RCO", "id": "PVT-1"}],
    }
    period = {"tenderPeriod": {"endDate": "2026-03-01T21:30:00Z"}, "tenderers": [{"id": "Alfa"}]}

    import_releases(
        session,
        releases(told(parties=[alfa], tender=period)),
        now=NOW,
        zone=ZoneInfo("Africa/Nairobi"),
        schemes=("KE-RCO",),
    )

    kept = contracts.process(session, ROOF)
    assert str(kept.closes) == "2026-03-02"
    assert [bid.number for bid in kept.bids] == ["PVT-1"]


def test_what_is_kept_can_be_read_anew_with_other_eyes(session: Session) -> None:
    alfa = {
        **party("Alfa", "7", scheme="X-PORTAL"),
        "additionalIdentifiers": [{"scheme": "KE-RCO", "id": "PVT-1"}],
    }
    import_releases(session, releases(told(parties=[alfa], tender={"tenderers": [{"id": "Alfa"}]})), now=NOW)

    (same,) = read_again(session, [ROOF], now=NOW)
    (other,) = read_again(session, [ROOF], now=NOW, schemes=("KE-RCO",))

    assert (same.outcome, other.outcome) == (Outcome.UNCHANGED, Outcome.CHANGED)
    assert [bid.number for bid in contracts.process(session, ROOF).bids] == ["PVT-1"]


def test_a_release_that_contradicts_the_others_is_kept_and_told(session: Session) -> None:
    sound = told(at="2026-03-01", local={"notes": [{"id": "1"}]}, tender={"title": "Roof"})
    other = told(at="2026-03-02", local=[{"id": "1"}], tender={"title": "Wall"})

    (imported,) = import_releases(session, releases(sound, other), now=NOW)

    assert contracts.process(session, ROOF).title == "Roof"
    assert [fault.file for fault in imported.faults] == ["story.jsonl line 2"]
    assert contracts.counts(session).releases == 2
