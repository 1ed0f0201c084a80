"""Contracting processes kept and asked for."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from register.models.contracts import BidRow, ReleaseRow
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from register.store import awards, contracts, releases
from register.store.contracts import ProcessUnknownError
from tests.factories.releases import ROOF, party, read, tender, told, written
from tests.factories.releases import releases as made

NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
WALL = "ocds-213czf-wall"
APOSTROPHES = "'\u2019\u02bc\u02b9\u02bb\u0060\u00b4"


def keep(session: Session, *values: dict[str, object], now: datetime = NOW) -> bool:
    """Keep releases of one process and what they amount to; say whether anything changed."""
    story = made(*values)
    kept = releases.add_releases(session, story, now=now)
    compiled, _ = merged(kept[story[0].ocid].releases)
    return releases.save_process(session, process_facts(compiled), compiled, now=now)


def test_what_is_kept_is_what_was_read(session: Session) -> None:
    story = made(tender("Alfa", "Beta", won=["Beta"]))

    keep(session, tender("Alfa", "Beta", won=["Beta"]))

    assert contracts.process(session, story[0].ocid) == process_facts(merged(story)[0])


def test_a_process_nobody_told_of_is_unknown(session: Session) -> None:
    with pytest.raises(ProcessUnknownError) as refusal:
        contracts.process(session, "ocds-nowhere")

    assert refusal.value.ocid == "ocds-nowhere"


def test_the_same_again_changes_nothing_and_keeps_the_very_rows(session: Session) -> None:
    keep(session, tender("Alfa", "Beta"))
    before = session.scalars(select(BidRow.id)).all()

    changed = keep(session, tender("Alfa", "Beta"), now=LATER)

    assert not changed
    assert session.scalars(select(BidRow.id)).all() == before
    assert session.scalar(select(func.count()).select_from(ReleaseRow)) == 1


def test_a_new_stamp_on_old_content_is_one_release_and_no_change(session: Session) -> None:
    keep(session, tender("Alfa", at="2026-03-01T00:00:00Z"))

    changed = keep(session, tender("Alfa", at="2026-03-02T00:00:00Z"), now=LATER)

    assert not changed
    assert session.scalars(select(ReleaseRow.released_at)).all() == ["2026-03-02T00:00:00Z"]


def test_a_process_that_goes_back_to_what_it_was_ends_there(session: Session) -> None:
    was = {"tender": {"title": "Roof"}}
    keep(session, told(at="2026-03-01", **was))
    keep(session, told(at="2026-03-02", tender={"title": "Wall"}))

    changed = keep(session, told(at="2026-03-03", **was))

    assert changed
    assert contracts.process(session, "ocds-213czf-roof").title == "Roof"


def test_what_would_change_nothing_is_known_beforehand(session: Session) -> None:
    keep(session, tender("Alfa", at="2026-03-02T00:00:00Z"))
    known = made(tender("Alfa", at="2026-03-02T00:00:00Z"), tender("Alfa", at="2026-03-01T00:00:00Z"))
    news = made(tender("Alfa", at="2026-03-03T00:00:00Z"), tender("Beta"))

    assert releases.unknown(session, (*known, *news)) == news


def test_a_bid_that_is_withdrawn_takes_the_place_of_itself(session: Session) -> None:
    keep(session, tender("Alfa", "Beta", at="2026-03-01T00:00:00Z"))
    withdrawn = told(at="2026-03-02T00:00:00Z", bids={"details": [{"id": "b0", "status": "withdrawn"}]})
    releases.add_releases(session, read(written(withdrawn))[0], now=LATER)

    compiled, _ = merged(releases.releases_of(session, [ROOF])[ROOF])
    changed = releases.save_process(session, process_facts(compiled), compiled, now=LATER)

    bids = contracts.process(session, "ocds-213czf-roof").bids
    assert changed
    assert [(bid.name, bid.status) for bid in bids] == [("Alfa", "withdrawn"), ("Beta", "valid")]


def test_processes_are_found_by_number_however_it_is_written(session: Session) -> None:
    keep(session, tender("Alfa", "Beta"))
    keep(session, tender("Beta", "Gama", won=["Gama"], ocid=WALL))

    assert contracts.processes_of(session, [("ke-rco", " al fa ")]) == ("ocds-213czf-roof",)
    assert contracts.processes_of(session, [("KE-RCO", "KE-RCO-beta")]) == ("ocds-213czf-roof", WALL)
    assert contracts.processes_of(session, [("KE-KRA", "ALFA"), ("", "ALFA"), ("KE-RCO", "")]) == ()
    assert contracts.processes_of(
        session, [("KE-RCO", f"N{n}") for n in range(1000)] + [("KE-RCO", "GAMA")]
    ) == (WALL,)


def test_only_awards_in_force_are_told_in_public(session: Session) -> None:
    def won(status: str) -> dict[str, object]:
        award = {"id": "a1", "status": status, "date": "2026-03-01", "suppliers": [{"id": "Alfa"}]}
        return told(
            f"ocds-213czf-{status}",
            parties=[party("Alfa", "PVT-1")],
            awards=[award],
            tender={"title": status},
        )

    for status in ("pending", "active", "cancelled", "unsuccessful"):
        keep(session, won(status))

    assert [each.title for each in awards.awards_of(session, [("KE-RCO", "PVT-1")])] == ["active"]
    assert [each.title for each in awards.latest_awards(session)] == ["active"]
    assert awards.awards_in(session, "ocds-213czf-pending") == ()
    assert [each.name for each in awards.awards_in(session, "ocds-213czf-active")] == ["Alfa"]


def test_the_latest_awards_come_first_and_undated_ones_last(session: Session) -> None:
    for number, day in enumerate(("2026-01-01", None, "2026-02-01")):
        award = {"id": "a1", "status": "active", "date": day, "suppliers": [{"id": "Alfa"}]}
        keep(session, told(f"o{number}", parties=[party("Alfa", "PVT-1")], awards=[award]))

    assert [each.ocid for each in awards.latest_awards(session)] == ["o2", "o0", "o1"]
    assert [each.ocid for each in awards.latest_awards(session, 1, offset=1)] == ["o0"]
    assert [each.ocid for each in awards.awards_of(session, [("KE-RCO", "PVT-1")])] == ["o2", "o0", "o1"]


def test_open_is_what_is_neither_over_nor_awarded(session: Session) -> None:
    keep(session, tender("Alfa", ocid="open"))
    keep(session, tender("Alfa", won=["Alfa"], ocid="awarded"))
    keep(session, told("cancelled", tender={"status": "cancelled"}))
    keep(session, told("bare"))

    assert contracts.ocids(session, open_only=True) == ("bare", "open")
    assert contracts.ocids(session) == ("awarded", "bare", "cancelled", "open")


def test_what_is_known_is_counted(session: Session) -> None:
    keep(session, tender("Alfa", "Beta", won=["Beta"]))
    keep(session, told(WALL, parties=[party("Gama")], tender={"tenderers": [{"id": "Gama"}]}))

    known = contracts.counts(session)

    assert (known.releases, known.processes, known.open_processes, known.awarded_processes) == (2, 2, 1, 1)
    assert (known.bids, known.awards_in_force, known.bidders, known.without_number) == (3, 1, 2, 1)


@pytest.mark.parametrize(
    "name", [f"Ng{mark}ang{mark}a" for mark in APOSTROPHES] + ["شركة", "建設公司", "Mwĩkali", "M" * 200]
)
def test_names_are_kept_letter_for_letter(session: Session, name: str) -> None:
    award = {"id": "a1", "status": "active", "suppliers": [{"id": "x"}]}

    keep(
        session,
        told(
            parties=[{**party(name, "PVT-1"), "id": "x"}], awards=[award], tender={"tenderers": [{"id": "x"}]}
        ),
    )

    kept = contracts.process(session, "ocds-213czf-roof")
    assert (kept.bids[0].name, kept.awards[0].name) == (name, name)
