"""A list of officials read from CSV."""

from datetime import date

import pytest

from register.declarations.persons import Tie
from register.ocds.fault import Fault
from register.ocds.officials import FAMILY_TIES, OfficialLine, RelativeLine, officials_in

HEAD = "name,role,body,since,until,ocid,document_scheme,document_number\n"


def read(text: str | bytes) -> tuple[list[OfficialLine], list[Fault]]:
    found = list(officials_in(text.encode() if isinstance(text, str) else text, "list.csv"))
    lines = [each for each in found if isinstance(each, OfficialLine)]
    return lines, [each for each in found if isinstance(each, Fault)]


def test_a_whole_line_is_read() -> None:
    lines, faults = read(
        HEAD + 'Ana "Wote" Mwikali, Chair ,"Tenders, county",2026-01-01,2026-12-31,ocds-1,ken-idcard,12 34\n'
    )

    assert faults == []
    assert lines == [
        OfficialLine(
            'Ana "Wote" Mwikali',
            "Chair",
            "Tenders, county",
            date(2026, 1, 1),
            date(2026, 12, 31),
            "ocds-1",
            "KEN-IDCARD",
            "12 34",
        )
    ]


def test_columns_stand_in_any_order_and_only_three_are_needed() -> None:
    lines, faults = read("\ufeffbody,Name,role\nTenders,Ng’ang’a,Member\n\n")

    assert faults == []
    assert [(line.name, line.body, line.ocid) for line in lines] == [("Ng’ang’a", "Tenders", None)]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (",Chair,Tenders", "no name"),
        ("Ana,,Tenders", "no role"),
        ("Ana,Chair,Tenders,2026-13-01", "no day"),
        ("Ana,Chair,Tenders,2026-02-01,2026-01-01", "ends before"),
        ("Ana,Chair,Tenders,,,,KEN-IDCARD,", "both its scheme"),
        ("Ana,Chair,Tenders,,,,,12345678", "both its scheme"),
        ("Ana,Chair,Tenders,,,,KEN-IDCARD,--", "both its scheme"),
        ("Ana,Chair,Tenders,,,,,,x", "more values"),
        ("A" * 501 + ",Chair,Tenders", "longer than"),
    ],
)
def test_a_line_with_a_fault_is_told_by_its_number_and_the_others_are_read(line: str, words: str) -> None:
    lines, faults = read(f'{HEAD}"Juma\nMutua",Member,Tenders\n{line}\nMumo,Member,Tenders\n')

    assert [each.name for each in lines] == ["Juma Mutua", "Mumo"]
    assert [(each.place, words in each.sentence) for each in faults] == [("line 4", True)]


def test_a_fault_never_repeats_an_identity_number() -> None:
    lines, faults = read(HEAD + "Ana,Chair,Tenders,,,,,12345678\nJuma,Chair,Tenders,,,,KEN-IDCARD,87654321\n")

    assert "12345678" not in str(faults)
    assert "87654321" not in repr(lines)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "headings are missing"),
        ("name;role;body\nAna;x;y\n", "headings are missing"),
        (HEAD.encode("utf-16"), "not written in UTF-8"),
        (HEAD + '"Ana', "not CSV"),
        ("name,role,body,shoe size\nAna,x,y,40\n", "not known"),
        (HEAD.encode() + b"M\xfctua,x,y\n", "not UTF-8"),
        (HEAD.encode() + b"Mu\x00tua,x,y\n", "NUL"),
    ],
)
def test_a_file_that_is_no_sound_list_says_why(text: str | bytes, words: str) -> None:
    _, faults = read(text)

    assert any(words in each.sentence for each in faults)


FAMILY = "name,role,body,family_name,family_tie,family_document_scheme,family_document_number,family_born\n"


def test_family_stands_in_the_line_of_its_official() -> None:
    lines, faults = read(
        FAMILY + "Ana,Chair,Tenders,Ben Musau,Spouse,ken-idcard,123,1980-04-12\nEve,Member,Tenders\n"
    )

    assert faults == []
    assert [each.relative for each in lines] == [
        RelativeLine("Ben Musau", "spouse", "KEN-IDCARD", "123", "1980-04"),
        None,
    ]


@pytest.mark.parametrize("family", ["Ben,cousin", ",spouse", "Ben,spouse,KEN-IDCARD", "Ben,spouse,,,1980"])
def test_family_that_is_not_whole_is_told_without_what_stands_there(family: str) -> None:
    lines, (fault,) = read(f"{FAMILY}Ana,Chair,Tenders,{family}\n")

    assert lines == []
    assert fault.place == "line 2"
    assert "Ben" not in fault.sentence


def test_the_ties_of_a_list_are_those_of_a_declaration() -> None:
    assert set(FAMILY_TIES) == {tie.value for tie in Tie} - {Tie.SELF.value}
