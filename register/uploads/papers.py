"""Papers handed in as proof: PDF, JPEG or PNG, told by the content and never by the name."""

import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

import puremagic

from register.uploads import jpeg, pdf, png
from register.uploads.refusal import UploadRefusedError
from register.words import N_

#: Bytes.
LARGEST_PAPER = 10 * 1024 * 1024
LONGEST_NAME = 100

EMPTY = N_("This file is empty. Choose it again.")
TOO_LARGE = N_("This file is larger than 10 megabytes. Send a smaller scan or photograph.")
OTHER_KIND = N_("Send a PDF, JPEG or PNG file: a scan or a photograph of the paper.")
#: What a browser could take for a page, wherever it stands in a file.
SCRIPT = re.compile(rb"<script[\s>/]", re.IGNORECASE)
ACTIVE = re.compile(rb"<(?:html|svg|iframe|object|embed|body|\?php|!doctype\s+html)[\s>/]", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False)
class Paper:
    """A file that may come in: what it is called, what it is, and its bytes."""

    name: str
    media_type: str
    content: bytes


#: Media type -> reads the whole structure, and gives the parts in which text may stand.
READERS: Mapping[str, Callable[[bytes], bytes]] = {
    "application/pdf": pdf.words,
    "image/jpeg": jpeg.words,
    "image/png": png.words,
}
ENDINGS = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}


def paper(name: str, content: bytes) -> Paper:
    """Tell what a file is and give it a safe name. Raises UploadRefusedError.

    A file that is two things at once (a PDF that is also a page or an archive) is refused.
    """
    if not content:
        raise UploadRefusedError("empty", EMPTY)
    if len(content) > LARGEST_PAPER:
        raise UploadRefusedError("too large", TOO_LARGE)
    media_type = _told(content)
    words = READERS[media_type](content)
    if SCRIPT.search(content) or ACTIVE.search(words) or zipfile.is_zipfile(BytesIO(content)):
        raise UploadRefusedError("two things at once", OTHER_KIND)
    return Paper(safe_name(name, media_type), media_type, content)


def safe_name(name: str, media_type: str) -> str:
    """What the file is called on screen: its last part, printable, at most 100 letters, with the ending it deserves."""
    last = name.replace("\\", "/").rpartition("/")[2]
    plain = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*')
    stem = PurePosixPath(plain.strip(" .")).stem[:LONGEST_NAME].strip(" .")
    return (stem or "file") + ENDINGS[media_type]


def _told(content: bytes) -> str:
    """The media type by the first bytes."""
    try:
        media_type = puremagic.from_string(content[:4096], mime=True)
    except (puremagic.PureError, ValueError):
        media_type = ""
    if media_type not in READERS:
        raise UploadRefusedError("another kind of file", OTHER_KIND)
    return media_type
