"""A register without anything in it, one supplier at their phone and registrars at their desks."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from werkzeug.serving import make_server

from register.access import Role
from register.extensions import db
from register.store import sessions
from tests.factories.people import person_of
from tests.factories.supplier import supplier_of
from tests.journeys.at_keyboard import AtKeyboard

PHONE = {"width": 360, "height": 740}
COOKIE = "umiliki"


@contextmanager
def listening(app: Flask) -> Iterator[str]:
    """The address at which the application answers, in this process."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://localhost:{server.port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Office:
    """The register at an address, with whoever is signed in. Registrars decide; nothing is accepted by itself."""

    app: Flask
    browser: Browser
    address: str
    scripted: bool
    supplier: AtKeyboard = field(init=False)
    desks: dict[str, AtKeyboard] = field(default_factory=dict)
    opened: list[BrowserContext] = field(default_factory=list)
    #: What browsers complained of.
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        law = self.app.extensions["jurisdiction"]
        self.app.extensions["jurisdiction"] = replace(law, accepts_at_once=False)
        known = supplier_of(self.app)
        cookie = known.client.get_cookie(COOKIE)
        assert cookie
        self.supplier = AtKeyboard(self._page(cookie.value), f"/declare/{known.company.id}/")

    def desk(self, name: str = "rehema") -> AtKeyboard:
        """A registrar who has signed in."""
        if name not in self.desks:
            self.desks[name] = self._seated(name)
        return self.desks[name]

    def _seated(self, name: str) -> AtKeyboard:
        account = person_of(self.app, Role.REGISTRAR, email=f"{name}@county.example")
        with self.app.app_context():
            secret = sessions.start(
                db.session, account.id, Role.REGISTRAR, complete=True, browser="a desk", now=datetime.now(UTC)
            )
            db.session.commit()
        return AtKeyboard(self._page(secret), "/review")

    def accepts(self, receipt: str, name: str = "rehema") -> None:
        """A registrar finds the declaration in the queue and accepts it."""
        reference = receipt.rpartition("/")[2]
        desk = self.desk(name)
        desk.opens("/review")
        desk.follows(f"/review/declarations/{reference}")
        desk.presses("form[action$='/accept'] button")

    def _page(self, secret: str) -> Page:
        context = self.browser.new_context(
            viewport=PHONE, java_script_enabled=self.scripted, base_url=self.address, locale="en-KE"
        )
        context.add_cookies([{"name": COOKIE, "value": secret, "url": self.address}])
        self.opened.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda told: self.said.append(told.text) if told.type == "error" else None)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        return page
