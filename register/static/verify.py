"""Check the register's public log on any computer: `python3 verify.py LOG.jsonl ... [--before OLD.jsonl]`.

Needs Python 3.9 and nothing else. LOG.jsonl are the pages of /api/published.jsonl, in any order; OLD.jsonl is a copy that
somebody kept from before. Exit code 0: nothing is wrong; 1: something is, and each fault is told on a line; 2: unreadable.
"""

# ruff: noqa: T201, PTH123, UP035
# Nothing newer than Python 3.9 here: it runs on whatever computer a reader has.
from __future__ import annotations

import argparse
import hashlib
import json
import sys
from typing import Any, Iterable, Sequence

Entry = dict[str, Any]
Entries = dict[int, Entry]


def leaf_of(salt: str, text: str) -> str:
    """The leaf of a text: SHA-256 of a zero byte and of SHA-256 of the salt and the text, hexadecimal."""
    inner = hashlib.sha256(bytes.fromhex(salt) + text.encode("utf-8")).digest()
    return hashlib.sha256(b"\x00" + inner).hexdigest()


def read(paths: Iterable[str]) -> tuple[Entries, list[str]]:
    """The entries of some files by number, and the faults met in reading: two entries of one number that differ."""
    entries: Entries = {}
    faults: list[str] = []
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    entry = json.loads(line)
                    number = entry["sequence"]
                    if entries.setdefault(number, entry) != entry:
                        faults.append(f"entry {number}: stands twice, and differs")
    return entries, faults


def check(entries: Entries) -> list[str]:
    """What is wrong with a log by itself: gaps, leaves that do not fit, redactions that lead nowhere."""
    faults = [
        f"entry {number}: is missing"
        for number in range(1, max(entries, default=0) + 1)
        if number not in entries
    ]
    for number, entry in sorted(entries.items()):
        if entry["text"] is None:
            faults += _redacted(number, entry, entries)
        elif leaf_of(entry["salt"], entry["text"]) != entry["leafHash"]:
            faults.append(f"entry {number}: the leaf hash is not that of its salt and text")
        elif entry.get("statementId", _id(entry)) != _id(entry):
            faults.append(f"entry {number}: tells another statement than it says")
        if "redacts" in entry and entries.get(entry["redacts"], {}).get("text", "") is not None:
            faults.append(f"entry {number}: redacts entry {entry['redacts']}, which still has its text")
    return faults


def _id(entry: Entry) -> object:
    return json.loads(entry["text"]).get("statementId")


def _redacted(number: int, entry: Entry, entries: Entries) -> list[str]:
    """An entry without text is lawful only if a later one says that it redacts it, and tells what stands there now."""
    by = entry.get("redactedBy")
    newest = entries.get(by) if isinstance(by, int) else None
    if by is None or newest is None:
        return [f"entry {number}: has no text, and no entry of the log redacts it"]
    first = entry.get("redacts", number)
    good = by > number and newest.get("redacts") == first and newest["text"] is not None
    same = newest.get("statementId") == entry.get("statementId")
    return [] if good and same else [f"entry {number}: has no text, and entry {by} does not redact it"]


def compare(before: Entries, now: Entries) -> list[str]:
    """What an older copy of the log shows to have been changed since: a leaf never changes, a text goes only lawfully."""
    faults = []
    for number, old in sorted(before.items()):
        entry = now.get(number)
        if entry is None:
            faults.append(f"entry {number}: was there, and is gone")
        elif entry["leafHash"] != old["leafHash"]:
            faults.append(f"entry {number}: had another leaf hash")
        elif entry["text"] is not None and old["text"] is not None and entry["text"] != old["text"]:
            faults.append(f"entry {number}: had another text")
    return faults


def main(words: Sequence[str] | None = None) -> int:
    """Run the check; gives the exit code."""
    asked = argparse.ArgumentParser(description="Check the public log of the register.")
    asked.add_argument("log", nargs="+", help="pages of /api/published.jsonl")
    asked.add_argument("--before", nargs="+", default=[], help="pages of a copy kept from before")
    given = asked.parse_args(words)
    try:
        now, faults = read(given.log)
        before, more = read(given.before)
        faults += more + check(now) + compare(before, now)
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"cannot be read: {type(error).__name__} {error}", file=sys.stderr)
        return 2
    redacted = sum(entry["text"] is None for entry in now.values())
    for fault in faults:
        print(fault)
    print(
        f"{len(now)} entries, {redacted} lawfully redacted, {len(faults)} faults"
        if not faults
        else f"{len(now)} entries, {len(faults)} faults"
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
