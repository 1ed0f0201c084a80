"""A clamd of our own, that speaks its protocol on a socket and knows one virus."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

VIRUS = b"this-is-the-virus-of-the-tests"


class FakeClamd:
    """Answers INSTREAM as clamd does; `answer` instead of that, if it is given. `received` holds what it was sent."""

    def __init__(self, listening: socket.socket, answer: bytes | None) -> None:
        self.listening, self.answer = listening, answer
        self.received: list[bytes] = []

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as lines:
                self._one(connection, lines.read)

    def _one(self, connection: socket.socket, read) -> None:
        if read(10) != b"zINSTREAM\0":
            connection.sendall(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while size := int.from_bytes(read(4)):
            content += read(size)
        self.received.append(content)
        verdict = b"stream: Test.Virus FOUND\0" if VIRUS in content else b"stream: OK\0"
        connection.sendall(verdict if self.answer is None else self.answer)


@contextmanager
def clamd(folder: Path, answer: bytes | None = None) -> Iterator[tuple[str, FakeClamd]]:
    """One that listens on a socket in the folder; its address and itself."""
    address = str(folder / "clamd.ctl")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        served = FakeClamd(listening, answer)
        thread = threading.Thread(target=served.serve)
        thread.start()
        try:
            yield address, served
        finally:
            listening.shutdown(socket.SHUT_RDWR)
            thread.join()
