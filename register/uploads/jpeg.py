"""JPEG: its segments one after the other up to the picture, and the end of it."""

from register.uploads.images import DAMAGED, check_size
from register.uploads.refusal import UploadRefusedError

START, END, SCAN = 0xD8, 0xD9, 0xDA
#: Markers that begin a frame and hold its size; three numbers in between mean something else.
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
#: Markers without a length.
BARE = frozenset({0x01, *range(0xD0, 0xD8)})
#: What telephones put after the picture (a film, a smaller picture) is theirs; a page or an archive is not.


def words(content: bytes) -> bytes:
    """Check the structure; give all but the picture itself. Raises UploadRefusedError."""
    if content[:2] != bytes((0xFF, START)):
        raise UploadRefusedError("jpeg without its beginning", DAMAGED)
    scan = _to_the_scan(content)
    end = content.find(bytes((0xFF, END)), scan)
    if end < 0:
        raise UploadRefusedError("jpeg without its end", DAMAGED)
    after = content[end + 2 :]
    if b"%PDF-" in after[:4096] or after[:2] in {b"#!", b"MZ"}:
        raise UploadRefusedError("something after the jpeg", DAMAGED)
    return content[:scan] + after


def _to_the_scan(content: bytes) -> int:
    """Walk the segments; give where the first scan begins."""
    place, framed = 2, False
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            break
        marker = content[place + 1]
        if marker == 0xFF or marker in BARE:
            place += 1 if marker == 0xFF else 2
            continue
        size = int.from_bytes(content[place + 2 : place + 4])
        if size < 2 or place + 2 + size > len(content):
            break
        if marker in FRAMES:
            head = content[place + 5 : place + 9]
            check_size(int.from_bytes(head[2:4]), int.from_bytes(head[:2]))
            framed = True
        if marker == SCAN and framed:
            return place + 2 + size
        place += 2 + size
    raise UploadRefusedError("jpeg segment out of place", DAMAGED)
