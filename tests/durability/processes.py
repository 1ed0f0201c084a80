"""The register as it runs in earnest, on loopback: gunicorn with two workers of eight threads, and the worker beside it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: Seconds within which a server answers on a busy machine.
PATIENCE = 60


@dataclass(frozen=True, slots=True)
class Place:
    """Where the register keeps its things, and its settings."""

    data: Path
    database_url: str
    key_file: Path
    mail_host: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The settings as the processes read them."""
        ours = {name: value for name, value in os.environ.items() if not name.startswith("UMILIKI_")}
        return {
            **ours,
            "UMILIKI_DATA": str(self.data),
            "UMILIKI_DATABASE_URL": self.database_url,
            "UMILIKI_KEY_FILE": str(self.key_file),
            "UMILIKI_SECURE_COOKIES": "no",
            "UMILIKI_DEMO": "yes",
            **({"UMILIKI_MAIL_HOST": self.mail_host} if self.mail_host else {}),
        }


class Killable:
    """A process with its children, in a group of its own; killed as a power cut would, and started again."""

    def __init__(self, place: Place, words: tuple[str, ...], log: Path) -> None:
        self.place, self.words, self.log = place, words, log
        self.running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.running = subprocess.Popen(
                [sys.executable, *self.words],
                cwd=ROOT,
                env=self.place.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def kill(self, number: signal.Signals = signal.SIGKILL) -> None:
        """End the process and all that it started; they have no say in it."""
        if self.running is None:
            return
        os.killpg(self.running.pid, number)
        self.running.wait(PATIENCE)
        self.running = None

    def kill_children(self) -> None:
        """End what the process started and let it start them anew: gunicorn's workers, all at once."""
        if self.running is None:
            return
        pid = self.running.pid
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
            os.kill(int(child), signal.SIGKILL)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def web_server(place: Place, port: int, serves: str = "wsgi:app") -> Iterator[Killable]:
    """The web server as the deployment starts it; `serves` another register where a fault is planted."""
    words = (
        "-m", "gunicorn", "--no-control-socket", "--bind", f"127.0.0.1:{port}", "--workers", "2", "--worker-class",
        "gthread", "--threads", "8", "--timeout", "30", "--log-level", "warning", "--preload", serves,
    )  # fmt: skip
    server = Killable(place, words, place.data / "server.log")
    try:
        yield server
    finally:
        server.kill()


@contextmanager
def worker(place: Place, serves: str = "wsgi") -> Iterator[Killable]:
    """`flask work`, which sends what was left; `serves` another register where a fault is planted."""
    doing = Killable(place, ("-m", "flask", "--app", serves, "work"), place.data / "worker.log")
    try:
        yield doing
    finally:
        doing.kill()


def answers(port: int) -> bool:
    """Whether somebody listens there within reason."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return True
        except OSError:
            time.sleep(0.02)
    return False
