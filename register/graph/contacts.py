"""Ways to reach somebody, folded so that two spellings of one telephone, mailbox or street are found to be one."""

import re
import unicodedata
from collections.abc import Iterator

from register.graph.dossier import Contact, ContactKind

#: Digits of a number that tell it apart at home, whatever stands before them: +254 712 ..., 0712 ..., 712 ...
TELLING = 9
_BOX = re.compile(r"\bp\.?\s*o\.?\s*box\.?\s*(?:no\.?\s*)?(\d{1,6})(?:\s*[-,–]?\s*(\d{5}))?", re.IGNORECASE)
_APART = re.compile(r"[^\w]+")
#: Words that say what kind of place it is, not which.
_COMMON = frozenset({"the", "of", "along", "off", "next", "to", "near", "opposite", "kenya", "p", "o"})
_SHORT = {"rd": "road", "st": "street", "ave": "avenue", "bldg": "building", "hse": "house", "flr": "floor"}
#: Fewer words name a town and no address: "Wote", "Wote town".
LEAST_WORDS = 3


def contacts_in(
    source: str, *, phone: str = "", email: str = "", addresses: tuple[str, ...] = ()
) -> tuple[Contact, ...]:
    """Give each way to reach somebody that these words hold, once; `source` says where they are written."""
    found = [*_phones(phone, source), *_emails(email, source)]
    for address in addresses:
        found += [*_boxes(address, source), *_streets(address, source)]
    once = {(each.kind, each.key): each for each in reversed(found)}
    return tuple(reversed(once.values()))


def _phones(text: str, source: str) -> Iterator[Contact]:
    for part in re.split(r"[,;/]| or ", text):
        digits = "".join(letter for letter in part if letter.isdigit())
        if len(digits) >= TELLING:
            yield Contact(ContactKind.PHONE, digits[-TELLING:], part.strip(), source)


def _emails(text: str, source: str) -> Iterator[Contact]:
    for part in re.split(r"[,;\s]+", text):
        name, at, host = part.strip().casefold().rpartition("@")
        if at and name and "." in host:
            yield Contact(ContactKind.EMAIL, f"{name}@{host}", part.strip(), source)


def _boxes(text: str, source: str) -> Iterator[Contact]:
    for found in _BOX.finditer(text):
        # A box is one of a town's: without the code of the town it is no address.
        if found[2]:
            yield Contact(ContactKind.POST_BOX, f"{int(found[1])}-{found[2]}", found[0].strip(), source)


def _streets(text: str, source: str) -> Iterator[Contact]:
    rest = _BOX.sub(" ", text)
    spread = unicodedata.normalize("NFKD", rest.casefold())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    words = [_SHORT.get(word, word) for word in _APART.split(bare) if word]
    telling = [word for word in words if word not in _COMMON]
    if len(telling) >= LEAST_WORDS and any(any(letter.isdigit() for letter in word) for word in telling):
        yield Contact(ContactKind.STREET, " ".join(sorted(telling)), " ".join(rest.split()), source)
