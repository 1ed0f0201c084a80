"""The officials' lists."""

from datetime import UTC, date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.officials import OfficialRow
from register.store import identities, officials
from register.store.officials import NewOfficial

NOW = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
JANUARY, MARCH = date(2026, 1, 1), date(2026, 3, 1)


def ana(session: Session, role: str = "chair") -> NewOfficial:
    hashed = identities.document_hash(session, "KEN-IDCARD", "12 345-678")
    return NewOfficial("Ana Mwikali", role, "Evaluation committee", document_hash=hashed)


def test_without_a_list_there_is_nobody(session: Session) -> None:
    assert officials.list_in_force(session) is None
    assert officials.officials_in_force(session) == ()


def test_the_newest_list_is_in_force_whenever_it_was_brought(session: Session) -> None:
    officials.add_list(session, MARCH, "Gazette 12", [ana(session)], now=NOW)

    officials.add_list(session, JANUARY, "Gazette 3", [NewOfficial("Juma", "member", "Tenders")], now=NOW)

    in_force = officials.list_in_force(session)
    assert in_force is not None
    assert (in_force.listed_on, in_force.source) == (MARCH, "Gazette 12")
    assert [(each.name, each.list_date) for each in officials.officials_in_force(session)] == [
        ("Ana Mwikali", MARCH)
    ]


def test_a_list_brought_again_for_the_same_day_takes_the_place_of_the_first(session: Session) -> None:
    officials.add_list(session, MARCH, "Gazette 12", [NewOfficial("Juma", "member", "Tenders")], now=NOW)

    officials.add_list(session, MARCH, "Gazette 12", [NewOfficial("Mumo", "member", "Tenders")], now=NOW)

    assert [each.name for each in officials.officials_in_force(session)] == ["Mumo"]


def test_an_official_is_the_person_whose_document_the_register_knows(session: Session) -> None:
    officials.add_list(
        session, MARCH, "Gazette 12", [ana(session), NewOfficial("Juma", "member", "Tenders")], now=NOW
    )
    unknown = [each.identity for each in officials.officials_in_force(session)]

    hashed = identities.document_hash(session, "ken-idcard", "12345678")
    identities.claim(session, "alfa-p-ana", "alfa", hashed, NOW)

    known = {each.name: each.identity for each in officials.officials_in_force(session)}
    assert unknown == [None, None]
    assert known == {
        "Ana Mwikali": identities.identities_of(session, ["alfa-p-ana"])["alfa-p-ana"].key,
        "Juma": None,
    }


def test_the_number_itself_is_nowhere_in_the_table(session: Session) -> None:
    officials.add_list(session, MARCH, "Gazette 12", [ana(session)], now=NOW)

    (row,) = session.scalars(select(OfficialRow))

    assert "12345678" not in str(vars(row))
    assert row.document_hash


def test_an_official_keeps_its_id_from_list_to_list_and_another_seat_is_another_id(session: Session) -> None:
    officials.add_list(session, JANUARY, "Gazette 3", [ana(session)], now=NOW)
    (first,) = officials.officials_in_force(session)

    officials.add_list(session, MARCH, "Gazette 12", [ana(session), ana(session, "member")], now=NOW)

    seats = {each.role: each.id for each in officials.officials_in_force(session)}
    assert seats["chair"] == first.id != seats["member"]


def test_the_same_list_in_another_order_is_known(session: Session) -> None:
    juma = NewOfficial("Juma", "member", "Tenders", since=JANUARY)
    officials.add_list(session, MARCH, "Gazette 12", [ana(session), juma], now=NOW)

    assert officials.is_listed(session, MARCH, "Gazette 12", [juma, ana(session)])
    assert not officials.is_listed(session, MARCH, "Gazette 13", [juma, ana(session)])
    assert not officials.is_listed(session, JANUARY, "Gazette 12", [juma, ana(session)])
    assert not officials.is_listed(session, MARCH, "Gazette 12", [juma])
