"""Archives made by hand: good ones, and ones that no honest program writes."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

import openpyxl

SHEET = b'<?xml version="1.0"?><worksheet><sheetData/></worksheet>'
PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "xl/workbook.xml": b"<workbook/>",
    "xl/worksheets/sheet1.xml": SHEET,
}


@dataclass(frozen=True, slots=True)
class Made:
    """One member as it is to be written; what is None is told truly. `mode` is that of a Unix file."""

    name: bytes
    content: bytes = b"x"
    said_size: int | None = None
    said_packed: int | None = None
    local_name: bytes | None = None
    local_size: int | None = None
    flags: int = 0
    method: int = 8
    mode: int = stat.S_IFREG | 0o600
    extra: bytes = b""
    place: int | None = None


def archive(
    *members: Made,
    before: bytes = b"",
    between: bytes = b"",
    after: bytes = b"",
    remark: bytes = b"",
    count: int | None = None,
) -> bytes:
    """The bytes of an archive with these members."""
    body, directory = bytearray(before), bytearray()
    for made in members:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = deflate.compress(made.content) + deflate.flush() if made.method == 8 else made.content
        size = len(made.content) if made.said_size is None else made.said_size
        taken = len(packed) if made.said_packed is None else made.said_packed
        place = len(body) if made.place is None else made.place
        local = made.name if made.local_name is None else made.local_name
        told = size if made.local_size is None else made.local_size
        crc = zlib.crc32(made.content)
        body += struct.pack(
            "<4s2B4HL2L2H",
            b"PK\x03\x04",
            20,
            0,
            made.flags,
            made.method,
            0,
            0,
            crc,
            taken,
            told,
            len(local),
            0,
        )
        body += local + packed
        directory += struct.pack(
            "<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 3, 20, 0, made.flags, made.method, 0, 0, crc, taken, size,
            len(made.name), len(made.extra), 0, 0, 0, made.mode << 16, place,
        ) + made.name + made.extra  # fmt: skip
    number = len(members) if count is None else count
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, number, number, len(directory), len(body) + len(between), len(remark)
    )
    return bytes(body) + between + bytes(directory) + end + remark + after


def workbook_of(parts: Mapping[str, bytes] | None = None, **more: bytes) -> bytes:
    """A workbook of these parts, packed by the standard library."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, part in {**PARTS, **(parts or {}), **more}.items():
            zipped.writestr(name, part)
    return file.getvalue()


def by_openpyxl() -> bytes:
    book, file = openpyxl.Workbook(), BytesIO()
    for row in range(1, 200):
        book.active.append([f"Company {row}", row, "Mwĩkali"])
    book.save(file)
    return file.getvalue()


