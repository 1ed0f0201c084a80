"""Workbooks (xlsx): whether one may be opened by the library that reads it."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.parsers import expat

from register.uploads.archives import NOT_AN_ARCHIVE, Limits, Member, members_of
from register.uploads.refusal import UploadRefusedError
from register.words import N_

WORKBOOK_ACTS = N_(
    "This workbook holds a program, other files or links to other workbooks. Save it as a plain .xlsx file without them."
)
#: What a workbook of cells must have, and what none of ours needs.
NEEDED = frozenset({"[Content_Types].xml", "xl/workbook.xml"})
ACTS = re.compile(
    r"(vbaProject|vbaData|activeX|embeddings|externalLinks|oleObject|ctrlProps|customUI|connections\.xml|queryTables)",
    re.IGNORECASE,
)
XML = re.compile(r"\.(xml|rels|vml)\Z", re.IGNORECASE)
#: Bytes read at a time while looking for a document type, which stands before the first element or nowhere.
STEP = 8192
LONGEST_PROLOGUE = 64 * 1024


def check_workbook(content: bytes, limits: Limits = Limits()) -> None:  # noqa: B008 (frozen)
    """Raises UploadRefusedError for what is no plain workbook: a bomb, a program, entities, links to other files.

    The directory is judged first, before anything is unpacked; then the beginning of each part of XML.
    """
    members = members_of(content, limits)
    names = {member.name for member in members}
    if not names >= NEEDED:
        raise UploadRefusedError("no workbook", NOT_AN_ARCHIVE)
    if any(ACTS.search(name) for name in names):
        raise UploadRefusedError("workbook that acts", WORKBOOK_ACTS)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for member in members:
            if XML.search(member.name):
                check_xml(_pieces(archive, member))


def check_xml(pieces: Iterator[bytes]) -> None:
    """Refuse XML that declares a document type: without one there are no entities, inside or outside.

    Reads no further than the first element. Raises UploadRefusedError.
    """
    parser = expat.ParserCreate()
    begun: list[str] = []
    declared: list[str] = []
    parser.StartDoctypeDeclHandler = lambda name, *_rest: declared.append(name)
    parser.StartElementHandler = lambda name, _attributes: begun.append(name)
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
    read = 0
    for piece in pieces:
        read += len(piece)
        try:
            parser.Parse(piece)
        except (expat.ExpatError, ValueError):
            if not begun:
                raise UploadRefusedError("xml that cannot be read", NOT_AN_ARCHIVE) from None
        if declared:
            raise UploadRefusedError("xml with a document type", NOT_AN_ARCHIVE)
        if begun:
            return
        if read > LONGEST_PROLOGUE:
            break
    raise UploadRefusedError("xml without an element", NOT_AN_ARCHIVE)


def _pieces(archive: zipfile.ZipFile, member: Member) -> Iterator[bytes]:
    try:
        with archive.open(member.name) as part:
            while piece := part.read(STEP):
                yield piece
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, ValueError, NotImplementedError):
        raise UploadRefusedError("archive member that cannot be unpacked", NOT_AN_ARCHIVE) from None
