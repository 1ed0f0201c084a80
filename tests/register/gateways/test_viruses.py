"""A scanner's word is taken as it is given; silence or babble is not a clean file."""

import socket
import threading
from pathlib import Path

import pytest

from register.config import Config, SettingError, config_from
from register.gateways.viruses import Clamd, NoScanner, ScannerSilentError, Verdict, scanner
from tests.factories.clamd import VIRUS, clamd


def test_clamd_is_sent_the_whole_file_in_pieces(tmp_path: Path) -> None:
    content = bytes(range(256)) * 1000

    with clamd(tmp_path) as (address, served):
        assert Clamd(address).verdict(content) is Verdict.CLEAN

    assert served.received == [content]


def test_a_virus_is_told(tmp_path: Path) -> None:
    with clamd(tmp_path) as (address, _):
        assert Clamd(address).verdict(b"a" + VIRUS) is Verdict.INFECTED


@pytest.mark.parametrize(
    "answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"OK\0", b"stream: OK, perhaps\0"]
)
def test_any_other_answer_is_none(tmp_path: Path, answer: bytes) -> None:
    with clamd(tmp_path, answer) as (address, _), pytest.raises(ScannerSilentError):
        Clamd(address).verdict(b"a")


def test_nobody_there_is_no_answer(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    for address in (str(tmp_path / "nobody.ctl"), f"127.0.0.1:{port}"):
        with pytest.raises(ScannerSilentError):
            Clamd(address).verdict(b"a")


def test_clamd_is_reached_over_the_network_too() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection, connection.makefile("rb") as lines:
                lines.read(10 + 4 + 1 + 4)
                connection.sendall(b"stream: OK\0")

        thread = threading.Thread(target=serve)
        thread.start()
        verdict = Clamd(f"127.0.0.1:{listening.getsockname()[1]}").verdict(b"a")
        thread.join()

    assert verdict is Verdict.CLEAN


def test_without_a_setting_nothing_is_said_to_be_scanned() -> None:
    assert isinstance(scanner(Config()), NoScanner)
    assert scanner(Config()).verdict(VIRUS) is Verdict.NOT_SCANNED
    assert scanner(Config(clamd="/run/clamav/clamd.ctl")) == Clamd("/run/clamav/clamd.ctl")


@pytest.mark.parametrize("wrong", ["yes", "localhost", "host:port", "relative/path"])
def test_a_setting_that_leads_nowhere_stops_the_start(wrong: str) -> None:
    with pytest.raises(SettingError, match="UMILIKI_CLAMD"):
        config_from({"UMILIKI_CLAMD": wrong})
