"""A supplier at the telephone: opens pages, fills in what is asked and sends it, as a browser without script does."""

from dataclasses import dataclass
from datetime import UTC, datetime

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.store import accounts, companies, sessions
from register.store.companies import Company
from tests.factories.page import Element, Page
from tests.factories.people import person_of
from tests.factories.telling import PRIVATE, Answers, Telling

__all__ = ["CANARIES", "PRIVATE", "Answers", "Supplier", "filled", "supplier_of"]

#: What must be found nowhere that is public: the answers of `PRIVATE`, and their parts.
CANARIES = (
    "98765432",
    "1980-02-29",
    "29 February 1980",
    "A098765432Z",
    "712 987",
    "canary@owner.example",
    "plot 7788",
)


@dataclass
class Supplier(Telling):
    """Somebody signed in who declares for a company."""

    client: FlaskClient
    company: Company

    @property
    def home(self) -> str:
        return f"/declare/{self.company.id}/"

    def at(self, place: str) -> str:
        """An address of the journey: a path after the company's, or a whole one."""
        return place if place.startswith("/") else self.home + place

    def see(self, place: str = "") -> Page:
        """Open a page that is there."""
        answer = self.client.get(self.at(place))
        assert answer.status_code == 200, f"{place}: {answer.status_code} {answer.location}"
        return Page(answer.text)

    def send(self, place: str, **answers: str | list[str]) -> TestResponse:
        """Fill in the form of a page and send it; what is not named stays as the page gave it.

        Two underscores in a name stand for a dash.
        """
        return self.post(place, self.see(place), **answers)

    def post(self, place: str, page: Page, **answers: str | list[str]) -> TestResponse:
        """Send the form of a page that was opened before."""
        given = {name.replace("__", "-"): value for name, value in answers.items()}
        return self.client.post(self.at(place), data={**filled(page), **given})

    def begin(self) -> None:
        """Press the button of the first page."""
        answer = self.client.post(self.at("begin"), data=filled(self.see()))
        assert answer.status_code == 302

    def passes(self, place: str, **answers: str | list[str]) -> str:
        """Send a form and give the address it leads to."""
        answer = self.send(place, **answers)
        assert answer.status_code == 302, _told(answer)
        return answer.location

    def creates(self, place: str, **answers: str | list[str]) -> str:
        """Send the form of somebody or something new, and give the key."""
        page = self.see(place)
        answer = self.post(place, page, **answers)
        assert answer.status_code == 302, _told(answer)
        return str(answers.get("key") or filled(page)["key"])

    def refused(self, place: str, **answers: str | list[str]) -> Page:
        """Send a form that is shown again, and give it."""
        answer = self.send(place, **answers)
        assert answer.status_code == 422, f"{answer.status_code} {answer.location}"
        return Page(answer.text)


def supplier_of(app: Flask, name: str = "Alfa Builders Ltd", number: str = "PVT-ALFA01") -> Supplier:
    """A company, and somebody signed in who may declare for it."""
    account = person_of(app, Role.SUPPLIER, email=f"{number.lower()}@supplier.example")
    now = datetime.now(UTC)
    with app.app_context():
        company = companies.create(db.session, name=name, scheme="KE-RCO", number=number, now=now)
        accounts.grant_authority(db.session, account.id, company.id, now)
        secret = sessions.start(
            db.session, account.id, Role.SUPPLIER, complete=True, browser="a phone", now=now
        )
        db.session.commit()
    client = app.test_client()
    client.set_cookie("umiliki", secret)
    return Supplier(client, company)


def filled(page: Page) -> Answers:
    """What a browser would send for the last form of a page, buttons left out."""
    start = max(
        place
        for place, found in enumerate(page.elements)
        if found.tag == "form" and found.attributes.get("method") == "post" and _of_the_page(found)
    )
    sent: Answers = {}
    name = ""
    for found in page.elements[start + 1 :]:
        if found.tag == "form":
            break
        given = found.attributes
        if found.tag == "select":
            name = given["name"]
        elif found.tag == "option" and "selected" in given:
            sent[name] = given["value"]
        elif found.tag == "textarea":
            sent[given["name"]] = found.text.strip()
        elif found.tag == "input" and given.get("type") == "checkbox":
            _add(sent, given)
        elif found.tag == "input" and (given.get("type") != "radio" or "checked" in given):
            sent[given["name"]] = given.get("value", "")
    return sent


def _of_the_page(form: Element) -> bool:
    return "sign-out" not in form.attributes.get("action", "")


def _add(sent: Answers, box: dict[str, str]) -> None:
    if "checked" not in box:
        return
    before = sent.get(box["name"], [])
    sent[box["name"]] = [*(before if isinstance(before, list) else [before]), box.get("value", "y")]


def _told(answer: TestResponse) -> str:
    if answer.status_code != 422:
        return f"{answer.status_code} {answer.text[:400]}"
    return " | ".join(each.text.strip() for each in Page(answer.text).all("div", "errors"))
