"""`bods stats`, `bods upgrade` and `bods checks`."""

from pathlib import Path

import orjson

from bods.checks import checks
from bods.reading import read_statements
from bods.validation import faults

OLD = {
    "statementID": "1dc0e987-5c57-4a1c-b3ad-61353b66a9b7",
    "statementType": "entityStatement",
    "statementDate": "2019-01-01",
    "isComponent": False,
    "entityType": "registeredEntity",
    "name": "Alfa Works Ltd",
    "publicationDetails": {
        "publicationDate": "2019-02-01",
        "bodsVersion": "0.2",
        "publisher": {"name": "Example"},
    },
}


def test_figures_are_printed_for_people_and_for_programs(run, write) -> None:
    file = write()

    code, out, _ = run("stats", file)
    _, objects, _ = run("stats", file, "--json")

    assert code == 0
    assert "3  statements" in out
    assert orjson.loads(objects)["statistics"]["count_declaration_subjects"] == 1


def test_figures_of_half_a_file_are_not_given(run, write) -> None:
    file = write(name="given.json")
    file.write_bytes(file.read_bytes()[:-30])

    code, out, err = run("stats", file)

    assert (code, out) == (2, "")
    assert str(file) in err


def test_an_old_file_becomes_a_new_one(run, write, tmp_path: Path) -> None:
    out = tmp_path / "new.json"

    code, _, err = run("upgrade", write(OLD, name="old.json"), "-o", out)

    assert code == 0
    assert "1 statement of BODS 0.4" in err
    assert [statement.record.name for statement in read_statements(out)] == ["Alfa Works Ltd"]
    assert faults(orjson.loads(out.read_bytes())) == []


def test_each_loss_is_told_with_its_file_and_statement(run, write) -> None:
    file = write(OLD, OLD | {"statementID": "b" * 36, "foundingDate": "1990"}, name="old.json")

    code, _, err = run("upgrade", file, "--lines")

    assert code == 1
    assert f"{file}: statement 2" in err
    assert "foundingDate" in err


def test_the_page_of_checks_names_each_of_them(run) -> None:
    code, out, _ = run("checks")

    assert code == 0
    assert all(f"\n### {name}\n" in out for name in checks())


def test_the_page_in_the_folder_is_the_one_that_the_checks_give(run) -> None:
    _, out, _ = run("checks")

    page = Path(__file__).parents[3] / "bods" / "checks" / "README.md"
    assert page.read_text("utf-8") == out, "bring it up to date: bods checks > bods/checks/README.md"
