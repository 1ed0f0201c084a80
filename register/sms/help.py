"""HELP, and whatever is not understood: the words there are, from the folder."""

from register import sms
from register.graph.telling import Sentence
from register.sms.word import Found, Lines, Word
from register.words import N_


def answer(_about: str, _found: Found) -> tuple[Lines, ...]:
    """Say what can be sent, a line a word."""
    others = tuple(Sentence(word.help) for word in sms.words() if word is not WORD)
    return ((Sentence(N_("Umiliki: who owns the county's suppliers. Send:")), *others),)


WORD = Word(codes={"en": "HELP", "sw": "MSAADA"}, help=N_("HELP: this list"), answer=answer)