class _OneWay(BytesIO):
    """A stream that cannot go back, as a server's answer cannot: sizes then follow each member."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_where: int) -> int:
        raise OSError("this stream goes one way")

    def tell(self) -> int:
        raise OSError("this stream goes one way")


def streamed() -> bytes:
    file = _OneWay()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, part in PARTS.items():
            zipped.writestr(name, part)
    return file.getvalue()


GOOD: Mapping[str, Callable[[], bytes]] = {
    "openpyxl": by_openpyxl,
    "streamed": streamed,
    "printer settings": lambda: workbook_of({"xl/printerSettings/printerSettings1.bin": b"\0" * 2000}),
    "picture": lambda: workbook_of({"docProps/thumbnail.jpeg": b"\xff\xd8"}),
    "utf-16": lambda: workbook_of(
        {"xl/styles.xml": '<?xml version="1.0" encoding="utf-16"?><a/>'.encode("utf-16")}
    ),
}


def quoted_overlap() -> bytes:
    """Two entries that unpack the same bytes."""
    one = Made(b"a.xml", b"\0" * 500_000)
    return archive(one, Made(b"b.xml", b"\0" * 500_000, local_name=b"b.xml", place=0))


MEMBERS = tuple(Made(name.encode(), part) for name, part in PARTS.items())

BAD: Mapping[str, Callable[[], bytes]] = {
    "xlsx of 190 MB": lambda: workbook_of({"xl/sharedStrings.xml": b"<si>x</si>" * 19_000_000}),
    "many parts of 1 MB": lambda: workbook_of({f"xl/s{n}.xml": b" " * 1_000_000 for n in range(60)}),
    "100,000 members": lambda: archive(*(Made(b"m%d" % n, b"", method=0) for n in range(100_000)), count=34_464),
    "65,000 members": lambda: archive(*(Made(b"m%d" % n, b"", method=0) for n in range(65_000))),
    "a lie about the number": lambda: archive(*MEMBERS, count=1),
    "a zip in a zip": lambda: workbook_of({"xl/inner.zip": workbook_of()}),
    "a workbook in a workbook": lambda: workbook_of({"xl/inner.XLSX": workbook_of()}),
    "link": lambda: archive(*MEMBERS, Made(b"xl/link", b"../../keys.json", mode=stat.S_IFLNK | 0o777)),
    "device": lambda: archive(*MEMBERS, Made(b"xl/device", mode=stat.S_IFCHR | 0o600)),
    "pipe": lambda: archive(*MEMBERS, Made(b"xl/pipe", mode=stat.S_IFIFO | 0o600)),
    "../": lambda: archive(*MEMBERS, Made(b"../../etc/cron.d/x")),
    "a/../../b": lambda: archive(*MEMBERS, Made(b"xl/../../b.xml")),
    "/absolute": lambda: archive(*MEMBERS, Made(b"/etc/passwd")),
    "drive": lambda: archive(*MEMBERS, Made(b"C:/windows/x")),
    "backslash": lambda: archive(*MEMBERS, Made(b"..\\..\\x.xml")),
    "NUL in a name": lambda: archive(*MEMBERS, Made(b"xl/a.xml\0.png")),
    "name that is not text": lambda: archive(*MEMBERS, Made(b"xl/\xff\xfe.xml")),
    "name twice": lambda: archive(*MEMBERS, MEMBERS[1]),
    "name twice in other letters": lambda: archive(*MEMBERS, Made(b"XL/Workbook.xml")),
    "empty name": lambda: archive(*MEMBERS, Made(b"")),
    "locked": lambda: archive(*MEMBERS, Made(b"xl/a.xml", flags=1)),
    "packed by LZMA": lambda: archive(*MEMBERS, Made(b"xl/a.xml", method=14)),
    "packed by bzip2": lambda: archive(*MEMBERS, Made(b"xl/a.xml", method=12)),
    "overlap": quoted_overlap,
    "size said small inside, large outside": lambda: archive(*MEMBERS, Made(b"xl/a.xml", b"x" * 9000, local_size=4)),
    "stored with two sizes": lambda: archive(*MEMBERS, Made(b"xl/a.xml", method=0, said_size=5)),
    "other name inside": lambda: archive(*MEMBERS, Made(b"xl/a.xml", local_name=b"xl/b.xml")),
    "other name beside": lambda: archive(*MEMBERS, Made(b"xl/a.xml", extra=struct.pack("<HHB", 0x7075, 1, 0))),
    "64-bit sizes": lambda: archive(*MEMBERS, Made(b"xl/a.xml", extra=struct.pack("<HHQ", 1, 8, 2**40))),
    "broken extra field": lambda: archive(*MEMBERS, Made(b"xl/a.xml", extra=struct.pack("<HHB", 9, 40, 0))),
    "program before": lambda: archive(*MEMBERS, before=b"#!/bin/sh\n"),
    "something between": lambda: archive(*MEMBERS, between=b"hidden") + b"",
    "something after": lambda: archive(*MEMBERS, after=b"<script>"),
    "remark": lambda: archive(*MEMBERS, remark=b"PK\x05\x06"),
    "beyond the file": lambda: archive(*MEMBERS, Made(b"xl/a.xml", said_packed=10**9)),
    "begins outside": lambda: archive(*MEMBERS, Made(b"xl/a.xml", place=4_000_000_000)),
    "cut short": lambda: workbook_of()[:-30],
    "only an end": lambda: b"PK\x05\x06" + b"\0" * 18,
    "macros": lambda: workbook_of({"xl/vbaProject.bin": b"x"}),
    "links to other workbooks": lambda: workbook_of({"xl/externalLinks/externalLink1.xml": b"<a/>"}),
    "other files inside": lambda: workbook_of({"xl/embeddings/oleObject1.bin": b"x"}),
    "no workbook": lambda: archive(Made(b"page.html")),
    "damaged inside": lambda: archive(*MEMBERS[:2], Made(b"xl/worksheets/sheet1.xml", b"x" * 300, said_packed=2)),
}  # fmt: skip
