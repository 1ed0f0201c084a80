"""Whether two names are alike: enough to ask a person, never enough to join two records."""

import re
import unicodedata

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
_BREAKS = re.compile(r"[^\w]+")


def folded(name: str) -> frozenset[str]:
    """Give the parts of a name without case, accents, apostrophes and order."""
    bare = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name).casefold())
    letters = "".join(each for each in bare if not unicodedata.combining(each))
    return frozenset(part for part in _BREAKS.split(letters) if part)


def alike(one: str, other: str) -> bool:
    """Whether one name has all parts of the other, of which there are two at least.

    `Stephen Nzuki` is like `Nzuki, Stephen Wambua`; `Stephen` alone is like nobody.
    """
    shorter, longer = sorted((folded(one), folded(other)), key=len)
    return len(shorter) >= 2 and shorter <= longer
