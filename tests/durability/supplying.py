"""Suppliers who sign over HTTP and do not give up: cut off, they send the same form again until they are answered."""

import http.client
import threading
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlencode

from sqlalchemy.orm import Session, sessionmaker

from register.access import Role
from register.declarations.draft import Declarant
from register.store import accounts, companies, drafts, sessions
from tests.factories.declarations import ALFA, draft, held
from tests.factories.page import Page
from tests.factories.supplier import Answers, filled

#: Two owners, one through a body: six statements.
STORY = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))
STATEMENTS = 6
NAME = "Grace Wanza"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def prepare(factory: sessionmaker[Session], people: int, each: int) -> list[tuple[int, list[int]]]:
    """So many people, each with so many companies whose declaration is written and waits to be signed."""
    now = datetime.now(UTC)
    made: list[tuple[int, list[int]]] = []
    with factory() as session:
        for person in range(people):
            account = accounts.create(session, f"s{person}@umiliki.example", NAME, Role.SUPPLIER, now=now)
            accounts.set_active(session, account.id, active=True)
            mine = [_company(session, account.id, person, number, now) for number in range(each)]
            made.append((account.id, mine))
        session.commit()
    return made


def _company(session: Session, account_id: int, person: int, number: int, now: datetime) -> int:
    code = f"PVT-S{person}N{number}"
    company = companies.create(
        session, name=f"Alfa {person} {number} Ltd", scheme="KE-RCO", number=code, now=now
    )
    accounts.grant_authority(session, account_id, company.id, now)
    about = replace(ALFA, name=company.name, number=company.number)
    told = replace(STORY, company=about, declarant=Declarant(NAME, "director"))
    told = replace(
        told, answered=frozenset({"company", "declarant", "people", "companies", "holdings", "nobody"})
    )
    drafts.save(session, company.id, told, drafts.NONE_YET, now)
    return company.id


@dataclass
class Signer(threading.Thread):
    """One person at one telephone; `acked` are the references they were shown, by company."""

    port: int
    account_id: int
    waiting: list[int]
    factory: sessionmaker[Session]
    acked: dict[int, str] = field(default_factory=dict)
    sent_again: int = 0
    failed: str = ""

    def __post_init__(self) -> None:
        super().__init__(daemon=True)
        self.told_to_stop = threading.Event()
        self._cookies: dict[str, str] = {}
        self._signed_in_at = 0.0

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        while self.waiting and not self.told_to_stop.is_set():
            company_id = self.waiting[-1]
            try:
                self.acked[company_id] = self._signs(company_id)
            except StoppedError:
                return
            except AssertionError as error:
                self.failed = str(error)
                return
            self.waiting.pop()

    def _signs(self, company_id: int) -> str:
        """Open the page, sign, and send the same again until it is answered; gives the reference shown."""
        if time.monotonic() - self._signed_in_at > 120:
            self._sign_in()
        address = f"/declare/{company_id}/sign"
        status, _, text = self._asks("GET", address)
        assert status == 200, f"the page to sign answered {status}"
        form = filled(Page(text))
        sent: Answers = {**form, "truth": "y", "signature": NAME}
        status, location, text = self._asks("POST", address, urlencode(sent, doseq=True))
        assert status in (302, 303), f"the signature was answered {status}: {text[:300]}"
        assert f"/declare/{company_id}/done/" in location, location
        return location.rpartition("/")[2]

    def _asks(self, method: str, address: str, body: str | None = None) -> tuple[int, str, str]:
        """Ask until there is an answer: a server that is killed says nothing, one that starts refuses."""
        while not self.told_to_stop.is_set():
            try:
                return self._once(method, address, body)
            except (OSError, http.client.HTTPException, BusyError):
                self.sent_again += body is not None
                self.told_to_stop.wait(0.05)
        raise StoppedError

    def _once(self, method: str, address: str, body: str | None) -> tuple[int, str, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            cookie = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            connection.request(method, address, body, {"Cookie": cookie, **(FORM if body else {})})
            answer = connection.getresponse()
            text = answer.read().decode()
        finally:
            connection.close()
        if answer.status == 503:
            raise BusyError
        for each in answer.headers.get_all("Set-Cookie", []):
            name, _, value = each.partition(";")[0].partition("=")
            self._cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), text

    def _sign_in(self) -> None:
        with self.factory() as session:
            secret = sessions.start(
                session,
                self.account_id,
                Role.SUPPLIER,
                complete=True,
                browser="a telephone",
                now=datetime.now(UTC),
            )
            session.commit()
        self._cookies = {"umiliki": secret}
        self._signed_in_at = time.monotonic()


class StoppedError(Exception):
    """The story is over for this person."""


class BusyError(Exception):
    """The register cannot answer just now, and says so."""
