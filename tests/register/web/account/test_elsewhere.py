"""Signing in through an OpenID Connect provider, which runs beside as a process of its own."""

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from flask.testing import FlaskClient

from register import create_app
from register.access import Role
from register.config import Config
from register.extensions import db
from register.store import accounts, audit
from tests.factories.codes import sent_to
from tests.factories.elsewhere import BACK, There, brought, provider_beside, visit
from tests.factories.people import PASSPHRASE, fresh_code, person_of, post, sign_in

FAILED = "did not work"


@pytest.fixture(scope="module")
def there() -> Iterator[There]:
    with provider_beside() as running:
        yield running


@pytest.fixture
def app(there: There, database_url: str, key_file: Path, tmp_path: Path) -> Iterator[Flask]:
    """The register with this provider in its settings."""
    secret = tmp_path / "oidc.secret"
    secret.write_text("not-a-real-secret\n")
    secret.chmod(0o600)
    app = create_app(
        Config(
            data=tmp_path / "data", database_url=database_url, key_file=str(key_file), secure_cookies=False,
            base_url="http://localhost", oidc_issuer=there.issuer, oidc_name="the county’s sign-in",
            oidc_client_id="umiliki", oidc_secret_file=str(secret), oidc_second_factor="mfa, otp",
        )
    )  # fmt: skip
    yield app
    app.extensions["engine"].dispose()


def test_a_supplier_with_a_verified_address_is_in(app: Flask, client: FlaskClient, there: There) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True, name="Ana Mwikali")

    page = client.get("/sign-in").text
    inside = visit(client, there, "ana", next="/account")

    assert "Sign in with the county’s sign-in" in page
    assert inside.location == "/account"
    assert "Ana Mwikali" in client.get("/account").text
    assert "through another provider" in sent_to(app, str(ana.email))[0]


