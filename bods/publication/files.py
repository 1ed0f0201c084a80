"""The files of a publication: how each is written, weighed and named."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from bods.exceptions import MissingExtraError
from bods.exports import Format

TextsAgain = Callable[[], Iterable[bytes]]
DATA, SUMS, GUIDE = "datapackage.json", "SHA256SUMS", "GUIDE.md"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """One file of a publication: in which form, its size in bytes and its checksum in hexadecimal."""

    name: str
    code: str
    title: str
    media_type: str
    octets: int
    sha256: str
    leaves_out: str | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is text in UTF-8."""
        return self.media_type.startswith("text/") or self.media_type.endswith(("json", "jsonl", "+xml"))


def written(forms: Iterable[Format], texts: TextsAgain, folder: Path, stem: str) -> Iterator[PublishedFile]:
    """Write one file in each form; a form whose extra is not installed is passed over."""
    for form in forms:
        path = folder / f"{stem}{form.suffix}"
        try:
            with path.open("wb") as out:
                form.write(texts(), out)
                out.flush()
                os.fsync(out.fileno())
        except MissingExtraError:
            path.unlink()
            continue
        yield PublishedFile(
            path.name,
            form.code,
            form.title,
            form.media_type,
            path.stat().st_size,
            checksum(path),
            form.leaves_out,
        )


def written_text(path: Path, text: str) -> None:
    """Write a small file so that it stays after a power cut."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def settled(folder: Path) -> None:
    """See to it that the names in a folder stay after a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
