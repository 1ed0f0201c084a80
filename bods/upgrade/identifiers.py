"""Identifiers that an upgrade has to make: always the same ones for the same file."""

from hashlib import sha256

from bods.upgrade.here import Here
from bods.upgrade.old import Old

_SHORTEST, _LONGEST = 32, 64
_DIGITS = 40


def made_from(*words: str) -> str:
    """Give an identifier of 48 characters that the same words always give again."""
    text = "\0".join(words).encode("utf-8", "surrogatepass")
    return f"upgrade-{sha256(text).hexdigest()[:_DIGITS]}"


def statement_id(old: Old, here: Here, *, twice: bool) -> str:
    """Give the statement id, which stays unless 0.4 does not allow its length or another statement has it too."""
    if twice:
        here.tell("statementID", "Made anew: another statement of this file has it too.")
        return made_from(old.id, str(old.place))
    if _SHORTEST <= len(old.id) <= _LONGEST:
        return old.id
    here.tell("statementID", "Made anew: 0.4 wants 32 to 64 characters.")
    return made_from(old.id)
