"""bar-C2: the same form is sent fifty times at once over HTTP; there is one declaration, and fifty alike answers."""

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import pytest
from flask import Flask
from werkzeug.serving import make_server

from register.access import Role
from register.extensions import db
from register.store import declarations, published
from tests.factories.page import Page
from tests.factories.people import NAMES
from tests.factories.supplier import Supplier, filled, supplier_of

TIMES = 50
PATIENCE = 120


@contextmanager
def served(app: Flask) -> Iterator[int]:
    """The register on a port of its own, a thread for each request."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join(10)
        server.server_close()


def sent_at_once(
    app: Flask, supplier: Supplier, place: str, form: dict[str, object]
) -> list[tuple[int, str]]:
    """Send one form so many times at once; gives each answer's status and where it leads."""
    cookies = "; ".join(
        f"{name}={supplier.client.get_cookie(name).value}"  # type: ignore[union-attr]
        for name in ("umiliki", app.config["SESSION_COOKIE_NAME"])
        if supplier.client.get_cookie(name)
    )
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    together, answers = threading.Barrier(TIMES), []

    def send(port: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        together.wait()
        connection.request("POST", supplier.at(place), urlencode(form, doseq=True), headers)
        answer = connection.getresponse()
        answer.read()
        answers.append((answer.status, answer.headers.get("Location", "")))
        connection.close()

    with served(app) as port:
        threads = [threading.Thread(target=send, args=(port,), daemon=True) for _ in range(TIMES)]
        for each in threads:
            each.start()
        for each in threads:
            each.join(PATIENCE)
    return answers


@pytest.fixture
def ready(app: Flask) -> Supplier:
    """A supplier whose declaration is written and waits for a signature."""
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana = supplier.names("Ana Mwikali")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")
    supplier.holds(ana, share="60")
    supplier.passes("holdings")
    return supplier


def test_bar_c2_a_signature_sent_fifty_times_at_once_is_one_declaration(app: Flask, ready: Supplier) -> None:
    page = Page(ready.client.get(ready.at("sign")).text)
    form = {**filled(page), "truth": "y", "signature": NAMES[Role.SUPPLIER]}

    answers = sent_at_once(app, ready, "sign", form)

    with app.app_context():
        (made,) = declarations.of_company(db.session, ready.company.id)
        stated = len(published.of_declaration(db.session, made.reference))
    assert len(answers) == TIMES
    assert {status for status, _ in answers} <= {302, 303}
    assert {place.rpartition("/")[2] for _, place in answers} == {made.reference}
    assert stated == 3


def test_bar_c2_a_confirmation_sent_fifty_times_at_once_is_one(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone()
    page = Page(supplier.client.get(supplier.at("confirm")).text)
    form = {**filled(page), "capacity": "director", "truth": "y", "signature": NAMES[Role.SUPPLIER]}

    answers = sent_at_once(app, supplier, "confirm", form)

    with app.app_context():
        made = declarations.of_company(db.session, supplier.company.id)
    assert len(made) == 2
    assert {status for status, _ in answers} <= {302, 303}
    assert {place.rpartition("/")[2] for _, place in answers} == {made[0].reference}
