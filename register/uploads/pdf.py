"""PDF: from its first byte to its last, with nothing in it that acts when it is opened."""

import re
import zlib
from collections.abc import Iterator

from register.uploads.images import DAMAGED
from register.uploads.refusal import UploadRefusedError
from register.words import N_

HEADER = re.compile(rb"%PDF-[12]\.[0-9][\r\n \t]")
TRAILER = re.compile(rb"startxref\s{1,8}[0-9]{1,12}\s{1,8}%%EOF\s{0,64}\Z")
STREAM = re.compile(rb"stream\r?\n")
STREAM_ENDS = b"endstream"
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
#: Names of what runs, starts, or carries other files; long enough not to come about by chance in a picture.
ACTS = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm)(?![A-Za-z0-9])")
FORM_PROGRAM = re.compile(rb"/XFA(?![A-Za-z0-9])")
LOCKED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
#: /ObjStm, any letter of it perhaps written as its number.
PACKED_OBJECTS = re.compile(rb"/(O|#4[fF])(b|#62)(j|#6[aA])(S|#53)(t|#74)(m|#6[dD])(?![A-Za-z0-9])")
#: Bytes of packed objects looked through, at most; a paper has a thousandth of it.
MOST_PACKED = 16 * 1024 * 1024

PDF_ACTS = N_(
    "This PDF holds a program or other files. Print it to a new PDF, or photograph the paper, and send that."
)
PDF_LOCKED = N_("This PDF is locked with a password. Save it without one and send that.")


def words(content: bytes) -> bytes:
    """Check the whole; give all that stands outside its streams. Raises UploadRefusedError."""
    if not HEADER.match(content) or not TRAILER.search(content, max(0, len(content) - 1024)):
        raise UploadRefusedError("pdf without its beginning or end", DAMAGED)
    # All of it is looked through, not what a reader of PDF would call objects: a remark can feign a stream.
    whole = ESCAPED.sub(_letter, content)
    if LOCKED.search(whole):
        raise UploadRefusedError("pdf locked", PDF_LOCKED)
    outside = ESCAPED.sub(_letter, b"\n".join(_outside(content)))
    packed = ESCAPED.sub(_letter, _packed(content))
    if any(ACTS.search(part) for part in (whole, packed)) or FORM_PROGRAM.search(outside + packed):
        raise UploadRefusedError("pdf that acts", PDF_ACTS)
    return outside


def _letter(found: re.Match[bytes]) -> bytes:
    """A name may write its letters as #4A: what hides is read as what it says."""
    return bytes.fromhex(found[1].decode())


def _outside(content: bytes) -> Iterator[bytes]:
    place = 0
    while found := STREAM.search(content, place):
        yield content[place : found.start()]
        end = content.find(STREAM_ENDS, found.end())
        if end < 0:
            raise UploadRefusedError("pdf stream without its end", DAMAGED)
        place = end + len(STREAM_ENDS)
    yield content[place:]


def _packed(content: bytes) -> bytes:
    """The objects that lie packed in streams, as far as they can be unpacked."""
    room, found = MOST_PACKED, []
    for match in PACKED_OBJECTS.finditer(content):
        stream = STREAM.search(content, match.end(), match.end() + 4096)
        if stream is None:
            continue
        end = content.find(STREAM_ENDS, stream.end())
        unpacked = _unpacked(content[stream.end() : end], room)
        room -= len(unpacked)
        if room <= 0:
            raise UploadRefusedError("pdf with too much packed in it", PDF_ACTS)
        found.append(unpacked)
    return b"\n".join(found)


def _unpacked(packed: bytes, room: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, room)
    except zlib.error:
        return packed
