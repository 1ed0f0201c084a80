"""Importing lists of the barred, the sanctioned and those in office, and what the flags make of them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from register.actions.import_list import ImportedList, import_list
from register.actions.raise_flags import raise_flags
from register.elsewhere.lists.line import ListLine
from register.flags.flag import Finding, Strength
from register.graph.lists import ListKind
from register.jurisdictions import load
from register.store import audit, findings, lists
from register.store.lists import Looked
from tests.factories.pictures import Told
from tests.factories.tenders import NOW, keep_owners, keep_tender

KENYA = load("kenya_makueni")
MARCH = date(2026, 1, 5)
DELTA = ListLine("d1", "Delta Limited", entity=True, numbers=(("KE-RCO", "DELTA"),))
ANA = ListLine(
    "a1", "A. Mikali", entity=False, document_scheme="KEN-IDCARD", document_number="ID OF Ana Mwikali"
)
ROOF = {"roof": ("alfa", "beta")}
OWNS: tuple[Told, ...] = (("Ana Mwikali", "alfa", 60), ("Ana Mwikali", "delta", 100), ("Juma", "beta", 100))
NOBODY = Looked(frozenset(), frozenset(), frozenset())


def bring(
    session: Session, *lines: ListLine, kind: ListKind = ListKind.DEBARRED, day: date = MARCH
) -> ImportedList:
    return import_list(session, lines, kind=kind, listed_on=day, source="Notice 12", now=NOW)


def names(session: Session, **looked: frozenset[str]) -> list[str]:
    return [each.name for each in lists.entries_for(session, replace(NOBODY, **looked))]


def found(session: Session, ocid: str) -> list[Finding]:
    raise_flags(session, ocid, now=datetime(2026, 3, 9, tzinfo=UTC), jurisdiction=KENYA)
    kept = findings.of_process(session, ocid)
    return [each.finding for each in kept if each.finding.code == "owner-debarred"]


def test_the_same_list_again_and_an_empty_one_change_nothing(session: Session) -> None:
    first, again, empty = bring(session, DELTA, ANA), bring(session, ANA, DELTA, DELTA), bring(session)

    assert (first.new, again.new, empty.new) == (True, False, False)
    assert again.entries == 2
    assert audit.count(session) == 1


def test_a_newer_list_of_the_same_kind_and_source_takes_the_place_of_the_old(session: Session) -> None:
    bring(session, DELTA)
    bring(session, replace(DELTA, key="d2", name="Delta Roads Ltd"), day=date(2026, 2, 1))
    bring(session, DELTA, kind=ListKind.SANCTIONED)

    assert names(session, names=frozenset({"DELTA LTD", "Delta Roads"})) == [
        "Delta Roads Ltd",
        "Delta Limited",
    ]
    assert lists.kinds_on_file(session) == {ListKind.DEBARRED, ListKind.SANCTIONED}


def test_an_entry_is_found_by_parts_of_a_name_and_left_out_for_others(session: Session) -> None:
    bring(session, ListLine("x", "Mwende, Ana Wambua", other_names=("Annah Mwende",)))

    assert names(session, names=frozenset({"Ana Mwende"})) == ["Mwende, Ana Wambua"]
    assert names(session, names=frozenset({"Ana Musau", "Ana"})) == []


def test_the_number_of_a_document_is_not_kept_and_the_audit_trail_names_nobody(session: Session) -> None:
    bring(session, ANA)

    (event,) = audit.newest(session)
    assert event.facts == {"entries": "1", "source": "Notice 12"}
    assert "ID OF" not in repr(lists.entries_for(session, replace(NOBODY, names=frozenset({"A. Mikali"}))))


def test_an_owner_is_found_by_the_document_whatever_the_name(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *OWNS)
    bring(session, ANA)

    (finding,) = found(session, ocid)

    assert finding.facts["party"] == "Ana Mwikali"
    assert finding.strength is Strength.CERTAIN


def test_another_company_of_a_bidders_owner_is_found_and_can_be_explained(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, *OWNS)
    bring(session, DELTA)

    (finding,) = found(session, ocid)

    assert finding.facts["party"] == "Delta Ltd"
    (kept,) = (each for each in findings.of_process(session, ocid) if each.finding.code == "owner-debarred")
    assert "Delta Ltd" in {kept.found.picture.name(path[-1].held) for path in finding.paths}


def test_a_company_of_somebody_else_is_no_finding(session: Session) -> None:
    ocid = keep_tender(session, bids=ROOF)
    keep_owners(session, ("Ana Mwikali", "alfa", 60), ("Zawadi", "delta", 100), ("Juma", "beta", 100))
    bring(session, DELTA)

    assert found(session, ocid) == []
