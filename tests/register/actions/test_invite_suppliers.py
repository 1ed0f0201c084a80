"""Suppliers are invited by a link that works once; who has declared is not written to."""

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from register.actions.invite_suppliers import (
    NewList,
    follow_invitation,
    invite_from_list,
    invite_from_tender,
    refuse_invitation,
    send_invitations,
)
from register.actions.tell import Notice
from register.elsewhere.invited import Invited, read_invited
from register.elsewhere.table import read_table
from register.models.invitations import InvitationRow
from register.store import invitations, outbox
from register.store.links import LinkSpentError
from tests.factories.declarations import draft, held
from tests.factories.declaring import BASE, NOW, registrar, supplier
from tests.factories.tenders import keep_tender

ALFA = Invited("Alfa Builders Ltd", "KE-RCO", "PVT-ALFA", "office@alfa.example")
BETA = Invited("Beta Roads Ltd", "KE-RCO", "PVT-BETA", "+254712345678")
GAMA = Invited("Gama Foods Ltd", "KE-RCO", "PVT-GAMA")


def words(name: str, title: str, due_on: date | None, address: str) -> Notice:
    return Notice("Declare", f"{name}|{title}|{due_on}|{address}", f"{name} {address}")


def send(session: Session, list_id: int, who: object) -> int:
    return send_invitations(
        session,
        list_id,
        words,
        principal=who,
        now=NOW,
        base_url=BASE,
        country="KE",  # type: ignore[arg-type]
    )


def sent_to(session: Session) -> dict[str, str]:
    return {
        work.payload["to"]: work.payload["text"]
        for work in reversed(outbox.newest(session, ("mail", "sms")))
        if work.key.startswith("invitation|")
    }


def test_who_has_not_declared_is_written_to_and_no_one_else(session: Session) -> None:
    supplier(session, "alfa").declare(draft(held("ana", 60), people=("ana",)))
    who = registrar(session)
    list_id = invite_from_list(
        session, NewList("Suppliers", None, NOW.date()), [ALFA, BETA, BETA, GAMA], principal=who, now=NOW
    )

    number = send(session, list_id, who)

    on_list = {each.name: each for each in invitations.on_list(session, list_id)}
    assert number == 1
    assert set(sent_to(session)) == {"+254712345678"}
    assert on_list["Alfa Builders Ltd"].declared_on is not None
    assert on_list["Beta Roads Ltd"].sent_at == NOW
    assert (on_list["Gama Foods Ltd"].contact, on_list["Gama Foods Ltd"].times) == ("", 0)


def test_a_link_works_once_and_a_reminder_brings_a_new_one(session: Session) -> None:
    who = registrar(session)
    list_id = invite_from_list(session, NewList("Suppliers"), [BETA], principal=who, now=NOW)
    send(session, list_id, who)
    first = sent_to(session)["+254712345678"].rpartition("/")[2]
    send(session, list_id, who)
    second = sent_to(session)["+254712345678"].rpartition("/")[2]

    followed = follow_invitation(session, second, now=NOW)

    assert (followed.opened_at, followed.times) == (NOW, 2)
    for spent in (first, second):
        with pytest.raises(LinkSpentError):
            follow_invitation(session, spent, now=NOW)


def test_the_bidders_of_a_tender_make_a_list(session: Session) -> None:
    ocid = keep_tender(session, bids={"roof": ["alfa", "beta"]})

    list_id = invite_from_tender(
        session, ocid, due_on=None, principal=registrar(session), now=NOW, country="KE"
    )

    assert [(each.name, each.number) for each in invitations.on_list(session, list_id)] == [
        ("Alfa Ltd", "ALFA"),
        ("Beta Ltd", "BETA"),
    ]
    assert invitations.lists(session)[0].ocid == ocid


def test_where_a_supplier_is_written_to_is_sealed(session: Session) -> None:
    list_id = invite_from_list(session, NewList("Suppliers"), [ALFA], principal=registrar(session), now=NOW)

    row = session.scalars(select(InvitationRow).where(InvitationRow.list_id == list_id)).one()

    assert row.sealed_contact is not None
    assert b"alfa.example" not in row.sealed_contact
    assert invitations.on_list(session, list_id)[0].contact == "office@alfa.example"


def test_a_list_is_read_with_every_fault_by_its_cell() -> None:
    sound = read_invited(read_table(b"name,number,email,phone\nAlfa,PVT-1,a@b.example,\n"), scheme="KE-RCO")
    faulty = read_invited(read_table(b"name,number,email,phone\n,PVT-1,x,\nBeta,,,call\n"), scheme="KE-RCO")

    assert sound.invited == (Invited("Alfa", "KE-RCO", "PVT-1", "a@b.example"),)
    assert faulty.invited == ()
    assert [(each.row, each.column) for each in faulty.faults] == [(2, "name"), (2, "email"), (3, "phone")]


def test_an_invitation_that_reached_somebody_else_is_not_sent_there_again(session: Session) -> None:
    who = registrar(session)
    list_id = invite_from_list(session, NewList("Suppliers"), [BETA], principal=who, now=NOW)
    send(session, list_id, who)
    secret = sent_to(session)["+254712345678"].rpartition("/")[2]

    refuse_invitation(session, secret, now=NOW)

    assert invitations.on_list(session, list_id)[0].contact == ""
    assert send(session, list_id, who) == 0


def test_a_column_that_nobody_reads_is_told_and_no_contact_is_lost_in_silence() -> None:
    read = read_invited(read_table(b"name,number,e-mail address\nAlfa,PVT-1,a@b.example\n"), scheme="KE-RCO")

    assert read.invited == ()
    assert [(each.row, each.column) for each in read.faults] == [(1, "e-mail address")]
