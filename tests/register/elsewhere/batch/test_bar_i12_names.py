"""bar-I12: any name that a form takes is the same name in what is kept, in every file made of it, and in a sheet read in."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from flask import Flask
from hypothesis import given

from bods.exports import csv_pointers, csv_tables, xlsx
from bods.records import Name, Person
from bods.writing import as_bytes
from register.declarations.answers import as_text, from_text
from register.declarations.draft import Draft
from register.elsewhere.batch.reading import read_batch
from register.elsewhere.batch.rules import Rules
from register.elsewhere.table import read_table
from register.jurisdictions import load
from register.paper.letters import MARK, printable
from register.web.declare.inputs.texts import name_field
from register.web.form import RegisterForm
from tests.bods.often import tried
from tests.bods.stories import ANA as PERSON
from tests.bods.stories import statement
from tests.factories.declarations import draft, held, person
from tests.factories.names import any_names, kept
from tests.factories.sheets import ANA, as_csv, as_xlsx

RULES = Rules(load("kenya_makueni"), date(2026, 3, 9))
APP = Flask(__name__)
APP.config["SECRET_KEY"] = "only signs what this test sends itself"


class NameForm(RegisterForm):
    """One name, as every page asks for it."""

    name = name_field("Name", "Enter the name")


@tried(60)
@given(any_names)
def test_bar_i12_a_form_keeps_any_name_in_one_form_of_unicode_and_answers_give_it_back(name: str) -> None:
    with APP.test_request_context("/", method="POST", data={"name": name}):
        form = NameForm(meta={"csrf": False})
        assert form.validate(), form.errors

    assert form.name.data == kept(name)
    told: Draft = draft(held("ana", 60), people=(person("ana", kept(name)),))
    assert from_text(as_text(told), told.particulars) == told


@tried(20)
@given(any_names)
def test_bar_i12_any_name_is_the_same_in_every_table_that_is_made_of_it(name: str) -> None:
    stated = statement("ana", replace(PERSON, names=(Name(kept(name)),)))

    for known in (csv_pointers.FORMAT, csv_tables.FORMAT, xlsx.FORMAT):
        file = BytesIO()
        known.write([as_bytes(stated)], file)
        assert known.read is not None
        (found,) = known.read(BytesIO(file.getvalue()))
        assert isinstance(found.record, Person)
        assert [each.full_name for each in found.record.names] == [kept(name)], known.code


@tried(20)
@given(any_names)
def test_bar_i12_any_name_in_a_sheet_is_read_as_the_form_would_keep_it(name: str) -> None:
    for sheet in (as_csv(ANA | {"name": name}), as_xlsx(ANA | {"name": name})):
        batch = read_batch(read_table(sheet), RULES)

        assert batch.faults == ()
        assert batch.companies[0].lines[0].name == kept(name)


@tried(200)
@given(any_names)
def test_bar_i12_each_letter_of_any_name_is_printed_or_marked(name: str) -> None:
    told = printable(kept(name))

    assert len(told) <= len(kept(name))
    assert told.replace(MARK, "").strip() or MARK in told
    assert all(letter in kept(name) or letter in {MARK, "'", "‘", "ʼ", "-", "\u00a0"} for letter in told)
