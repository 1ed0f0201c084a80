"""What a file is, told by how it begins: an array, lines, or none that can be read."""

from bods.reading.brackets import WHITE
from bods.reading.stream import File
from bods.reading.unreadable import PACKED, PACKED_TWICE, UTF_16, ZIP, Unreadable

_MARK = b"\xef\xbb\xbf"
_FOREIGN = (
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", PACKED_TWICE),
    (b"BZh", PACKED),
    (b"\xfd7zXZ\x00", PACKED),
    (b"7z\xbc\xaf\x27\x1c", PACKED),
    (b"\x28\xb5\x2f\xfd", PACKED),
    (b"\xff\xfe", UTF_16),
    (b"\xfe\xff", UTF_16),
    (b"\x00\x00\xfe\xff", UTF_16),
)


def foreign(file: File) -> Unreadable | None:
    """Say what the file is when it is nothing that we read; else go past its byte order mark."""
    head = file.peek()
    for magic, told in _FOREIGN:
        if head.startswith(magic):
            return told
    if head.startswith(_MARK):
        file.read(len(_MARK))
    elif b"\0" in head[:4]:
        return UTF_16
    return None


def skip_white(file: File) -> int:
    """Go to the first character that is not white and give the number of lines before its line."""
    lines = 0
    while head := file.peek():
        rest = head.lstrip(WHITE)
        lines += head.count(b"\n", 0, len(head) - len(rest))
        file.read(len(head) - len(rest))
        if rest:
            break
    return lines
