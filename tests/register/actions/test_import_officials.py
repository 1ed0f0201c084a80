"""Importing a list of officials."""

from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from register.actions.import_officials import ask_again, import_officials
from register.actions.raise_flags import raise_flags
from register.flags.flag import Strength
from register.jurisdictions import load
from register.ocds.officials import OfficialLine, RelativeLine
from register.store import audit, findings, identities, officials, outbox
from tests.factories.tenders import keep_owners, keep_tender

NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
MARCH = date(2026, 3, 1)
ANA = OfficialLine("Ana Mwikali", "Chair", "Tenders", None, None, None, "KEN-IDCARD", "12345678")


def bring(session: Session, *lines: OfficialLine) -> tuple[bool, int]:
    imported = import_officials(session, lines, listed_on=MARCH, source="Gazette 12", now=NOW)
    return imported.new, imported.officials


def test_processes_are_asked_about_again_however_often_it_is_said(session: Session) -> None:
    ask_again(session, ["roof", "door"], now=NOW)
    ask_again(session, ["door"], now=NOW)

    waiting = outbox.newest(session, ("screen",))
    assert sorted(work.payload["ocid"] for work in waiting) == ["door", "roof"]


def test_the_same_list_again_changes_nothing(session: Session) -> None:
    bring(session, ANA)

    again = bring(session, ANA, ANA)

    assert again == (False, 1)
    assert audit.count(session) == 1


def test_an_empty_list_does_not_take_the_place_of_one_with_people(session: Session) -> None:
    bring(session, ANA)

    assert bring(session) == (False, 0)
    assert [each.name for each in officials.officials_in_force(session)] == ["Ana Mwikali"]


def test_an_official_is_recognised_as_an_owner_by_document(session: Session) -> None:
    hashed = identities.document_hash(session, "KEN-IDCARD", "12-345 678")
    identities.claim(session, "alfa-p-ana", "alfa", hashed, NOW)

    bring(session, ANA)

    (official,) = officials.officials_in_force(session)
    assert official.identity == identities.identities_of(session, ["alfa-p-ana"])["alfa-p-ana"].key


def test_the_audit_trail_names_nobody(session: Session) -> None:
    bring(session, ANA)

    (event,) = audit.newest(session)
    assert event.facts == {"officials": "1", "source": "Gazette 12"}


def test_family_comes_in_with_the_official_and_is_found_by_document(session: Session) -> None:
    hashed = identities.document_hash(session, "KEN-IDCARD", "87654321")
    identities.claim(session, "alfa-p-ben", "alfa", hashed, NOW)
    ben = RelativeLine("Ben Musau", "spouse", "KEN-IDCARD", "8765 4321", "1980-04")
    child = RelativeLine("Eve Musau", "child")

    imported = bring(
        session, replace(ANA, relative=ben), replace(ANA, relative=child), replace(ANA, relative=ben)
    )

    assert imported == (True, 1)
    (official,) = officials.officials_in_force(session)
    assert [(each.name, each.tie, each.birth_month) for each in official.family] == [
        ("Ben Musau", "spouse", "1980-04"),
        ("Eve Musau", "child", None),
    ]
    assert official.family[0].identity == identities.identities_of(session, ["alfa-p-ben"])["alfa-p-ben"].key


def test_a_list_with_more_family_is_a_new_list(session: Session) -> None:
    bring(session, ANA)

    assert bring(session, replace(ANA, relative=RelativeLine("Eve Musau", "child"))) == (True, 1)
    assert bring(session, replace(ANA, relative=RelativeLine("Eve Musau", "child"))) == (False, 1)


def test_what_is_kept_of_family_can_be_read_by_nobody_without_the_key(session: Session) -> None:
    bring(
        session,
        replace(ANA, relative=RelativeLine("Ben Musau", "spouse", "KEN-IDCARD", "87654321", "1980-04")),
    )

    (row,) = session.execute(text("SELECT * FROM official_relative")).all()
    assert not any(secret in repr(row) for secret in ("Musau", "87654321", "1980"))


def test_an_owner_whom_an_official_names_as_family_is_asked_about(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ("alfa", "beta")})
    keep_owners(session, ("Ben Musau", "alfa", 60), ("Juma", "beta", 100))
    bring(
        session, replace(ANA, relative=RelativeLine("Ben Musau", "spouse", "KEN-IDCARD", "ID OF Ben Musau"))
    )

    raise_flags(session, ocid, now=NOW, jurisdiction=load("kenya_makueni"))

    (finding,) = (
        each.finding
        for each in findings.of_process(session, ocid)
        if each.finding.code == "owner-is-family-of-official"
    )
    assert finding.facts["official"] == "Ana Mwikali"
    assert finding.strength is Strength.CERTAIN
