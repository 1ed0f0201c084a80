"""Texts as cells of Excel sheets: every sign survives XML, and no piece is longer than Excel keeps."""

from xml.etree import ElementTree

import pytest
from hypothesis import given

from bods.tables.sheet_text import LONGEST, escaped, is_too_long, pieces, unescaped
from tests.bods.tables.odd import odd_texts


def through_xml(text: str) -> str:
    cell = ElementTree.fromstring(f'<t xml:space="preserve">{escaped(text)}</t>')  # noqa: S314  # our own text
    return cell.text or ""


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\x01b", "a_x0001_b"),
        ("a\rb", "a_x000D_b"),
        ("_x0001_", "_x005F_x0001_"),
        ("a_xb", "a_xb"),
        ("<&>", "&lt;&amp;&gt;"),
        ("\uffff", "_xFFFF_"),
    ],
)
def test_what_xml_forbids_is_written_out(text: str, cell: str) -> None:
    assert escaped(text) == cell
    assert unescaped(through_xml(text)) == text


@given(odd_texts)
def test_every_text_comes_back_through_xml(text: str) -> None:
    assert unescaped(through_xml(text)) == text
    assert "".join(pieces(text)) == text
    assert all(not is_too_long(piece) for piece in pieces(text))


def test_half_a_sign_is_never_made() -> None:
    assert unescaped("_xD800_") == "_xD800_"


def test_length_is_counted_as_excel_counts() -> None:
    assert not is_too_long("x" * LONGEST)
    assert is_too_long("x" * (LONGEST + 1))
    assert is_too_long("🌍" * (LONGEST // 2 + 1))
    assert is_too_long("\r" * (LONGEST // 7 + 1))
