"""bar-I5: no entity of any XML is ever resolved: whatever declares a document type is refused."""

import builtins
import io
import socket
from collections.abc import Mapping
from typing import NoReturn

import pytest

from register.uploads import UploadRefusedError, check_workbook, paper
from register.uploads.workbooks import check_xml
from tests.factories.archives import workbook_of

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PAYLOADS: Mapping[str, bytes] = {
    "file": b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>',
    "net": b'<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:9/b">]><a>&b;</a>',
    "type elsewhere": b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>',
    "public type": b'<!DOCTYPE a PUBLIC "-//A//B" "http://127.0.0.1:9/a.dtd"><a/>',
    "parameter": b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://127.0.0.1:9/b"> %b;]><a/>',
    "parameter of parameter": b'<!DOCTYPE a [<!ENTITY % f SYSTEM "file:///etc/hostname"><!ENTITY % e "<!ENTITY s SYSTEM \'http://127.0.0.1:9/%f;\'>">%e;]><a>&s;</a>',
    "billion laughs": f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>'.encode(),
    "quadratic": b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 50_000 + b'">]><a>' + b"&b;" * 5000 + b"</a>",
    "utf-16": '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'.encode("utf-16"),
    "after remarks": b"<!--" + b" " * 9000 + b'--><?pi?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "svg": b'<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    "only a type": b"<!DOCTYPE a><a/>",
    "expect": b'<!DOCTYPE a [<!ENTITY b SYSTEM "expect://id">]><a>&b;</a>',
    "long prologue": b"<!--" + b" " * 200_000 + b'--><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> NoReturn:
        raise AssertionError("a file or a socket was opened")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(io, "open", refuse)
    monkeypatch.setattr(socket, "socket", refuse)


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"]
)
def test_bar_i5_a_workbook_with_entities_is_refused(payload: str, part: str) -> None:
    content = workbook_of({part: PAYLOADS[payload]})

    with pytest.raises(UploadRefusedError, match="xml"):
        check_workbook(content)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_bar_i5_xml_and_svg_are_no_papers(payload: str) -> None:
    with pytest.raises(UploadRefusedError):
        paper("picture.svg", PAYLOADS[payload])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_bar_i5_entities_are_met_however_the_bytes_come(payload: str) -> None:
    content = PAYLOADS[payload]

    with pytest.raises(UploadRefusedError, match="xml"):
        check_xml(content[place : place + 7] for place in range(0, len(content), 7))


def test_bar_i5_xml_without_a_document_type_comes_in() -> None:
    check_xml(iter([b'<?xml version="1.0"?><!-- plain --><a>', b"<b/></a>"]))


def test_bar_i5_there_are_enough() -> None:
    assert len(PAYLOADS) >= 12
