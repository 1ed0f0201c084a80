"""Lists in every form, and what is wrong with them told by its place."""

import json
from datetime import date
from typing import Any

import pytest

from register.elsewhere.lists.line import Home, ListLine, NotOnListError, first_day, last_day, month_of, spell
from register.elsewhere.lists.reading import list_in
from register.ocds.fault import Fault

HOME = Home("KE", "KE-RCO", "KEN-IDCARD", "KEN-PASSPORT")
HEAD = (
    "name,other_names,sort,country,number_scheme,number,document_scheme,document_number,born,by,since,until\n"
)


def read(source: str | bytes, kind: str = "debarred") -> list[ListLine | Fault]:
    raw = source.encode() if isinstance(source, str) else source
    return list(list_in(raw, "list", kind, HOME))


def line(source: str, kind: str = "debarred") -> ListLine:
    (found,) = read(source, kind)
    assert isinstance(found, ListLine), found
    return found


def faults(source: str | bytes, kind: str = "debarred") -> list[str]:
    return [str(each) for each in read(source, kind) if isinstance(each, Fault)]


def entities(*told: dict[str, Any]) -> str:
    return "\n".join(json.dumps(each) for each in told)


def entity(schema: str, key: str = "e1", **properties: str) -> dict[str, Any]:
    return {"id": key, "schema": schema, "properties": {name: [each] for name, each in properties.items()}}


def test_a_line_of_csv_is_an_entry_and_its_number_is_never_shown() -> None:
    found = line(HEAD + "Delta Ltd,Delta Works; Delta Roads,body,ke,KE-RCO,PVT-1,,,,Board,2025-01,2028\n")
    person = line(HEAD + "Ana Mwende,,person,,,,ken-idcard,12345678,1980-04-12,,,\n")

    assert (found.other_names, found.entity, found.country) == (("Delta Works", "Delta Roads"), True, "KE")
    assert (found.since, found.until) == (date(2025, 1, 1), date(2028, 12, 31))
    assert found.numbers == (("KE-RCO", "PVT-1"),)
    assert (person.document_scheme, person.born, person.entity) == ("KEN-IDCARD", "1980-04", False)
    assert "12345678" not in repr(person)


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (",,body", "There is no name."),
        ("Ana,,robot", "Under sort write person, body or nothing."),
        ("Ana,,,,,12345", "A number needs the scheme it was given under."),
        ("Ana,,,,,,,,soon", "A day is not written as 2026-03-31."),
        ("Ana,,,,,,,,,,2026-13-01", "A day is none of the calendar's."),
        ("Ana,,,,,,,,,,2026-03-02,2026-03-01", "It ends before it begins."),
        ("Ana" + "," * 12, "There are more values than headings."),
    ],
)
def test_a_bad_line_is_told_by_its_number_and_without_what_it_holds(row: str, wrong: str) -> None:
    assert faults(f"{HEAD}Ben Musau\n{row}\n") == [f"list, line 3: {wrong}"]


def test_unknown_headings_and_another_encoding_are_told() -> None:
    assert faults("name,colour\nAna,red\n")[0].startswith(
        "list, line 1: The headings are not those of a list."
    )
    assert len(faults("name\nAna\n".encode("utf-16"))) == 1


def test_a_first_line_that_is_no_csv_is_told() -> None:
    assert faults('"name,since')[0].startswith("list, line 1: The headings are not those of a list.")


def test_entities_under_the_topic_come_in_with_what_is_said_of_them() -> None:
    delta = entity(
        "Company", name="Delta Ltd", jurisdiction="ke", registrationNumber="PVT-1", topics="debarment"
    )
    said = entity(
        "Sanction",
        "s1",
        entity="e1",
        startDate="2025-01-15",
        endDate="2028-01-15",
        authority="Board",
        reason="Fraud",
    )
    other = entity("Company", "e2", name="Other Ltd", topics="sanction")

    found = line(entities(said, delta, other))

    assert (found.key, found.name, found.entity, found.country) == ("e1", "Delta Ltd", True, "KE")
    assert found.numbers == (("KE-RCO", "PVT-1"),)
    assert (found.since, found.until) == (date(2025, 1, 15), date(2028, 1, 15))
    assert (found.by, found.reason) == ("Board", "Fraud")
    assert line(entities(said, delta, other), "sanctioned").name == "Other Ltd"


def test_a_person_in_office_is_read_with_the_days_of_the_office() -> None:
    ana = entity(
        "Person",
        name="Ana Mwende",
        birthDate="1980-04-12",
        nationality="ke",
        idNumber="123",
        topics="role.pep",
    )
    seat = entity("Occupancy", "o1", holder="e1", startDate="2022-08")

    found = line(entities(ana, seat), "exposed")

    assert (found.born, found.since, found.until) == ("1980-04", date(2022, 8, 1), None)
    assert (found.document_scheme, found.document_number) == ("KEN-IDCARD", "123")


def test_numbers_of_another_country_are_left_out() -> None:
    far = entity("Company", name="Far Ltd", jurisdiction="ug", registrationNumber="7", topics="debarment")

    assert line(entities(far)).numbers == ()


def test_lines_that_are_no_entities_are_told() -> None:
    good = json.dumps(entity("Company", name="Delta Ltd", topics="debarment"))

    assert faults(f"{good}\nnot json\n[1]\n") == [
        "list, line 2: This line is not JSON.",
        "list, line 3: This is no entity with an id.",
    ]
    assert faults(entities(entity("Company", topics="debarment"), entity("Thing", "x"))) == [
        "list, line 1: This entity has no name."
    ]


def test_popolo_persons_are_in_office_as_long_as_a_membership_runs() -> None:
    told = {
        "persons": [
            {
                "id": "p1",
                "name": "Ana Mwende",
                "other_names": [{"name": "A. Mwende"}],
                "birth_date": "1980-04-12",
                "identifiers": [{"scheme": "KEN-IDCARD", "identifier": "123"}],
            },
            {"id": "p2"},
        ],
        "memberships": [
            {"person_id": "p1", "post_id": "t1", "start_date": "2017-08-08", "end_date": "2022-08-09"},
            {"person_id": "p1", "role": "chair", "organization_id": "o1", "start_date": "2022-08-10"},
        ],
        "posts": [{"id": "t1", "label": "member", "organization_id": "o1"}],
        "organizations": [{"id": "o1", "name": "County assembly"}],
    }

    ana, nameless = read(json.dumps(told), "exposed")

    assert isinstance(ana, ListLine)
    assert (ana.key, ana.other_names, ana.born, ana.entity) == ("p1", ("A. Mwende",), "1980-04", False)
    assert (ana.since, ana.until) == (date(2017, 8, 8), None)
    assert ana.reason == "member, County assembly; chair, County assembly"
    assert (ana.document_scheme, ana.document_number) == ("KEN-IDCARD", "123")
    assert str(nameless) == "list, /persons/1: This person has no name."


def test_days_of_a_month_or_year_alone_are_its_first_and_last() -> None:
    assert (first_day("2024-02"), last_day("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (first_day("2024"), last_day("2024")) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (first_day(""), month_of("1980")) == (None, "")
    with pytest.raises(NotOnListError):
        first_day("2024-02-30")


def test_several_periods_together_are_open_where_one_of_them_is() -> None:
    one, two = (date(2020, 1, 1), date(2021, 1, 1)), (date(2022, 1, 1), None)

    assert spell([]) == (None, None)
    assert spell([one, two]) == (date(2020, 1, 1), None)
