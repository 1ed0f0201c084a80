"""A provider of short messages on this machine, which answers as it is told."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs


@dataclass
class Provider:
    """What was asked of it, and what it answers next: a status of HTTP, headers and a body."""

    url: str
    asked: list[tuple[str, dict[str, str], dict[str, str]]] = field(default_factory=list)
    status: int = 201
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    #: Set while the provider is to answer; cleared, it keeps everybody waiting.
    answers: threading.Event = field(default_factory=threading.Event)

    def says(self, code: int) -> None:
        """Answer as Africa's Talking does, with this status of the one message."""
        self.status = 201
        self.body = {"SMSMessageData": {"Message": "Sent", "Recipients": [{"statusCode": code}]}}


@contextmanager
def provider() -> Iterator[Provider]:
    """One that runs until the test is over."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            form = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
            self._answer(form)

        def do_GET(self) -> None:
            self._answer({})

        def _answer(self, form: dict[str, str]) -> None:
            known.asked.append((self.path, dict(self.headers), form))
            known.answers.wait(10)
            body = json.dumps(known.body).encode()
            self.send_response(known.status)
            for name, value in known.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = Provider(f"http://127.0.0.1:{server.server_address[1]}/version1/messaging")
    known.says(101)
    known.answers.set()
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield known
    finally:
        known.answers.set()
        server.shutdown()
        thread.join()
        server.server_close()
