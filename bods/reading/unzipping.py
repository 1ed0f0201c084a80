"""The bytes of a file as its writer had them, unpacked when they were gzipped."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, BinaryIO

from bods.reading import limits

if TYPE_CHECKING:
    Unzip = zlib._Decompress  # noqa: SLF001  # the one name that typeshed has for it

_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31  # zlib: the largest window, and a gzip header and checksum around the data
#: What some tools fill up the end of a file with.
_FILLING = b"\0"
_PACKED = 16 * 1024

#: What reading a damaged source of bytes raises, be it ours or a `gzip.GzipFile` that was handed in.
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile)


def unpacked(source: BinaryIO) -> Iterator[bytes]:
    """Give the bytes in pieces of at most `limits.BLOCK`, told to be gzip by content.

    Raises one of DAMAGE after the last piece that could be unpacked.
    """
    pieces = iter(lambda: source.read(_PACKED), b"")
    head = b""
    for piece in pieces:
        head += piece
        if len(head) >= len(_GZIP):
            break
    if head.startswith(_GZIP):
        return _unzipped(chain([head], pieces))
    return chain([head] if head else [], iter(lambda: source.read(limits.BLOCK), b""))


def _unzipped(pieces: Iterator[bytes]) -> Iterator[bytes]:
    unzip: Unzip | None = None
    for packed in pieces:
        rest = packed
        while unzip or (rest := rest.lstrip(_FILLING)):
            unzip = unzip or zlib.decompressobj(_GZIP_WINDOW)
            before = unzip.copy()
            try:
                plain = unzip.decompress(rest, limits.BLOCK)
            except zlib.error:
                yield from _up_to_damage(before, rest)
                raise
            if plain:
                yield plain
            if unzip.eof:
                rest, unzip = unzip.unused_data, None
            elif not (rest := unzip.unconsumed_tail) and len(plain) < limits.BLOCK:
                break
    if unzip:
        raise EOFError


def _up_to_damage(unzip: "Unzip", damaged: bytes) -> Iterator[bytes]:
    """Give byte by byte what a piece holds before it is damaged, which in one go is lost."""
    with suppress(zlib.error):
        for byte in damaged:
            if plain := unzip.decompress(bytes([byte])):
                yield plain
