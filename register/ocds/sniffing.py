"""Whether a file may hold contracting data, told by what is in it and not by its name."""

import codecs
import gzip
import io

from register.ocds.decoding import DAMAGED

_GZIP = b"\x1f\x8b"
#: So far is looked into a zipped file, and past blanks at the beginning of any.
_LOOK = 1 << 16


def may_be_contracts(data: bytes) -> bool:
    """Whether a file begins as JSON in UTF-8 does, plain or gzipped; the rest of it is for the import to complain of."""
    head = data[:_LOOK]
    if data.startswith(_GZIP):
        try:
            head = gzip.GzipFile(fileobj=io.BytesIO(data)).read(_LOOK)
        except (*DAMAGED, OSError):
            return False
    return head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"[")
