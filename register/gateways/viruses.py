"""Asking a virus scanner (clamd) about a file before it is kept; without one, nobody claims that it was scanned."""

import socket
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from register.config import Config
from register.exceptions import RegisterError

#: Seconds to wait for the scanner in all.
PATIENCE = 20
#: Bytes sent at a time, and read of the answer.
PIECE = 64 * 1024
LONGEST_ANSWER = 4096


class Verdict(StrEnum):
    """What is known of a file."""

    CLEAN = "clean"
    INFECTED = "infected"
    NOT_SCANNED = "not scanned"


class ScannerSilentError(RegisterError):
    """The scanner that the settings name does not answer, or not in its language: the file is then not taken."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(f"the virus scanner does not answer: {why}")


class Scanner(Protocol):
    """Says whether a file carries a virus."""

    def verdict(self, content: bytes) -> Verdict:
        """Raises ScannerSilentError."""
        ...


@dataclass(frozen=True, slots=True)
class NoScanner:
    """Where none is set: says so of every file."""

    def verdict(self, content: bytes) -> Verdict:
        return Verdict.NOT_SCANNED


@dataclass(frozen=True, slots=True)
class Clamd:
    """clamd on a socket of this machine (`/run/clamav/clamd.ctl`) or at host:port."""

    address: str

    def verdict(self, content: bytes) -> Verdict:
        try:
            with self._connected() as connection:
                connection.sendall(b"zINSTREAM\0")
                for place in range(0, len(content), PIECE):
                    piece = content[place : place + PIECE]
                    connection.sendall(len(piece).to_bytes(4) + piece)
                connection.sendall((0).to_bytes(4))
                answer = _answer(connection)
        except OSError as error:
            raise ScannerSilentError(type(error).__name__) from None
        if answer == b"stream: OK":
            return Verdict.CLEAN
        if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
            return Verdict.INFECTED
        raise ScannerSilentError("an answer that is none")

    def _connected(self) -> socket.socket:
        if not _is_path(self.address):
            host, _, port = self.address.rpartition(":")
            return socket.create_connection((host.strip("[]"), int(port)), timeout=PATIENCE)
        connection = socket.socket(socket.AF_UNIX)
        connection.settimeout(PATIENCE)
        try:
            connection.connect(self.address)
        except OSError:
            connection.close()
            raise
        return connection


def _answer(connection: socket.socket) -> bytes:
    answer = b""
    while b"\0" not in answer and len(answer) < LONGEST_ANSWER:
        piece = connection.recv(PIECE)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n")


def _is_path(address: str) -> bool:
    return Path(address).is_absolute()


def scanner(config: Config) -> Scanner:
    """The scanner that the settings name."""
    return Clamd(config.clamd) if config.clamd else NoScanner()
