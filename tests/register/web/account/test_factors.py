"""The second proof of staff: passkeys, codes on paper, another phone."""

import html
import json
import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from register.access import Role
from register.actions.invite import invite
from register.extensions import db
from register.store import passkeys, recovery_codes
from register.store.accounts import Account
from tests.factories.authenticator import Authenticator
from tests.factories.codes import sent_to
from tests.factories.people import fresh_code, half_way, person_of, post, sign_in


@pytest.fixture
def officer(app: Flask, client: FlaskClient) -> Account:
    """Otieno, an officer, signed in in this browser."""
    account = person_of(app, Role.OFFICER)
    sign_in(client, account)
    return account


def options_on(client: FlaskClient, address: str) -> str:
    found = re.search(r'data-options="([^"]+)"', client.get(address).text)
    assert found, "this page asks for no passkey"
    return html.unescape(found[1])


def with_passkey(client: FlaskClient, name: str = "blue stick") -> Authenticator:
    """A passkey that was added through the pages."""
    key = Authenticator()
    answer = key.makes(options_on(client, "/account/passkeys/add"))
    added = post(client, "/account/passkeys/add", name=name, answer=answer)
    assert added.status_code == 302, added.text
    return key


def proves(browser: FlaskClient, key: Authenticator, **how: str):
    answer = key.proves(options_on(browser, "/sign-in/code"), **how)
    return post(browser, "/sign-in/passkey", page="/sign-in/code", answer=answer)


def test_a_passkey_stands_in_for_the_code(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)
    browser = half_way(app, officer)
    before = browser.get_cookie("umiliki")

    inside = proves(browser, key)

    after = browser.get_cookie("umiliki")
    assert inside.location == "/tenders"
    assert before
    assert after
    assert before.value != after.value
    assert "blue stick" in browser.get("/account/factors").text
    assert "A passkey was added" in sent_to(app, str(officer.email))[0]


def test_a_passkey_can_be_used_again_later(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)

    assert [proves(half_way(app, officer), key).location for _ in range(3)] == ["/tenders"] * 3


def test_a_proof_is_good_in_its_own_browser_and_once(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    key = with_passkey(client)
    mine, other = half_way(app, officer), half_way(app, officer)
    answer = key.proves(options_on(mine, "/sign-in/code"))

    stolen = post(other, "/sign-in/passkey", page="/sign-in/code", answer=answer)
    inside = post(mine, "/sign-in/passkey", page="/sign-in/code", answer=answer)
    replayed = post(half_way(app, officer), "/sign-in/passkey", page="/sign-in/code", answer=answer)

    assert "passkey was not right" in stolen.text
    assert inside.status_code == 302
    assert "passkey was not right" in replayed.text


def test_a_question_is_good_for_five_minutes(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)
    browser = half_way(app, officer)
    answer = key.proves(options_on(browser, "/sign-in/code"))

    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=5, seconds=5)):
        late = post(browser, "/sign-in/passkey", page="/sign-in/code", answer=answer)

    assert "passkey was not right" in late.text


def test_a_proof_made_on_another_site_is_refused(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)

    answer = proves(half_way(app, officer), key, origin="https://umiliki.example.evil")

    assert "passkey was not right" in answer.text


def test_a_copied_key_is_noticed_by_its_count(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)
    key.count = 7
    proves(half_way(app, officer), key)
    key.count = 3

    assert "passkey was not right" in proves(half_way(app, officer), key).text


def test_the_passkey_of_another_opens_nothing(app: Flask, client: FlaskClient, officer: Account) -> None:
    with_passkey(client)
    stranger = Authenticator(credential_id=b"another key")

    assert "passkey was not right" in proves(half_way(app, officer), stranger).text


@pytest.mark.parametrize(
    "answer",
    ["{}", "[]", "null", "nonsense", '{"rawId": 1}', '{"rawId": "AAAA", "response": {}}',
     '{"id": "x", "rawId": "x", "type": "public-key", "response": {"clientDataJSON": "e30"}}'],
)  # fmt: skip
def test_nonsense_for_a_passkey_is_a_wrong_answer(
    app: Flask, client: FlaskClient, officer: Account, answer: str
) -> None:
    with_passkey(client)

    proved = post(half_way(app, officer), "/sign-in/passkey", page="/sign-in/code", answer=answer)
    added = post(client, "/account/passkeys/add", name="nonsense", answer=answer)

    assert proved.status_code == 200
    assert "passkey was not right" in proved.text
    assert "no passkey that we can keep" in added.text


def test_spoilt_answers_of_a_true_key_are_refused(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)
    browser = half_way(app, officer)
    true = json.loads(key.proves(options_on(browser, "/sign-in/code")))

    for part in ("clientDataJSON", "authenticatorData", "signature"):
        for spoilt in ("", "AAAA", true["response"][part][:-4], true["response"][part][4:]):
            browser = half_way(app, officer)
            answer = json.dumps({**true, "response": {**true["response"], part: spoilt}})
            refused = post(browser, "/sign-in/passkey", page="/sign-in/code", answer=answer)
            assert refused.status_code in {200, 302}
            assert refused.location in {None, "/sign-in"}


