"""PNG: every chunk in its place, with its checksum, and nothing after the last."""

import zlib
from collections.abc import Iterator

from register.uploads.images import DAMAGED, check_size
from register.uploads.refusal import UploadRefusedError

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def words(content: bytes) -> bytes:
    """Check the whole; give the chunks in which text may stand. Raises UploadRefusedError."""
    chunks = tuple(_chunks(content))
    kinds = [kind for kind, _ in chunks]
    if not kinds or kinds[0] != b"IHDR" or kinds[-1] != b"IEND" or b"IDAT" not in kinds:
        raise UploadRefusedError("png without its parts", DAMAGED)
    head = chunks[0][1]
    check_size(int.from_bytes(head[:4]), int.from_bytes(head[4:8]))
    return b"\n".join(part for kind, part in chunks if kind != b"IDAT")


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not content.startswith(SIGNATURE):
        raise UploadRefusedError("png without its signature", DAMAGED)
    place = len(SIGNATURE)
    while place < len(content):
        size = int.from_bytes(content[place : place + 4])
        kind = content[place + 4 : place + 8]
        end = place + 12 + size
        if not kind.isalpha() or end > len(content):
            raise UploadRefusedError("png chunk out of place", DAMAGED)
        part = content[place + 8 : place + 8 + size]
        if zlib.crc32(part, zlib.crc32(kind)) != int.from_bytes(content[end - 4 : end]):
            raise UploadRefusedError("png chunk changed", DAMAGED)
        yield kind, part
        if kind == b"IEND" and end != len(content):
            raise UploadRefusedError("something after the png", DAMAGED)
        place = end
