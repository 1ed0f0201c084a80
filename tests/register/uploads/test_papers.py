"""Papers are what their content says they are, and one thing only."""

import zipfile
import zlib
from io import BytesIO

import pytest

from register.uploads import LARGEST_PAPER, UploadRefusedError, paper
from tests.factories.papers import PDF, chunk, jpeg, pdf, png, segment

PAGE = b"<html><script>alert(1)</script></html>"


def _packed(text: bytes, name: bytes = b"/ObjStm") -> bytes:
    inside = zlib.compress(text)
    head = b"9 0 obj\n<< /Type %s /Filter /FlateDecode /Length %d >>\nstream\n" % (name, len(inside))
    return head + inside + b"\nendstream\nendobj"


def _zip() -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("page.html", PAGE)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PDF, "application/pdf"),
        (PDF + b"\r\n", "application/pdf"),
        (pdf(b"5 0 obj\n<< /Length 9 >>\nstream\n0 0 m /JS\nendstream\nendobj"), "application/pdf"),
        (png(), "image/png"),
        (png(2, 2, chunk(b"tEXt", b"Software\0scan")), "image/png"),
        (jpeg(), "image/jpeg"),
        (jpeg(4000, 3000, segment(0xE1, b"Exif\0\0"), after=b"\0\0\0\x18ftypmp42film"), "image/jpeg"),
    ],
)
def test_a_true_paper_comes_in_as_what_it_is(content: bytes, media_type: str) -> None:
    came = paper("power of attorney.exe", content)

    assert (came.media_type, came.content) == (media_type, content)


@pytest.mark.parametrize(
    "content",
    [
        PAGE,
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><svg>&b;</svg>",
        b"MZ\x90\0" + b"\0" * 100,
        b"GIF89a" + b"\0" * 40,
        b"RIFF\0\0\0\0WEBPVP8 ",
        _zip(),
        b"some words",
        b"\0" * 100,
    ],
)
def test_other_kinds_of_file_are_refused(content: bytes) -> None:
    with pytest.raises(UploadRefusedError, match=r"another kind|damaged|without"):
        paper("scan.pdf", content)


@pytest.mark.parametrize(
    "content",
    [
        PAGE + PDF,
        PDF + _zip(),
        PDF.replace(b"%%EOF\n", b"") + _zip() + b"\nstartxref\n110\n%%EOF\n",
        PDF + PAGE,
        PDF[: -len(b"%%EOF\n")],
        pdf(PAGE),
        pdf(b"5 0 obj\n<< >>\nstream\n" + PAGE + b"\nendstream\nendobj"),
        pdf(b"<svg onload=alert(1)>"),
        b"%PDF-1.4\n" + b"\0" * 50,
        png()[:-4],
        png() + PAGE,
        png() + _zip(),
        png(2, 2, chunk(b"tEXt", b"Comment\0" + PAGE)),
        png(2, 2, chunk(b"iTXt", b"Comment\0\0\0\0\0<svg onload=alert(1)>")),
        png().replace(b"IDAT", b"IDAX"),
        png(0, 2),
        png(60_000, 60_000),
        jpeg(after=PAGE),
        jpeg(after=_zip()),
        jpeg(after=PDF),
        jpeg(2, 2, segment(0xFE, PAGE)),
        jpeg(2, 2, segment(0xFE, b"<?php system(1); ?>")),
        jpeg()[:30],
        jpeg(0, 0),
        b"\xff\xd8\xff\xd9" + b"\0" * 20,
    ],
)
def test_a_file_that_is_two_things_or_half_of_one_is_refused(content: bytes) -> None:
    with pytest.raises(UploadRefusedError):
        paper("scan.pdf", content)


@pytest.mark.parametrize(
    "acting",
    [
        b"5 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj",
        b"5 0 obj\n<< /S /Java#53cript /JS (app.alert(1)) >>\nendobj",
        b"5 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj",
        b"5 0 obj\n<< /Type /EmbeddedFile >>\nstream\nx\nendstream\nendobj",
        b"5 0 obj\n<< /XFA [] >>\nendobj",
        b"% stream\n5 0 obj\n<< /S /JavaScript >>\nendobj\n% endstream",
        _packed(b"5 0 << /S /JavaScript /JS (app.alert(1)) >>"),
        _packed(b"5 0 << /S /JavaScript /JS (app.alert(1)) >>", b"/Obj#53tm"),
        _packed(b"\0" * 20_000_000),
    ],
)
def test_a_pdf_that_acts_is_refused(acting: bytes) -> None:
    with pytest.raises(UploadRefusedError, match="pdf"):
        paper("scan.pdf", pdf(acting))


def test_a_locked_pdf_is_refused_with_what_to_do() -> None:
    with pytest.raises(UploadRefusedError) as refused:
        paper("scan.pdf", pdf(b"5 0 obj\n<< /Encrypt 4 0 R >>\nendobj"))

    assert "password" in refused.value.sentence


def test_nothing_and_too_much_are_refused() -> None:
    for content, reason in ((b"", "empty"), (PDF + b" " * LARGEST_PAPER, "too large")):
        with pytest.raises(UploadRefusedError, match=reason):
            paper("scan.pdf", content)


@pytest.mark.parametrize(
    ("called", "name"),
    [
        ("Board resolution.pdf", "Board resolution.pdf"),
        ("../../etc/cron.d/x", "x.pdf"),
        ("C:\\Users\\ana\\paper.PDF", "paper.pdf"),
        ('evil".html\r\nSet-Cookie: a=b', "evil.pdf"),
        ("Mwĩkali Ndũkũ.jpg", "Mwĩkali Ndũkũ.pdf"),
        ("", "file.pdf"),
        ("...", "file.pdf"),
        ("a" * 300 + ".pdf", "a" * 100 + ".pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.pdf"),
    ],
)
def test_a_name_is_made_harmless_and_keeps_its_words(called: str, name: str) -> None:
    assert paper(called, PDF).name == name