def test_to_come_back_changes_nothing_until_the_button_is_pressed(
    app: Flask, client: FlaskClient, there: There
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    back = there.lets_in(client.get("/sign-in/elsewhere").location, "ana")

    seen = [client.get(back).status_code for _ in range(2)]

    assert seen == [200, 200]
    assert client.get("/account").status_code == 302
    assert sent_to(app, str(ana.email)) == []


def test_staff_are_still_asked_for_their_code(app: Flask, client: FlaskClient, there: There) -> None:
    officer = person_of(app, Role.OFFICER)
    there.knows("officer", email=officer.email, email_verified=True, amr=["pwd"])

    half = visit(client, there, "officer")
    before = client.get("/account").status_code
    inside = post(client, "/sign-in/code", code=fresh_code(app, officer))

    assert half.location == "/sign-in/code"
    assert before == 302
    assert inside.location == "/tenders"


@pytest.mark.parametrize("said", [{"amr": ["pwd", "mfa"]}, {"acr": "otp"}])
def test_a_second_proof_given_there_counts_when_the_settings_say_so(
    app: Flask, client: FlaskClient, there: There, said: dict[str, object]
) -> None:
    officer = person_of(app, Role.OFFICER)
    there.knows("officer-twice", email=officer.email, email_verified=True, **said)

    assert visit(client, there, "officer-twice").location == "/tenders"


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_joins_nobody(
    app: Flask, client: FlaskClient, there: There, verified: object
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("not-ana", email=ana.email, email_verified=verified)

    refused = visit(client, there, "not-ana")

    assert refused.location == "/sign-in"
    assert "vouches for nobody" in client.get("/sign-in").text
    assert client.get("/account").status_code == 302


def test_once_joined_the_person_is_known_by_the_providers_own_name(
    app: Flask, client: FlaskClient, there: There
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    visit(client, there, "ana")
    there.knows("ana", email="changed@umiliki.example", email_verified=False)

    assert visit(app.test_client(), there, "ana").location == "/declare/"


def test_a_newcomer_chooses_a_passphrase_and_is_a_supplier(
    app: Flask, client: FlaskClient, there: There
) -> None:
    there.knows("musa", email="Musa@Umiliki.Example", email_verified=True, name="Musa Otieno")

    choosing = visit(client, there, "musa")
    inside = post(client, choosing.location, passphrase=PASSPHRASE, again=PASSPHRASE)

    with app.app_context():
        made = accounts.by_email(db.session, "musa@umiliki.example")
    assert choosing.location == "/register/passphrase"
    assert inside.location == "/declare/"
    assert made
    assert (made.role, made.name) == (Role.SUPPLIER, "Musa Otieno")
    assert visit(app.test_client(), there, "musa").location == "/declare/"


def test_a_closed_account_stays_closed(app: Flask, client: FlaskClient, there: There) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    visit(app.test_client(), there, "ana")
    with app.app_context():
        accounts.set_active(db.session, ana.id, active=False)
        db.session.commit()

    assert visit(client, there, "ana").location == "/sign-in"
    assert visit(app.test_client(), there, "ana").location == "/sign-in"


def test_an_answer_meant_for_another_browser_is_refused(
    app: Flask, client: FlaskClient, there: There
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    victim = app.test_client()
    victim.get("/sign-in/elsewhere")
    stolen = there.lets_in(client.get("/sign-in/elsewhere").location, "ana")

    seen = victim.get(stolen)
    posted = post(
        victim, BACK, page="/sign-in", **{k: v[0] for k, v in parse_qs(urlsplit(stolen).query).items()}
    )

    assert seen.location == posted.location == "/sign-in"
    assert FAILED in victim.get("/sign-in").text
    assert victim.get("/account").status_code == 302


def test_an_answer_is_good_once(app: Flask, client: FlaskClient, there: There) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    back = there.lets_in(client.get("/sign-in/elsewhere").location, "ana")
    answers = brought(client.get(back))
    post(client, BACK, page=back, **answers)
    post(client, "/sign-out", page="/account")

    again = client.get(back)

    assert again.location == "/sign-in"


def test_bar_a6_the_session_the_browser_came_with_is_dead(
    app: Flask, client: FlaskClient, there: There
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    sign_in(client, ana)
    before = client.get_cookie("umiliki")

    visit(client, there, "ana")

    after = client.get_cookie("umiliki")
    assert before
    assert after
    old = app.test_client()
    old.set_cookie("umiliki", before.value)
    assert before.value != after.value
    assert old.get("/account").status_code == 302


def test_bar_a11_the_provider_leads_back_into_the_register_only(
    app: Flask, client: FlaskClient, there: There
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)

    assert visit(client, there, "ana", next="//e.example").location == "/declare/"


def test_the_visit_has_state_nonce_and_proof_of_the_same_browser(
    app: Flask, client: FlaskClient, there: There, monkeypatch: pytest.MonkeyPatch
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    bodies: list[str] = []
    send = requests.Session.send

    def watched(
        self: requests.Session, request: requests.PreparedRequest, **how: object
    ) -> requests.Response:
        bodies.append(str(request.body))
        return send(self, request, **how)

    begun = client.get("/sign-in/elsewhere").location
    back = there.lets_in(begun, "ana")
    page = client.get(back)
    monkeypatch.setattr(requests.Session, "send", watched)
    post(client, BACK, page=back, **brought(page))

    asked = {name: value[0] for name, value in parse_qs(urlsplit(begun).query).items()}
    [posted] = [parse_qs(body) for body in bodies if "code_verifier" in body]
    challenge = urlsafe_b64encode(sha256(posted["code_verifier"][0].encode()).digest()).decode().rstrip("=")
    assert (asked["code_challenge"], asked["code_challenge_method"]) == (challenge, "S256")
    assert len(asked["state"]) >= 22
    assert len(asked["nonce"]) >= 22
    assert asked["redirect_uri"] == f"http://localhost{BACK}"


def test_nothing_private_stands_in_trail_or_log(
    app: Flask, client: FlaskClient, there: There, caplog: pytest.LogCaptureFixture
) -> None:
    ana = person_of(app, Role.SUPPLIER)
    there.knows("ana", email=ana.email, email_verified=True)
    caplog.set_level("INFO")

    visit(client, there, "ana")

    with app.app_context():
        told = repr(audit.newest(db.session)) + caplog.text
    assert "joined a provider" in told
    assert not [word for word in (str(ana.email), "not-a-real-secret") if word in told]


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.OFFICER])
def test_what_needs_a_fresh_proof_still_asks_for_the_passphrase(
    app: Flask, client: FlaskClient, there: There, role: Role
) -> None:
    somebody = person_of(app, role)
    there.knows("somebody", email=somebody.email, email_verified=True)
    met = visit(client, there, "somebody")
    if role is Role.OFFICER:
        post(client, met.location, code=fresh_code(app, somebody))

    asked = client.get("/account/passphrase")
    post(client, asked.location, passphrase=PASSPHRASE)

    assert asked.location == "/prove?next=/account/passphrase"
    assert client.get("/account/passphrase").status_code == 200


def test_a_provider_that_does_not_answer_is_said_and_the_passphrase_works(
    database_url: str, key_file: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "oidc.secret"
    secret.write_text("secret")
    secret.chmod(0o600)
    app = create_app(
        Config(
            data=tmp_path, database_url=database_url, key_file=str(key_file), secure_cookies=False,
            oidc_issuer="http://127.0.0.1:9", oidc_client_id="umiliki", oidc_secret_file=str(secret),
        )
    )  # fmt: skip
    client = app.test_client()

    answer = client.get("/sign-in/elsewhere")

    assert answer.location == "/sign-in"
    assert FAILED in client.get("/sign-in").text
    assert sign_in(client, person_of(app, Role.SUPPLIER)).status_code == 302
    app.extensions["engine"].dispose()
