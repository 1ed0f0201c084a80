"""Passphrases: hashed with Argon2id, slow on purpose, a few at a time; weak ones are named before they are kept."""

import secrets
import unicodedata
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from zxcvbn import zxcvbn

#: OWASP's figures for Argon2id: 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
#: So many hashes at once in one process, so that a rush of sign-ins cannot eat the memory. Threads of their own,
#: since each thread that ever hashed keeps its 19 MiB: fifty sign-ins at once took 115 MiB, where a lock in place of the pool took 305.
AT_ONCE = ThreadPoolExecutor(max_workers=4, thread_name_prefix="passphrase")
SHORTEST = 12
LONGEST = 200
#: zxcvbn's scale goes from 0 to 4; 3 withstands guessing off line for a while.
STRONG_ENOUGH = 3
#: So many letters must be left when the person's own words are taken out.
LEFT_AT_LEAST = 8
#: What zxcvbn can judge in good time; more letters never make a passphrase weaker.
JUDGED = 72


class Weakness(StrEnum):
    """Why a passphrase is refused."""

    TOO_SHORT = "too short"
    TOO_LONG = "too long"
    EASY = "easy to guess"


def weakness(passphrase: str, about: Iterable[str] = ()) -> Weakness | None:
    """What is wrong with a new passphrase, if anything; `about` are the person's name, address and the like."""
    written = normal(passphrase)
    if len(written) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(written) > LONGEST:
        return Weakness.TOO_LONG
    words = _words(about)
    if len(_without(written, words)) < LEFT_AT_LEAST:
        return Weakness.EASY
    score = zxcvbn(written[:JUDGED], user_inputs=words)["score"]
    return Weakness.EASY if score < STRONG_ENOUGH else None


def hashed(passphrase: str) -> str:
    """The hash that is kept instead of a passphrase."""
    return AT_ONCE.submit(HASHER.hash, _bytes(passphrase)).result()


def matches(kept: str | None, passphrase: str) -> bool:
    """Whether a passphrase is the one whose hash was kept; takes as long when none was."""
    try:
        good = AT_ONCE.submit(_verified, kept, _bytes(passphrase)).result()
    except VerificationError:
        return False
    return good and kept is not None


def _verified(kept: str | None, passphrase: bytes) -> bool:
    # In the pool's own threads: when fifty sign in as the register starts, four make this hash and not fifty.
    nobody = _nobody()
    return HASHER.verify(kept or nobody, passphrase)


def normal(passphrase: str) -> str:
    """One spelling of letters that can be typed in several ways (é as one sign or two)."""
    return unicodedata.normalize("NFC", passphrase)


def _bytes(passphrase: str) -> bytes:
    # One letter more than any passphrase may have: a longer one is wrong, and costs no more to refuse.
    return normal(passphrase)[: LONGEST + 1].encode("utf-8", "surrogatepass")


def _words(about: Iterable[str]) -> list[str]:
    whole = [text.casefold() for text in about]
    return [*whole, *(word for text in whole for word in text.replace("@", " ").replace(".", " ").split())]


def _without(written: str, words: list[str]) -> str:
    """The letters that are left without these words."""
    rest = written.casefold()
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 2:
            rest = rest.replace(word, " ")
    return "".join(rest.split()).strip(".,-_@")


@cache
def _nobody() -> str:
    """The hash of a passphrase that no one was told: the work done for addresses without an account."""
    return HASHER.hash(secrets.token_bytes(32))
