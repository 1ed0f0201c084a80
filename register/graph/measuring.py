"""How wide words are when drawn, and where a name is broken so that it fits its box."""

NARROW = frozenset("iljtfrI.,:;|!'’‘ʼ()[] /-")
BROAD = frozenset("mwMWĩ%@—")
LINES = 3
ELLIPSIS = "…"


def width_of(text: str) -> float:
    """Give the width of a name in 13.5 px semi-bold sans, in px: an estimate on the wide side."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if letter in NARROW:
        return 5.2
    if letter in BROAD:
        return 13.2
    if ord(letter) > 0x2E7F:
        return 14.0
    return 10.4 if letter.isupper() or letter.isdigit() else 8.8


def broken(name: str, room: float, lines: int = LINES) -> tuple[str, ...]:
    """Break a name into at most `lines` lines no wider than `room`, as even as they can be; the rest becomes `…`."""
    words = [piece for word in name.split() for piece in _pieces(word, room)]
    if not words:
        return ("",)
    full = _filled(words, room)
    if len(full) > lines:
        return (*full[: lines - 1], _cut(full[lines - 1] + " " + full[lines], room))
    narrow = room
    while narrow > 40 and len(_filled(words, narrow - 6)) == len(full) and _fits(words, narrow - 6):
        narrow -= 6
    return tuple(_filled(words, narrow))


def _fits(words: list[str], room: float) -> bool:
    return all(width_of(word) <= room for word in words)


def _filled(words: list[str], room: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if width_of(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _pieces(word: str, room: float) -> list[str]:
    """Break a word that fits no line, after a hyphen where it has one."""
    if width_of(word) <= room:
        return [word]
    first, hyphen, rest = word.partition("-")
    if hyphen and rest and width_of(first + hyphen) <= room:
        return [first + hyphen, *_pieces(rest, room)]
    fitting = 1
    while fitting < len(word) and width_of(word[: fitting + 1]) <= room:
        fitting += 1
    return [word[:fitting], *(_pieces(word[fitting:], room) if fitting < len(word) else [])]


def _cut(text: str, room: float) -> str:
    while text and width_of(text + ELLIPSIS) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS
