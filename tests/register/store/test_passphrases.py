"""Passphrases: slow to guess, and never weak ones."""

import threading
from time import perf_counter

import pytest
from argon2 import extract_parameters

from register.store import passphrases
from register.store.passphrases import Weakness

GOOD = "tembo mvua kijani saba"


def test_a_passphrase_is_known_again_however_its_letters_were_typed() -> None:
    kept = passphrases.hashed("Mwe\u0301tu\u0303 ya mu\u0303ini safi")

    assert passphrases.matches(kept, "Mwétũ ya mũini safi")
    assert not passphrases.matches(kept, "Mwetu ya muini safi")


def test_every_letter_of_a_long_one_counts() -> None:
    long = "ni wimbo " * 25

    kept = passphrases.hashed(long[:200])

    assert passphrases.matches(kept, long[:200])
    assert not passphrases.matches(kept, long[:199])
    assert not passphrases.matches(kept, long[:200] + "x")


def test_the_hash_costs_what_was_decided() -> None:
    parameters = extract_parameters(passphrases.hashed(GOOD))

    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) == (19 * 1024, 2, 1)


@pytest.mark.parametrize(
    ("passphrase", "weakness"),
    [
        ("mvua kijani", Weakness.TOO_SHORT),
        ("x" * 201, Weakness.TOO_LONG),
        ("password123456", Weakness.EASY),
        ("aaaaaaaaaaaaaaaa", Weakness.EASY),
        ("123456789012345", Weakness.EASY),
        ("mwikali.ana.mwikali", Weakness.EASY),
        ("Mwikali Umiliki 2026", Weakness.EASY),
        (GOOD, None),
        ("家は山の上にありました犬も", None),
        ("🦒🐘🦓🐃🦛🐆🦩🦜🐢🐍🦎🐊", None),
    ],
)
def test_weak_ones_are_named(passphrase: str, weakness: Weakness | None) -> None:
    assert (
        passphrases.weakness(passphrase, ("Ana Mwikali", "ana.mwikali@umiliki.example", "umiliki"))
        is weakness
    )


def test_nobodys_passphrase_takes_as_long_as_a_wrong_one() -> None:
    kept = passphrases.hashed(GOOD)

    def median(of: str | None) -> float:
        took = []
        for _ in range(9):
            start = perf_counter()
            passphrases.matches(of, "something else altogether")
            took.append(perf_counter() - start)
        return sorted(took)[4]

    median(None)
    unknown, known = median(None), median(kept)

    # bar-A7 asks for 10 % over 400 tries; nine tries on a busy machine are allowed more.
    assert 0.5 < unknown / known < 2


def test_four_hashes_at_once_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, lock = 0, 0, threading.Lock()

    class Counting:
        def hash(self, _passphrase: bytes) -> str:
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            threading.Event().wait(0.02)
            with lock:
                running -= 1
            return "hash"

    monkeypatch.setattr(passphrases, "HASHER", Counting())
    threads = [threading.Thread(target=passphrases.hashed, args=(GOOD,)) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == 4
