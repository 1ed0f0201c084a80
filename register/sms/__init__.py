"""A text message in, a text message out: one file a word, and the folder is the list of words."""

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from register.sms.word import Question, Word

#: The language of an answer to a word that is not known.
USUAL = "en"
#: So many letters of what people ask about are read.
READ = 100


@lru_cache
def words() -> tuple[Word, ...]:
    """Every word people can send, by the alphabet."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    return tuple(sorted((m.WORD for m in modules if hasattr(m, "WORD")), key=lambda word: word.codes[USUAL]))


def asked(text: str) -> Question:
    """Read a message: its first word, in whatever case, and what it is about. An unknown word asks for help."""
    first, _, about = " ".join(text.replace("\x00", "").split()).partition(" ")
    code = first.strip(".,:;!?").upper()
    for word in words():
        for language, known in word.codes.items():
            if code == known:
                return Question(word, language, about[:READ])
    return Question(next(word for word in words() if word.codes[USUAL] == "HELP"), USUAL, "")
