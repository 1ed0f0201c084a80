"""Whether two names are alike: enough to ask a person, never enough to join two records."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc\u02bb`\u00b4]")
_BREAKS = re.compile(r"[^\w]+")
#: Words that say what form a body has, not which body it is.
_FORMS = frozenset(
    {
        "ltd",
        "limited",
        "co",
        "company",
        "plc",
        "llp",
        "llc",
        "inc",
        "corp",
        "corporation",
        "the",
        "and",
        "of",
        "k",
    }
)
#: Shorter parts of a name must be spelt the same: "Ali" and "Adi" are two names.
_LONG_ENOUGH = 5


@lru_cache(maxsize=20_000)
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


def nearly_alike(one: str, other: str) -> bool:
    """Whether two names are alike when one letter of one part may be another, missing or too many.

    `Mohammed Mutua` is nearly like `Mutua, Mohamed`.
    """
    shorter, longer = sorted((folded(one), folded(other)), key=len)
    apart = shorter - longer
    if len(shorter) < 2 or len(apart) > 1:
        return False
    return all(any(_one_letter_apart(part, each) for each in longer - shorter) for part in apart)


def _one_letter_apart(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _LONG_ENOUGH or len(longer) - len(shorter) > 1:
        return False
    start = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    rest = shorter[start:] if len(longer) > len(shorter) else shorter[start + 1 :]
    return longer[start + 1 :] == rest


def same_body_name(one: str, other: str) -> bool:
    """Whether two names of bodies are the same but for case, order and the form of the body.

    `Kaiti Works Ltd` is `KAITI WORKS LIMITED`; `Kaiti Water Works` is another.
    """
    mine, yours = core_of_body(one), core_of_body(other)
    return bool(mine) and mine == yours


def core_of_body(name: str) -> frozenset[str]:
    """Give the parts of a body's name without those that say what form it has."""
    return folded(name) - _FORMS
