"""Which names may be one: compared within small groups that share a sound, a date or a number, never all with all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from rapidfuzz import fuzz

#: Names at least so alike (0 to 100) are a question; less is enough where something else is shared.
ALIKE = 88
ALIKE_WITH_MORE = 60
#: Groups larger than this are looked at between neighbours in the alphabet only.
LARGEST_GROUP = 40
NEIGHBOURS = 8
#: Words that say what form a company has, as folded names write them.
FORMS = frozenset({"ltd", "co", "k", "&", "plc", "inc", "corp", "llp", "the", "of"})
_VOWELS = frozenset("aeiouwyh")


class Reason(StrEnum):
    """What speaks for two records being one."""

    NAME = "name"
    LIKE_NAME = "like_name"
    BORN = "born"
    PIN = "pin"
    NUMBER = "number"
    PHONE = "phone"
    EMAIL = "email"
    POST_BOX = "post_box"
    STREET = "street"


@dataclass(frozen=True, slots=True)
class Looked:
    """One record: its folded name, keyed hashes or numbers that another may share, and whom it is known to be.

    `marks` are (reason, value). Two that are `known` to be one are not compared.
    """

    key: str
    folded: str
    marks: frozenset[tuple[Reason, str]] = frozenset()
    known: str = ""


@dataclass(frozen=True, slots=True)
class Like:
    """Two records that may be one; `one` comes before `other`. `score` is 0 to 100."""

    one: str
    other: str
    score: int
    reasons: tuple[Reason, ...]


def alike(looked: Sequence[Looked]) -> tuple[Like, ...]:
    """Give each pair that is a question once, the likest first."""
    found: dict[tuple[str, str], Like] = {}
    for group in _groups(looked):
        for one, other in _pairs(group):
            if one.known and one.known == other.known:
                continue
            first, second = sorted((one, other), key=lambda each: each.key)
            if first.key != second.key and (first.key, second.key) not in found:
                like = _compared(first, second)
                if like is not None:
                    found[first.key, second.key] = like
    return tuple(sorted(found.values(), key=lambda each: (-len(each.reasons), -each.score, each.one)))


def _compared(one: Looked, other: Looked) -> Like | None:
    mine, yours = _core(one.folded), _core(other.folded)
    score = int(
        max(fuzz.token_sort_ratio(mine, yours), fuzz.ratio(mine.replace(" ", ""), yours.replace(" ", "")))
    )
    shared = sorted({reason for reason, _ in one.marks & other.marks})
    if score < (ALIKE_WITH_MORE if shared else ALIKE) and not {Reason.PIN, Reason.NUMBER} & set(shared):
        return None
    named = [Reason.NAME] if score == 100 else [Reason.LIKE_NAME] if score >= ALIKE else []
    return Like(one.key, other.key, score, (*named, *shared))


def _groups(looked: Iterable[Looked]) -> Iterator[list[Looked]]:
    groups: dict[tuple[str, ...], list[Looked]] = defaultdict(list)
    for each in looked:
        for key in _keys(each):
            groups[key].append(each)
    yield from (group for group in groups.values() if len(group) > 1)


def _keys(looked: Looked) -> set[tuple[str, ...]]:
    words = _core(looked.folded).split()
    sounds = sorted({sound(word) for word in words})
    keys: set[tuple[str, ...]] = {("two", *pair) for pair in combinations(sounds[:6], 2)}
    keys |= {("whole", "".join(sounds)), ("first", words[0]), ("last", words[-1])} if words else set()
    keys.add(("run", sound(_core(looked.folded).replace(" ", ""))))
    return keys | {("mark", reason.value, value) for reason, value in looked.marks}


def _pairs(group: list[Looked]) -> Iterator[tuple[Looked, Looked]]:
    if len(group) <= LARGEST_GROUP:
        yield from combinations(group, 2)
        return
    ordered = sorted(group, key=lambda each: " ".join(sorted(each.folded.split())))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + NEIGHBOURS]:
            yield one, other


def sound(word: str) -> str:
    """A word as it roughly sounds: its first letter and the consonants after it, doubled ones once, l and r as one.

    Wanjiku and Wanjikuu, Kariuki and Kaliuki come out alike.
    """
    heard = word[:1].replace("r", "l")
    for letter in word[1:].replace("r", "l").replace("c", "k").replace("z", "s"):
        if letter not in _VOWELS and letter != heard[-1:]:
            heard += letter
    return heard


def _core(folded: str) -> str:
    kept = [word for word in folded.split() if word not in FORMS]
    return " ".join(kept) or folded
