"""HELP, and whatever is not understood: the words there are."""

from register.graph.telling import Sentence
from register.sms.word import Known, Word
from register.words import N_


def answer(_about: str, _known: Known | None) -> Sentence:
    """Say what can be sent; the door adds a line for each word of the folder."""
    return Sentence(N_("Umiliki: who owns the county's suppliers. Send:"))


WORD = Word(codes=("HELP", "MSAADA"), help=N_("HELP: this list"), answer=answer)
