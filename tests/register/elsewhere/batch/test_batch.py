"""A sheet of declarations becomes drafts; every fault is told by its cell, and never by what it holds."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import count

import pytest

from bods.records import Share
from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.elsewhere.batch.columns import SHEET
from register.elsewhere.batch.drafting import Drafted, drafted
from register.elsewhere.batch.reading import Batch, read_batch
from register.elsewhere.batch.rules import Rules
from register.elsewhere.batch.template import as_csv as empty_csv
from register.elsewhere.batch.template import as_workbook
from register.elsewhere.table import read_table
from register.jurisdictions import load
from tests.factories.sheets import ANA, BEN, BETA, DELTA, NAMES, as_csv, as_xlsx

RULES = Rules(load("kenya_makueni"), date(2026, 3, 9))
ALFA = Draft(EntityAnswer(SUBJECT, "Alfa Builders Ltd", EntityKind.COMPANY, "KE", "KE-RCO", "PVT-ALFA"))


def read(*rows: dict[str, str]) -> Batch:
    return read_batch(read_table(as_csv(*rows)), RULES)


def draft_of(batch: Batch, before: Draft = ALFA) -> Drafted:
    keys = count(1)
    return drafted(batch.companies[0], before, RULES, lambda: f"new{next(keys)}")


def test_rows_of_one_number_make_one_declaration() -> None:
    batch = read(ANA, DELTA, BETA, BEN)

    assert batch.faults == ()
    assert [(each.number, len(each.lines)) for each in batch.companies] == [
        ("PVT-ALFA", 3),
        ("PVT-BETA", 1),
    ]


def test_a_chain_over_several_rows_is_a_draft_that_lacks_nothing() -> None:
    made = draft_of(read(ANA, DELTA, BEN))

    assert made.faults == ()
    holdings = {(each.holder, each.held): each.shares for each in made.draft.holdings}
    assert holdings == {
        ("new1", SUBJECT): Share.exactly(Decimal(60)),
        ("new2", SUBJECT): Share.exactly(Decimal(40)),
        ("new3", "new2"): Share.exactly(Decimal(100)),
    }
    assert made.draft.particulars["new1"].document_scheme == "KEN-IDCARD"


def test_a_person_with_two_holdings_stands_in_two_rows_and_is_one() -> None:
    also = BEN | {"name": "Ana Mwikali", "document_number": "98765432"}

    made = draft_of(read(ANA, DELTA, also))

    assert [each.full_name for each in made.draft.people] == ["Ana Mwikali"]
    assert {each.holder for each in made.draft.holdings} == {"new1", "new2"}


def test_people_and_bodies_of_the_last_declaration_keep_their_keys_and_what_no_column_tells() -> None:
    first = draft_of(read(ANA, DELTA, BEN)).draft
    private = replace(first.particulars["new1"], occupation="Mason")
    first = replace(first, particulars={**first.particulars, "new1": private})

    again = draft_of(read(DELTA, BEN, ANA | {"name": "Ana Mwikali Kimeu"}), first).draft

    assert {each.key: each.full_name for each in again.people} == {
        "new1": "Ana Mwikali Kimeu",
        "new3": "Ben Musyoka",
    }
    assert [each.key for each in again.entities] == ["new2"]
    assert again.particulars["new1"].occupation == "Mason"


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("company_number", ""),
        ("company_number", "!!"),
        ("company_scheme", "XX-NONE"),
        ("company_name", ""),
        ("holder", "ghost"),
        ("name", ""),
        ("name", "1234"),
        ("country", "Kenya"),
        ("lives_in", "XX"),
        ("document", "library_card"),
        ("document_number", "12"),
        ("born", "31st of May"),
        ("born", "2030-01-01"),
        ("email", "ana at example"),
        ("phone", "call me"),
        ("shares", "most of it"),
        ("shares", "140"),
        ("votes", "50-25"),
        ("votes", "NaN"),
        ("controls", "magic"),
        ("since", "2019-13-01"),
        ("until", "2030-01-01"),
        ("indirect_shares", "120"),
        ("indirect_votes", "some"),
        ("other_nationalities", "KE; Uganda"),
        ("groups", "women; elders"),
        ("groups", "none; youth"),
        ("barred", "perhaps"),
        ("barred_until", "next year"),
        ("company_founded", "2030-01-01"),
        ("company_phone", "call me"),
        ("company_email", "office at alfa"),
        ("home_address", "=cmd|' /C calc'!A0"),
        ("name", "Ana\u202eilakiwM"),
    ],
)
def test_each_wrong_cell_is_told_by_its_row_and_column_and_not_by_what_it_holds(
    column: str, text: str
) -> None:
    batch = read(BETA, ANA | {column: text})

    told = {(fault.row, fault.column) for fault in batch.faults}
    assert (3, column) in told
    assert {row for row, _ in told} == {3}
    assert all(not text or text not in str(fault) for fault in batch.faults if len(text) > 3)


def test_all_faults_of_a_sheet_are_told_at_once() -> None:
    batch = read(ANA | {"shares": "x", "born": "x"}, BETA | {"email": "x"})

    assert [(fault.row, fault.column) for fault in batch.faults] == [(2, "born"), (2, "shares"), (3, "email")]
    assert batch.faulty == {("KE-RCO", "PVT-ALFA"), ("KE-RCO", "PVT-BETA")}


def test_a_fault_of_one_row_leaves_out_its_whole_company_and_no_other() -> None:
    batch = read(ANA, DELTA | {"shares": "x"}, BETA)

    assert batch.faulty == {("KE-RCO", "PVT-ALFA")}


def test_what_a_declaration_as_a_whole_lacks_is_told_at_the_cell_it_comes_from() -> None:
    over = draft_of(read(ANA, DELTA | {"shares": "70"}, BEN))
    unknown = draft_of(read(ANA, BEN | {"holds_in": "Gamma Ltd"}))
    nobody_above = draft_of(read(ANA, DELTA))

    assert [fault.column for fault in over.faults] == ["shares"]
    assert [(fault.row, fault.column) for fault in unknown.faults] == [(3, "holds_in")]
    assert [(fault.row, fault.column) for fault in nobody_above.faults] == [(3, "name")]


def test_that_nobody_can_be_named_is_said_with_a_reason() -> None:
    row = {
        "company_number": "PVT-ALFA",
        "company_name": "Alfa Builders Ltd",
        "holder": "nobody",
        "reason": "noBeneficialOwners",
        "reason_words": "No one reaches the threshold.",
    }

    made = draft_of(read(row))

    assert made.faults == ()
    assert made.draft.no_owner is not None
    assert made.draft.no_owner.description == "No one reaches the threshold."
    assert [fault.column for fault in read(row | {"reason": ""}).faults] == ["reason"]


def test_a_holding_told_twice_is_a_question() -> None:
    made = draft_of(read(ANA, ANA))

    assert [(fault.row, fault.facts) for fault in made.faults] == [(3, {"row": "2"})]


def test_columns_that_are_missing_doubled_or_unknown_are_told_before_any_row() -> None:
    strange = read_batch(read_table(as_csv(ANA, names=["name", "name", "company_name", "colour"])), RULES)

    assert {(fault.row, fault.column) for fault in strange.faults} == {
        (1, "company_number"),
        (1, "holder"),
        (1, "colour"),
        (1, "name"),
    }


def test_the_template_is_read_back_and_its_example_is_a_sound_declaration() -> None:
    book = as_workbook(RULES.place, str)

    example = read_table(book, "example")
    batch = read_batch(example, RULES)

    assert [*example.heads] == NAMES == empty_csv().decode("utf-8-sig").strip().split(",")
    assert read_table(as_xlsx(ANA)).sheet == SHEET
    assert batch.faults == ()
    assert draft_of(batch, Draft(replace(ALFA.company, number="PVT-EXAMPLE1"))).faults == ()
