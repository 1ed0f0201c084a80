"""Small true papers: a PDF, a PNG and a JPEG as scanners and telephones make them."""

import struct
import zlib

PDF = (
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
    b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n"
    b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n"
)


def pdf(*objects: bytes) -> bytes:
    """A PDF with further objects in it."""
    return PDF.replace(b"xref\n", b"\n".join((*objects, b"xref\n")), 1)


def chunk(kind: bytes, part: bytes) -> bytes:
    """One chunk of a PNG, with its checksum."""
    return struct.pack(">I", len(part)) + kind + part + struct.pack(">I", zlib.crc32(kind + part))


def png(width: int = 2, height: int = 2, *more: bytes) -> bytes:
    """A black PNG; `more` are chunks before the picture."""
    rows = zlib.compress((b"\0" + b"\0" * min(width, 100) * 3) * min(height, 100))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            chunk(b"IHDR", head),
            *more,
            chunk(b"IDAT", rows),
            chunk(b"IEND", b""),
        )
    )


def segment(marker: int, part: bytes) -> bytes:
    """One segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(part) + 2) + part


def jpeg(width: int = 2, height: int = 2, *more: bytes, after: bytes = b"") -> bytes:
    """The frame of a JPEG with a few bytes of picture; `more` are segments before it, `after` what follows its end."""
    return b"".join(
        (
            b"\xff\xd8",
            segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            *more,
            segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00"),
            segment(0xDA, b"\x01\x01\x00\x00\x3f\x00"),
            b"\x12\x34\x56",
            b"\xff\xd9",
            after,
        )
    )
