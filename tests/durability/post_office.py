"""A mail server on loopback that takes every letter and counts how often it came."""

import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class PostOffice(socketserver.ThreadingTCPServer):
    """Letters by their Message-ID, which is the same when the same letter is sent again."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Counter)
        self.letters: Counter[str] = Counter()
        self.lock = threading.Lock()

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"


class _Counter(socketserver.StreamRequestHandler):
    server: PostOffice

    def handle(self) -> None:
        try:
            self._talk()
        except OSError:
            # Who wrote was killed in the middle of a sentence.
            return

    def _talk(self) -> None:
        self._says("220 ready")
        while line := self.rfile.readline().decode(errors="replace").strip():
            word = line.upper()
            if word == "DATA":
                self._says("354 go on")
                if (name := self._letter()) is None:
                    return
                with self.server.lock:
                    self.server.letters[name] += 1
                self._says("250 taken")
            elif word == "QUIT":
                self._says("221 bye")
                return
            else:
                self._says("250 yes")

    def _letter(self) -> str | None:
        """The Message-ID of a letter that came to its end; None for one that broke off."""
        name = ""
        while line := self.rfile.readline().decode(errors="replace"):
            if line.lower().startswith("message-id:"):
                name = line.partition(":")[2].strip()
            if line.strip() == ".":
                return name
        return None

    def _says(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def post_office() -> Iterator[PostOffice]:
    with PostOffice() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join(5)
