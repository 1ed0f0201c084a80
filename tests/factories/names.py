"""Names as people bear them, and as nobody would spell them who wants to be found: of any script, length and form."""

import unicodedata

from hypothesis import strategies as any_

#: Seven signs that are typed for the one apostrophe of Ng’ang’a.
APOSTROPHES = "'’‘ʼʻ`´"
NAMES: tuple[str, ...] = (
    "Mwĩkali Ndũkũ",
    *(f"Ng{each}ang{each}a Kariũki" for each in APOSTROPHES),
    "محمد علي",
    "李小龍",
    "Wanza",
    "Wa " + "n" * 194 + " Aa",
    "Mwi\u0303kali Ndu\u0303ku\u0303 A\u0301\u0302\u0327",
    "Zawadi 👩🏾\u200d🌾 Mutua",
    "نیلوفر می\u200cخواهد",
    "\u0410na \u041cwikali",
    "Nzioka-Mũthama d’Ávila III",
    "null",
)

_LETTERS = any_.characters(categories=["Lu", "Ll", "Lo", "Lm"])
_WORDS = any_.text(
    _LETTERS
    | any_.characters(categories=["Mn", "Mc"])
    | any_.sampled_from([*APOSTROPHES, "-", ".", "\u200d"]),
    max_size=20,
)
_BEGUN = any_.tuples(_LETTERS, any_.lists(_WORDS, min_size=1, max_size=4)).map(
    lambda it: it[0] + " ".join(it[1])
)
#: Any name that a form takes: letters first, one space between words, of at most so many letters.
any_names = any_.sampled_from(NAMES) | _BEGUN.map(lambda name: " ".join(name.split()))


def kept(name: str) -> str:
    """A name as the register keeps it: composed (NFC), whatever way it was typed."""
    return unicodedata.normalize("NFC", name)
