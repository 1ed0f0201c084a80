"""Archives (zip, and what is made of it): read from the directory at the end alone, and refused before anything is unpacked."""

import re
import stat
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from register.uploads.refusal import UploadRefusedError
from register.words import N_

NOT_AN_ARCHIVE = N_("This file is damaged or not what it seems. Save it again and send that.")
TOO_MUCH_INSIDE = N_("There is too much in this file. Send a smaller one.")

END = struct.Struct("<4s4H2LH")
ENTRY = struct.Struct("<4s4B4HL2L5H2L")
LOCAL = struct.Struct("<4s2B4HL2L2H")
END_MARK, ENTRY_MARK, LOCAL_MARK = b"PK\x05\x06", b"PK\x01\x02", b"PK\x03\x04"
STORED, DEFLATED = 0, 8
LOCKED, SIZES_FOLLOW, PATCHED, HIDDEN_NAMES = 0x1, 0x8, 0x20, 0x2000
#: Marks of an extra field that gives a member another name or a larger size than the one seen here.
OTHER_NAME, ZIP64 = 0x7075, 0x0001
ARCHIVES = re.compile(
    r"\.(zip|xls[xmb]?|doc[xm]|ppt[xm]|jar|war|apk|od[tsp]|gz|tgz|bz2|xz|7z|rar|tar|zst)\Z", re.IGNORECASE
)
#: Bytes that sizes and checksum take where they follow a member.
LONGEST_SIZES = 24
#: Bytes up to which nobody minds how tightly a member is packed.
SMALL = 1024 * 1024
DRIVE = re.compile(r"[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an archive may hold: members, bytes of all together, and of one member for each byte it takes."""

    members: int = 200
    whole: int = 32 * 1024 * 1024
    ratio: int = 150


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive as its directory tells it; sizes in bytes, `place` is where it begins."""

    name: str
    packed: int
    size: int
    method: int
    flags: int
    place: int


def members_of(content: bytes, limits: Limits = Limits()) -> tuple[Member, ...]:
    """The members of an archive that may be unpacked. Raises UploadRefusedError before anything is.

    Refused: more members or bytes than the limits, members that are archives, links, locked, or packed in rare ways, names
    that lead elsewhere or come twice, parts that lie over each other, a directory that disagrees with the members, and
    anything before, between or after.
    """
    count, size, place = _end(content, limits)
    members = tuple(_entries(content, count, size, place))
    if sum(member.size for member in members) > limits.whole:
        raise UploadRefusedError("archive unpacks to too much", TOO_MUCH_INSIDE)
    if any(member.size > max(SMALL, limits.ratio * member.packed) for member in members):
        raise UploadRefusedError("archive member packed too tightly", TOO_MUCH_INSIDE)
    folded = {member.name.casefold() for member in members}
    if len(folded) != len(members):
        raise _refused("archive with a name twice")
    _lie_apart(content, members, place)
    return members


def _refused(reason: str) -> UploadRefusedError:
    return UploadRefusedError(reason, NOT_AN_ARCHIVE)


def _end(content: bytes, limits: Limits) -> tuple[int, int, int]:
    """Members, bytes and place of the directory; it must end the file, without a remark after it."""
    if len(content) < END.size or not content.startswith(LOCAL_MARK):
        raise _refused("no archive")
    mark, disk, first_disk, here, count, size, place, remark = END.unpack(content[-END.size :])
    if mark != END_MARK or disk or first_disk or here != count or remark:
        raise _refused("archive without a plain end")
    if count > limits.members:
        raise UploadRefusedError("archive with too many members", TOO_MUCH_INSIDE)
    if place + size + END.size != len(content):
        raise _refused("archive with something between")
    return count, size, place


def _entries(content: bytes, count: int, size: int, place: int) -> Iterator[Member]:
    end = place + size
    for _ in range(count):
        if place + ENTRY.size > end or content[place : place + 4] != ENTRY_MARK:
            raise _refused("archive directory cut short")
        (_, _, made_on, _, _, flags, method, _, _, _, packed, unpacked, named, extra, remark, disk, _, mode, begins) = (
            ENTRY.unpack_from(content, place)
        )  # fmt: skip
        place += ENTRY.size
        name, more = content[place : place + named], content[place + named : place + named + extra]
        place += named + extra + remark
        if place > end or disk or remark:
            raise _refused("archive directory cut short")
        _check_kind(made_on, mode >> 16, flags, method, more)
        yield Member(_name(name, flags), packed, unpacked, method, flags, begins)
    if place != end:
        raise _refused("archive with more in its directory than it counts")


def _check_kind(made_on: int, mode: int, flags: int, method: int, more: bytes) -> None:
    if flags & (LOCKED | PATCHED | HIDDEN_NAMES):
        raise _refused("archive locked")
    if method not in {STORED, DEFLATED}:
        raise _refused("archive packed in a rare way")
    kind = stat.S_IFMT(mode)
    if kind and not stat.S_ISREG(mode) and not (stat.S_ISDIR(mode) and made_on == 3):
        raise _refused("archive with a link or a device")
    if {OTHER_NAME, ZIP64} & set(_extras(more)):
        raise _refused("archive with two names or sizes for one member")


def _extras(more: bytes) -> Iterator[int]:
    place = 0
    while place + 4 <= len(more):
        mark, size = struct.unpack_from("<HH", more, place)
        yield mark
        place += 4 + size
    if place != len(more):
        raise _refused("archive with a broken extra field")


def _name(raw: bytes, flags: int) -> str:
    try:
        name = raw.decode("utf-8" if flags & 0x800 else "ascii")
    except UnicodeDecodeError:
        raise _refused("archive with an unreadable name") from None
    parts = name.removesuffix("/").split("/")
    if (
        not name.isprintable()
        or "\\" in name
        or DRIVE.match(name)
        or any(part in {"", ".", ".."} for part in parts)
    ):
        raise _refused("archive with a name that leads elsewhere")
    if ARCHIVES.search(name):
        raise _refused("archive in an archive")
    return name


def _lie_apart(content: bytes, members: tuple[Member, ...], directory: int) -> None:
    """One member after the other, each beginning as the directory says, nothing before the first."""
    ordered = sorted(members, key=lambda member: member.place)
    if ordered and ordered[0].place != 0:
        raise _refused("archive with something before it")
    for member, after in zip(ordered, [each.place for each in ordered[1:]] + [directory], strict=True):
        gap = after - _ends(content, member, directory)
        if not 0 <= gap <= (LONGEST_SIZES if member.flags & SIZES_FOLLOW else 0):
            raise _refused("archive members over each other or with something between")


def _ends(content: bytes, member: Member, directory: int) -> int:
    """Where a member's bytes end. Raises UploadRefusedError when its own head disagrees with the directory."""
    if member.place + LOCAL.size > directory:
        raise _refused("archive member outside")
    mark, _, _, flags, method, _, _, _, packed, size, named, extra = LOCAL.unpack_from(content, member.place)
    begins = member.place + LOCAL.size + named + extra
    name = content[member.place + LOCAL.size : member.place + LOCAL.size + named]
    more = content[member.place + LOCAL.size + named : begins]
    told = (member.packed, member.size)
    same = (packed, size) == told or (flags & SIZES_FOLLOW and (packed, size) in {(0, 0), told})
    if mark != LOCAL_MARK or not same or (flags, method) != (member.flags, member.method):
        raise _refused("archive member unlike its entry")
    if _name(name, flags) != member.name or {OTHER_NAME, ZIP64} & set(_extras(more)):
        raise _refused("archive member unlike its entry")
    if member.method == STORED and member.packed != member.size:
        raise _refused("archive member unlike its entry")
    return int(begins) + member.packed
