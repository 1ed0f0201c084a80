"""Where to go after signing in: an address of this register, and never one of another site."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST = 2000
#: What may stand nowhere in an address: it would end the header it is written into.
CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
#: What browsers strip, or read as a slash.
TRICKS = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ufeff]")


def safe_next(asked: str | None) -> str | None:
    r"""The address if it lies in this register: one slash, then a path. None for everything else.

    Browsers read `//e`, `/\e`, `https:e` and addresses with tabs or line breaks as other sites.
    """
    if not asked or len(asked) > LONGEST or CONTROLS.search(asked):
        return None
    # Also as it may look once it was decoded or folded on its way.
    if all(_is_local(form) for form in (asked, unquote(asked.partition("?")[0]), _folded(asked))):
        return asked
    return None


def _folded(address: str) -> str:
    return unicodedata.normalize("NFKC", address.partition("?")[0])


def _is_local(address: str) -> bool:
    path = address.partition("?")[0]
    if not path.startswith("/") or path.startswith("//") or TRICKS.search(path):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and "@" not in path
