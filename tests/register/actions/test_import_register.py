"""Other registers' statements stay apart, are kept once, and are joined to ours by identifier alone."""

import io
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import orjson
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bods.records import Agent
from bods.statements import PublicationDetails, Statement
from bods.writing import as_bytes
from register.actions import import_register as importing
from register.actions.import_register import Source, TakenIn
from register.commands.import_register import take_in
from register.elsewhere.other_file import OtherReading
from register.graph.building import company_picture
from register.models.other_registers import OtherStatementRow
from register.store import other_joined, other_registers, published, statements
from tests.factories.declarations import draft, held
from tests.factories.declaring import NOW, supplier
from tests.factories.pictures import statements_of

ABROAD = Source("Register of Farland", "https://farland.example/owners")
DAY = date(2026, 3, 1)


def reading(data: bytes, name: str = "owners.json") -> OtherReading:
    return OtherReading(name, lambda: closing(io.BytesIO(data)), DAY, DAY)


def take(session: Session, data: bytes) -> TakenIn:
    return take_in(session, reading(data), ABROAD, NOW)


def lines(told: Iterable[Statement]) -> bytes:
    details = PublicationDetails(DAY.isoformat(), publisher=Agent(name=ABROAD.name))
    return b"\n".join(as_bytes(replace(each, publication=details)) for each in told)


def kept(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(OtherStatementRow)) or 0


def delta_abroad() -> bytes:
    """Delta Holdings, as a foreign register knows it by our number: Cate holds 80 % of it."""
    return lines(statements_of([("Cate", "delta", 80)]))


def marked(name: str, source: str, day: date) -> str:
    return f"{name} [{source}, {day.isoformat()}]"


def test_a_file_is_kept_once_however_often_it_is_brought(session: Session) -> None:
    first = take(session, delta_abroad())
    again = take(session, delta_abroad())
    other_form = take(session, b"[" + delta_abroad().replace(b"\n", b",") + b"]")

    assert (first.new, first.known) == (first.read, False)
    assert again == TakenIn(first.read, 0, known=True)
    assert (other_form.read, other_form.new) == (first.read, 0)
    assert kept(session) == first.read


def test_an_import_that_was_stopped_goes_on_where_it_was(session: Session) -> None:
    data = delta_abroad()
    whole = len(data.splitlines())
    file = other_registers.begin(
        session,
        name=ABROAD.name,
        url=ABROAD.url,
        content_hash=importing._hashed(reading(data)),
        file="owners.json",
        as_of=DAY,
        now=NOW,
    )
    other_registers.keep(session, file, tuple(reading(data).statements())[:2], 2)
    session.commit()

    rest = take(session, data)

    assert (rest.read, rest.new) == (whole, whole - 2)
    assert kept(session) == whole


def test_what_is_faulty_is_told_by_its_place_and_left_out(session: Session) -> None:
    sound = [orjson.loads(line) for line in delta_abroad().splitlines()]
    broken = sound[0] | {"statementId": "short", "recordId": ""}
    seen = reading(orjson.dumps([*sound, broken]))

    taken = take_in(session, seen, ABROAD, NOW)

    assert taken.read == len(sound)
    assert seen.faults
    assert {fault.place.partition("/")[0] for fault in seen.faults} == {str(len(sound))}


def test_old_versions_are_upgraded_and_the_losses_told(session: Session, shared: Path) -> None:
    files = sorted((shared / "ocds" / "uk_bluetail_prototype" / "bods").rglob("*.json"))

    taken = [take(session, path.read_bytes()) for path in files]

    assert len(taken) == 5
    assert all(each.read > 0 for each in taken)
    assert kept(session) == sum(each.new for each in taken)


def test_the_owners_of_a_foreign_parent_stand_behind_the_company_marked(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("delta", 70), held("ana", 60, "delta"), people=("ana",), bodies=("delta",)))
    take(session, abroad_under("PVT-DELTA"))
    told = statements.of_subject(session, alfa.subject)

    behind = other_registers.behind(session, told, [], marked)

    picture = company_picture(alfa.subject, (*told, *behind), {}, DAY)
    assert "Cate [Register of Farland, 2026-03-01]" in {party.name for party in picture.parties.values()}
    delta = next(party for party in picture.parties.values() if party.name == "Delta Holdings Ltd")
    assert {picture.name(stake.holder) for stake in picture.stakes if stake.held == delta.key} == {
        "Ana",
        "Cate [Register of Farland, 2026-03-01]",
    }


def test_a_like_name_without_the_number_joins_nothing(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("delta", 70), held("ana", 60, "delta"), people=("ana",), bodies=("delta",)))
    take(session, abroad_under("PVT-OTHER"))

    assert other_registers.behind(session, statements.of_subject(session, alfa.subject), [], marked) == ()


def test_nothing_of_another_register_is_published_or_stated_as_ours(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(draft(held("ana", 60), people=("ana",)))
    before = (statements.everything(session), published.of_subject(session, alfa.subject))

    take(session, delta_abroad())

    assert (statements.everything(session), published.of_subject(session, alfa.subject)) == before
    assert [(each.name, each.statements) for each in other_registers.registers(session)] == [
        ("Register of Farland", kept(session))
    ]


def abroad_under(number: str) -> bytes:
    values = [orjson.loads(line) for line in delta_abroad().splitlines()]
    for value in values:
        if value["recordType"] == "entity":
            value["recordDetails"]["identifiers"] = [{"scheme": "KE-RCO", "id": number}]
    return b"\n".join(orjson.dumps(value) for value in values)


def test_a_registrar_reads_how_much_of_another_register_is_joined_to_ours(session: Session) -> None:
    told = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))
    supplier(session, "alfa").declare(told)
    take(session, abroad_under("PVT-DELTA"))

    (abroad,) = other_joined.imported(session)

    assert (abroad.name, abroad.url) == (ABROAD.name, ABROAD.url)
    assert (abroad.statements, abroad.files, abroad.unfinished) == (kept(session), 1, 0)
    assert abroad.joined == 1
    assert abroad.as_of == DAY
