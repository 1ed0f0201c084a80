"""The example county, served by gunicorn with its worker beside it, and a real browser to walk it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright

from register.config import Config
from tests.example_county import at, copy_database, copy_file, county_database, county_file
from tests.journeys.offices import Office, listening

ROOT = Path(__file__).resolve().parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@dataclass(frozen=True)
class Served:
    """Where the county is served, and its settings."""

    address: str
    config: Config


@pytest.fixture(scope="session")
def loaded_county(tmp_path_factory: pytest.TempPathFactory, key_file: Path) -> Path:
    """A SQLite database with the whole example county, made once for this worker."""
    return county_file(tmp_path_factory.mktemp("county"), key_file)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def served(
    request: pytest.FixtureRequest, tmp_path: Path, key_file: Path, scripted: bool
) -> Iterator[Served]:
    """The county behind gunicorn and the worker: with script on SQLite, without script on PostgreSQL."""
    data = tmp_path / "data"
    data.mkdir()
    url = ""
    if scripted:
        copy_file(request.getfixturevalue("loaded_county"), data / "umiliki.db")
    else:
        url = request.getfixturevalue("county_on_postgres")
    port = _free_port()
    address = f"http://localhost:{port}"
    config = Config(
        data=data, database_url=url, key_file=str(key_file), secure_cookies=False, demo=True, base_url=address
    )
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("UMILIKI_", "DATABASE_URL"))
    }
    environment |= {
        "UMILIKI_DATA": str(data), "UMILIKI_KEY_FILE": str(key_file), "UMILIKI_SECURE_COOKIES": "no",
        "UMILIKI_DEMO": "yes", "UMILIKI_BASE_URL": address,
    }  # fmt: skip
    if url:
        environment["UMILIKI_DATABASE_URL"] = url
    web = [
        "-m", "gunicorn", "--no-control-socket", "--bind", f"127.0.0.1:{port}", "--workers", "1",
        "--worker-class", "gthread", "--threads", "4", "--log-level", "warning", "wsgi:app",
    ]  # fmt: skip
    work = ["-m", "flask", "--app", "wsgi", "work"]
    running = [subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment) for words in (web, work)]
    try:
        _wait_for(f"{address}/readyz")
        yield Served(address, config)
    finally:
        for child in running:
            child.terminate()
        for child in running:
            child.wait(timeout=30)


@pytest.fixture
def county_on_postgres(postgres_template: tuple[str, str], key_file: Path, tmp_path: Path) -> str:
    """A PostgreSQL database with the whole example county, copied from one made once for this worker."""
    server, template = postgres_template
    loaded = county_database(server, template, tmp_path, key_file)
    return at(server, copy_database(server, loaded, str(tmp_path)))


def _wait_for(address: str) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def scripted(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs scripts."""
    return bool(request.param)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The machine's own Chromium; when there is none the journeys say so and are not walked."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("NO BROWSER: the journeys were not walked. Install one: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, served: Served, scripted: bool) -> Iterator[Page]:
    """A phone-sized page that fails on any error in its console."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        java_script_enabled=scripted,
        base_url=served.address,
        locale="en-KE",
    )
    page = context.new_page()
    page.set_default_timeout(15_000)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    context.close()
    assert [words for words in said if "status of 4" not in words] == []


@pytest.fixture
def office(app: Flask, browser: Browser, scripted: bool) -> Iterator[Office]:
    """An empty register in this process, one supplier at a phone, registrars at their desks."""
    with listening(app) as address:
        office = Office(app, browser, address, scripted)
        yield office
        for context in office.opened:
            context.close()
    assert office.said == []
