"""bar-I12: a name comes through whole, whatever its script: form, database, page, files, paper, and imports again."""

from html import unescape
from io import BytesIO
from pathlib import Path

import orjson
from flask import Flask
from pypdf import PdfReader
from sqlalchemy import select

from bods.exports import formats
from bods.records import Entity, Person, Record
from register.extensions import db
from register.models.other_registers import OtherStatementRow
from register.paper.letters import printable
from register.store import published
from tests.factories.names import NAMES, kept
from tests.factories.supplier import Supplier, supplier_of

#: No more can each hold a tenth, the threshold.
AT_ONCE = 9
#: The company's own name is one of them too.
COMPANY = "Ng’ang’a & 李 Builders “Ũmi” Ltd"


def declares(supplier: Supplier, names: tuple[str, ...]) -> tuple[str, str]:
    """People of these names own the company in equal parts; gives the page of all answers, and the receipt's address."""
    supplier.begin()
    supplier.about_the_company(name=COMPANY)
    keys = [
        supplier.names(name, key=f"k{number}", document_number=str(20_000_000 + number))
        for number, name in enumerate(names)
    ]
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    for key in keys:
        supplier.holds(key, share="10")
    supplier.passes("holdings")
    answers = supplier.see("check").source
    return answers, supplier.signs()


def names_of(*records: Record) -> set[str]:
    return {
        name
        for record in records
        for name in (
            [each.full_name for each in record.names]
            if isinstance(record, Person)
            else [record.name]
            if isinstance(record, Entity)
            else []
        )
        if name
    }


def on_paper(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_bar_i12_a_name_comes_through_whole_from_the_form_to_every_file_and_back(
    app: Flask, tmp_path: Path
) -> None:
    whole = {kept(name) for name in (*NAMES, COMPANY)}
    portions = [NAMES[start : start + AT_ONCE] for start in range(0, len(NAMES), AT_ONCE)]

    papers, pages = "", ""
    for number, names in enumerate(portions):
        supplier = supplier_of(app, number=f"PVT-NAMES{number}")
        answers, receipt = declares(supplier, names)
        papers += on_paper(supplier.client.get(f"{receipt.partition('?')[0]}/form.pdf").data)
        pages += unescape(answers)
    with app.app_context():
        texts = list(published.texts(db.session))
    open_ = app.test_client()
    for address in sorted({f"/companies/{orjson.loads(text)['declarationSubject']}" for text in texts}):
        pages += unescape(open_.get(address).text)

    assert {name for name in whole if pages.count(name) < 2} == set()
    assert {name for name in whole if "".join(printable(name).split()) not in papers} == set()
    for known in formats():
        if known.read is not None:
            file = BytesIO()
            known.write(texts, file)
            file.seek(0)
            assert whole <= names_of(*(each.record for each in known.read(file))), known.code
    assert whole <= taken_in_again(app, texts, tmp_path / "again.json")


def taken_in_again(app: Flask, texts: list[bytes], path: Path) -> set[str]:
    """The names that are kept when another register's file brings the same statements."""
    path.write_bytes(b"[" + b",".join(texts) + b"]")
    told = app.test_cli_runner().invoke(
        args=["import-register", str(path), "--source", "Farland", "--url", "https://farland.example"]
    )
    assert told.exit_code == 0, told.output
    with app.app_context():
        bodies = [orjson.loads(text) for text in db.session.scalars(select(OtherStatementRow.body))]
    details = [each["recordDetails"] for each in bodies]
    people = {name["fullName"] for each in details for name in each.get("names", ())}
    return people | {each["name"] for each in details if "name" in each}
