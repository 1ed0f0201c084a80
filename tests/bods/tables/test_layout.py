"""Every field of the standard has one place in the tables, and every table ties to its statements."""

from bods.codelists import InterestType, RecordType
from bods.tables import Table, tables
from bods.tables.fields import Known, statement_fields


def called(name: str) -> Table:
    return next(table for table in tables() if table.name == name)


def places(known: Known, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    """Every field that holds a value of its own, and every list, but for what lies inside lists."""
    found = set()
    for name, each in known.fields.items():
        here = (*path, name)
        if each.kinds & {"string", "boolean", "number", "array"}:
            found.add(here)
        found |= places(each, here)
    return found


def test_three_main_tables_come_first_and_every_row_has_a_number() -> None:
    assert [table.name for table in tables()][:3] == ["entities", "persons", "relationships"]
    assert [table.is_main for table in tables()] == [True] * 3 + [False] * (len(tables()) - 3)
    assert all(table.names[:2] == ("number", "statementId") for table in tables())
    assert all(table.names[2] == "position" for table in tables() if not table.is_main)


def test_every_field_of_the_standard_has_one_place() -> None:
    for record_type, main in zip(RecordType, tables(), strict=False):
        mine = [table for table in tables() if record_type in table.record_types]
        held = [column.path for column in main.columns if column.path]
        held += [table.path for table in mine if not table.is_main]

        assert sorted(held) == sorted(places(statement_fields(record_type)))


def test_no_two_columns_of_a_table_differ_by_capitals_only() -> None:
    for table in tables():
        assert len({name.lower() for name in table.names}) == len(table.columns)


def test_columns_say_what_they_hold_in_the_standards_words() -> None:
    interests = {column.name: column for column in called("interests").columns}

    assert interests["share_exact"].type == "number"
    assert interests["share_exact"].title == "Percentage Share: Exact percentage"
    assert interests["startDate"].type == "date"
    assert interests["beneficialOwnershipOrControl"].type == "boolean"
    assert set(interests["type"].codes) == set(InterestType)
    assert all(column.title and column.description for column in called("persons").columns)


def test_columns_stand_in_the_order_of_the_standard() -> None:
    columns = called("relationships").names

    assert columns.index("statementDate") < columns.index("recordId") < columns.index("subject")
    assert columns.index("subject") < columns.index("interestedParty") < columns.index("rest")


def test_addresses_and_identifiers_are_one_table_for_entities_and_persons() -> None:
    assert called("identifiers").record_types == ("entity", "person")
    assert called("addresses").record_types == ("entity", "person")
    assert called("names").record_types == ("person",)
