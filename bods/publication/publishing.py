"""Everything that goes with a bulk export, made in one folder: a file in each form, checksums, a description, a guide."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import orjson

from bods.exceptions import BodsError
from bods.exports import Format, formats
from bods.publication.about import About
from bods.publication.files import (
    DATA,
    GUIDE,
    SUMS,
    PublishedFile,
    TextsAgain,
    checksum,
    settled,
    written,
    written_text,
)
from bods.publication.guide import guide
from bods.publication.package import described
from bods.publication.used import Used

#: How the names of folders begin that are being filled; what is left of them is cleared by the next publication.
_UNFINISHED = ".unfinished-"


class FolderTakenError(BodsError):
    """A publication is to be put where there is something already; it would be neither the old one nor the new."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            f"There is something at {folder.name} already: publish into a folder that is not there yet."
        )


@dataclass(frozen=True, slots=True)
class Publication:
    """What is in the folder of a publication. `files` are the data; a guide, a description and checksums lie beside."""

    folder: Path
    statements: int
    version: str
    made_at: datetime
    files: tuple[PublishedFile, ...]


def publish(
    texts_again: TextsAgain,
    folder: Path,
    about: About,
    *,
    at: datetime,
    forms: Sequence[Format] | None = None,
    stem: str = "bods",
) -> Publication:
    """Make a publication: every form of `forms` (all there are, if None), named `stem` and the form's suffix.

    `texts_again` gives the published texts from the beginning each time it is called. The folder appears when
    everything in it is whole and on disk: nothing half written is ever seen, and what a broken attempt left beside
    it is cleared away. Two may not publish into one parent folder at a time.

    Raises FolderTakenError when the folder is there already.
    """
    if folder.exists():
        raise FolderTakenError(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    _clear(folder.parent)
    filling = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=folder.parent))
    try:
        _fill(filling, texts_again, about, formats() if forms is None else forms, stem, at)
        filling.chmod(0o755)
        settled(filling)
        filling.rename(folder)
    except BaseException:
        shutil.rmtree(filling, ignore_errors=True)
        raise
    settled(folder.parent)
    return publication_in(folder)


def _clear(parent: Path) -> None:
    for left in parent.glob(f"{_UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)


def _fill(
    folder: Path, texts_again: TextsAgain, about: About, forms: Iterable[Format], stem: str, at: datetime
) -> None:
    used = Used()
    for _ in used.passing(texts_again()):
        pass
    files = list(written(forms, texts_again, folder, stem))
    written_text(folder / GUIDE, guide(about, files, used, at))
    statements = sum(used.statements.values())
    written_text(folder / DATA, described(about, files, folder, statements, at))
    sums = [(each.sha256, each.name) for each in files]
    sums += [(checksum(folder / name), name) for name in (GUIDE, DATA)]
    written_text(folder / SUMS, "".join(f"{digest}  {name}\n" for digest, name in sums))


def publication_in(folder: Path) -> Publication:
    """Read what a publication's own description says of it. Raises FileNotFoundError where there is none."""
    package = orjson.loads((folder / DATA).read_bytes())
    files = tuple(
        PublishedFile(
            name=each["path"],
            code=each["format"],
            title=each["title"],
            media_type=each["mediatype"],
            octets=each["bytes"],
            sha256=each["hash"].removeprefix("sha256:"),
            leaves_out=each.get("leavesOut"),
        )
        for each in package["resources"]
    )
    made_at = datetime.fromisoformat(package["created"])
    return Publication(folder, package["statements"], package["version"], made_at, files)