def test_five_wrong_proofs_start_over_whatever_their_kind(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    with_passkey(client)
    browser = half_way(app, officer)

    post(browser, "/sign-in/passkey", page="/sign-in/code", answer="{}")
    post(browser, "/sign-in/passkey", page="/sign-in/code", answer="{}")
    post(browser, "/sign-in/recovery", code="AAAAA-AAAAA")
    post(browser, "/sign-in/recovery", code="AAAAA-AAAAB")
    last = post(browser, "/sign-in/passkey", page="/sign-in/code", answer="{}")

    assert last.location == "/sign-in"
    assert browser.get("/sign-in/code").location == "/sign-in"


def test_a_removed_passkey_opens_nothing_and_is_told(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    key = with_passkey(client)
    with app.app_context():
        (kept,) = passkeys.of_account(db.session, officer.id)
    elsewhere = app.test_client()
    sign_in(elsewhere, officer)

    post(client, "/account/passkeys/remove", page="/account/factors", passkey=str(kept.id))

    browser = half_way(app, officer)
    assert "data-passkey" not in browser.get("/sign-in/code").text
    assert (
        post(
            browser, "/sign-in/passkey", page="/sign-in/code", answer=key.proves('{"challenge": "AA"}')
        ).status_code
        == 200
    )
    assert elsewhere.get("/account").status_code == 302
    assert "A passkey was removed" in sent_to(app, str(officer.email))[0]


def test_nobody_removes_the_passkey_of_another(app: Flask, client: FlaskClient, officer: Account) -> None:
    with_passkey(client)
    with app.app_context():
        (kept,) = passkeys.of_account(db.session, officer.id)
    other = app.test_client()
    sign_in(other, person_of(app, Role.AUDITOR))

    answer = post(other, "/account/passkeys/remove", page="/account/factors", passkey=str(kept.id))

    assert answer.status_code == 404
    assert "blue stick" in client.get("/account/factors").text


def test_one_key_is_kept_once(app: Flask, client: FlaskClient, officer: Account) -> None:
    key = with_passkey(client)

    again = post(
        client,
        "/account/passkeys/add",
        name="twice",
        answer=key.makes(options_on(client, "/account/passkeys/add")),
    )

    assert "kept already" in again.text


def test_another_phone_takes_over_once_it_showed_its_code(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    page = client.get("/account/codes").text
    key = re.search(r'class="ref">([A-Z2-7 ]+)<', page)
    kept = re.search(r'name="kept"[^>]*value="([^"]+)"', page)
    assert key
    assert kept
    phone = pyotp.TOTP(key[1].replace(" ", ""))

    wrong = post(client, "/account/codes", kept=kept[1], code=f"{(int(phone.now()) + 1) % 10**6:06}")
    right = post(client, "/account/codes", kept=kept[1], code=phone.now())
    old = post(half_way(app, officer), "/sign-in/code", code=fresh_code(app, officer))
    later = datetime.now(UTC) + timedelta(seconds=30)
    new = post(half_way(app, officer), "/sign-in/code", code=phone.at(later))

    assert key[1] in wrong.text
    assert right.location == "/account/factors"
    assert old.status_code == 200
    assert new.location == "/tenders"
    assert "codes of another phone" in sent_to(app, str(officer.email))[0]


def test_a_key_that_somebody_else_made_up_is_not_taken(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXQ"

    answer = post(client, "/account/codes", kept=key, code=pyotp.TOTP(key).now())

    assert answer.status_code == 200
    assert post(half_way(app, officer), "/sign-in/code", code=fresh_code(app, officer)).location == "/tenders"


def test_a_new_link_ends_passkeys_and_codes_on_paper(
    app: Flask, client: FlaskClient, officer: Account
) -> None:
    with_passkey(client)
    post(client, "/account/recovery-codes")
    with app.app_context():
        link = invite(db.session, officer.id, by="clock", now=datetime.now(UTC)).secret
        db.session.commit()

    post(
        app.test_client(),
        f"/enrol/{link}",
        passphrase="mawingu saba juu ya kilima",
        again="mawingu saba juu ya kilima",
    )

    with app.app_context():
        assert passkeys.of_account(db.session, officer.id) == ()
        assert recovery_codes.left(db.session, officer.id) == 0


def test_suppliers_have_no_second_proof_to_keep(app: Flask, client: FlaskClient) -> None:
    sign_in(client, person_of(app, Role.SUPPLIER))

    pages = ("/account/factors", "/account/codes", "/account/passkeys/add", "/account/recovery-codes")
    assert {client.get(page).status_code for page in pages} == {403}
