"""Members of a tender's committees declare before they see its bidders; whoever has a conflict never sees them."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from register.access import Role
from register.extensions import db
from register.screening.committee import Member
from register.store import accounts, audit, committees, outbox
from tests.factories.desks import ADDRESS, NAME, ROOF, at_desk, finding, kept_in, roof
from tests.factories.people import token
from tests.factories.tenders import keep_officials

COMMITTEE, DECLARE = f"{ADDRESS}/committee", f"{ADDRESS}/declare"
MEMBER = "wanjiru@umiliki.example"
LATER = date(2026, 3, 5)
WORDS = "My sister keeps the books of Delta Ltd."


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    """Otieno, an officer, signed in; the school roof was checked."""
    kept_in(app, roof)
    return at_desk(app)


@pytest.fixture
def member(app: Flask, officer: FlaskClient) -> FlaskClient:
    """Another officer, signed in, whom Otieno named to the evaluation committee."""
    client = at_desk(app, email=MEMBER)
    assert name(officer, account=account_of(app, MEMBER)).status_code == 302
    return client


def account_of(app: Flask, email: str) -> str:
    with app.app_context():
        account = accounts.by_email(db.session, email)
    assert account is not None
    return str(account.id)


def name(client: FlaskClient, **answers: str) -> TestResponse:
    """Name somebody as the form does."""
    told = {"account": "0", "committee": "evaluation", "seat": "member", "document": "", "number": ""}
    day = {"appointed_on-day": "2", "appointed_on-month": "3", "appointed_on-year": "2026"}
    data = {"csrf_token": token(client.get(COMMITTEE)), **told, **day, **answers}
    return client.post(COMMITTEE, data=data)


def declare(client: FlaskClient, answer: str, address: str = DECLARE, **answers: str) -> TestResponse:
    """Declare as the form does."""
    page = client.get(address).text
    seen = page.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]
    data = {"csrf_token": token(client.get(address)), "conflict": answer, "seen": seen, **answers}
    return client.post(address, data=data)


def members(app: Flask) -> tuple[Member, ...]:
    with app.app_context():
        return committees.of_process(db.session, ROOF)


def test_whoever_is_named_gets_a_letter_with_the_link(
    app: Flask, officer: FlaskClient, member: FlaskClient
) -> None:
    with app.app_context():
        left = outbox.lease_next(db.session, now=datetime.now(UTC), kinds=("mail",))

    assert left is not None
    assert left.payload["to"] == MEMBER
    assert DECLARE in left.payload["text"]


def test_a_tender_is_withheld_at_every_address_until_its_member_declares(
    app: Flask, member: FlaskClient
) -> None:
    found = finding(app, ROOF, "shared-owner").finding
    places = (
        ADDRESS,
        f"{ADDRESS}/bidders/{found.bidders[0]}",
        f"{ADDRESS}/findings/{found.fingerprint}",
        f"{ADDRESS}/findings/{found.fingerprint}.svg",
        f"{ADDRESS}/papers/certificate",
        f"{ADDRESS}/papers/certificate.pdf",
        f"{ADDRESS}/papers/annex",
        COMMITTEE,
        f"/review/invitations?ocid={ROOF}",
    )

    answers = [member.get(place) for place in places]

    assert {each.status_code for each in answers} == {403}
    assert all("declare whether you have a conflict" in each.text for each in answers)
    assert not any(NAME in each.text for each in answers)


def test_a_withheld_tender_takes_no_form_from_its_member_either(member: FlaskClient) -> None:
    given = {"csrf_token": token(member.get(DECLARE)), "ocid": ROOF}

    assert member.post(f"{ADDRESS}/papers/certificate", data=given).status_code == 403
    assert member.post("/review/invitations", data=given).status_code == 403


def test_a_member_without_a_conflict_is_let_in_and_asked_again_knowing_the_bidders(
    app: Flask, member: FlaskClient
) -> None:
    assert declare(member, "no").status_code == 302
    page = member.get(ADDRESS)

    assert page.status_code == 200
    assert "Confirm whether you have a conflict with any of them" in page.text
    assert declare(member, "no").status_code == 302
    (kept,) = members(app)
    assert kept.declared[1].signed in member.get(DECLARE).text
    assert [each.step.value for each in kept.declared] == ["before", "seen"]
    assert "I have not been shown its bidders" in kept.declared[0].signed
    assert "I have seen its bidders and who owns them" in kept.declared[1].signed
    assert "Confirm whether you have" not in member.get(ADDRESS).text


def test_a_member_with_a_conflict_stays_out_and_the_gate_asks_for_a_replacement(
    officer: FlaskClient, member: FlaskClient
) -> None:
    declare(member, "yes", kind="family", words=WORDS)

    kept_out, gate = member.get(ADDRESS), officer.get(ADDRESS).text

    assert kept_out.status_code == 403
    assert "you take no part in this tender" in kept_out.text
    assert "has a conflict and takes no part: name a replacement" in gate


def test_a_conflict_without_words_comes_back(app: Flask, member: FlaskClient) -> None:
    answer = declare(member, "yes")

    assert "Choose what kind of conflict it is." in answer.text
    assert "Write what the conflict is, and with whom." in answer.text
    assert members(app)[0].declared == ()


def test_a_conflict_is_taken_back_with_a_reason_and_is_not_forgotten(app: Flask, member: FlaskClient) -> None:
    declare(member, "yes", kind="other", words=WORDS)

    refused = declare(member, "no")
    declare(member, "no", why="She has left Delta.")

    assert "Say why you have no conflict any more." in refused.text
    assert [each.conflict for each in members(app)[0].declared] == [True, False]
    assert member.get(ADDRESS).status_code == 200


def test_the_words_of_a_conflict_are_read_by_the_member_alone(
    app: Flask, officer: FlaskClient, member: FlaskClient
) -> None:
    declare(member, "yes", kind="family", words=WORDS)

    seen = "".join(officer.get(each).text for each in (ADDRESS, COMMITTEE, f"{ADDRESS}/papers/certificate"))
    with app.app_context():
        told = audit.newest(db.session, 20)
        sealed = db.session.execute(text("SELECT sealed FROM conflict_words")).scalars().all()

    assert WORDS in member.get(DECLARE).text
    assert WORDS not in seen
    assert WORDS not in str(told)
    assert WORDS.encode() not in bytes(sealed[0])


def test_a_member_without_an_account_declares_on_paper_and_who_entered_it_is_said(
    app: Flask, officer: FlaskClient
) -> None:
    name(officer, name="Musau Kilonzo", document="national_id", number="31842207")
    (seat,) = members(app)
    paper = f"{COMMITTEE}/{seat.id}/paper"

    answer = declare(officer, "no", paper, **{"on-day": "4", "on-month": "3", "on-year": "2026"})

    assert answer.status_code == 302
    page = officer.get(COMMITTEE).text
    assert "4 March 2026: no conflict, before seeing the bidders (on paper, entered by Otieno Baraka)" in page
    assert "31842207" not in page


def test_whom_the_list_names_for_this_tender_is_offered_with_what_it_tells(
    app: Flask, officer: FlaskClient
) -> None:
    kept_in(app, lambda session: keep_officials(session, "Stephen Nzuki", ocid=ROOF, listed_on=LATER))

    page = officer.get(f"{COMMITTEE}?name=Stephen+Nzuki").text
    name(officer, name="Stephen Nzuki")

    assert "The officials’ list names for this tender:" in page
    assert 'value="Stephen Nzuki"' in page
    assert "The officials’ list names for this tender:" not in officer.get(COMMITTEE).text


def test_a_conflict_outlives_the_seat_until_it_is_taken_back_in_another(
    app: Flask, officer: FlaskClient, member: FlaskClient
) -> None:
    declare(member, "yes", kind="other", words=WORDS)
    (seat,) = members(app)
    officer.post(f"{COMMITTEE}/{seat.id}/end", data={"csrf_token": token(officer.get(COMMITTEE))})
    gone = member.get(ADDRESS)
    name(officer, account=account_of(app, MEMBER), committee="opening")
    again = member.get(ADDRESS)
    declare(member, "no", why="She has left Delta.")

    assert (gone.status_code, again.status_code) == (403, 403)
    assert f'href="{DECLARE}"' not in gone.text
    assert f'href="{DECLARE}"' in again.text
    assert member.get(ADDRESS).status_code == 200


def test_a_paper_is_not_entered_for_somebody_with_an_account(
    app: Flask, officer: FlaskClient, member: FlaskClient
) -> None:
    (seat,) = members(app)

    assert officer.get(f"{COMMITTEE}/{seat.id}/paper").status_code == 404


def test_nobody_ends_their_own_appointment(app: Flask, officer: FlaskClient, member: FlaskClient) -> None:
    declare(member, "no")
    (seat,) = members(app)
    end = f"{COMMITTEE}/{seat.id}/end"

    member.post(end, data={"csrf_token": token(member.get(COMMITTEE))})
    still = members(app)[0].until
    officer.post(end, data={"csrf_token": token(officer.get(COMMITTEE))})

    assert still is None
    assert members(app)[0].until is not None
    assert "1 former member" in officer.get(COMMITTEE).text


def test_the_same_person_is_not_named_twice(app: Flask, officer: FlaskClient, member: FlaskClient) -> None:
    answer = name(officer, account=account_of(app, MEMBER))

    assert "They sit on this committee already." in answer.text
    assert len(members(app)) == 1


def test_a_form_that_was_overtaken_is_shown_again(app: Flask, member: FlaskClient) -> None:
    stale = member.get(DECLARE).text.partition('name="seen"')[2].partition('value="')[2].partition('"')[0]
    declare(member, "no")

    answer = declare(member, "no", seen=stale)

    assert "Something has changed since you opened this page" in answer.text
    assert len(members(app)[0].declared) == 1


def test_a_clerk_on_a_committee_finds_the_tender_among_their_own(app: Flask, officer: FlaskClient) -> None:
    clerk = at_desk(app, Role.CLERK, email="clerk@umiliki.example")
    before = clerk.get("/tenders/committees").text
    name(officer, account=account_of(app, "clerk@umiliki.example"), committee="opening", seat="secretary")

    page = clerk.get("/tenders/committees").text

    assert "You sit on no committee now." in before
    assert "1 tender waits for your declaration." in page
    assert "Tender opening committee, Secretary" in page
    assert clerk.get(DECLARE).status_code == 200


def test_whoever_sits_on_no_committee_has_nothing_to_declare(officer: FlaskClient) -> None:
    assert officer.get(DECLARE).status_code == 404
    assert officer.get("/tenders/none-such/declare").status_code == 404


def test_no_list_tells_a_member_of_a_tender_that_is_withheld(
    officer: FlaskClient, member: FlaskClient
) -> None:
    lists = ("/tenders?text=Alfa", "/oversight/findings")
    before = "".join(member.get(each).text for each in lists)
    declare(member, "no")
    after = "".join(member.get(each).text for each in lists)

    assert not any(f'href="{ADDRESS}{end}' in before for end in ('"', "#"))
    assert NAME not in before
    assert f'href="{ADDRESS}"' in after
    assert NAME in after


def test_the_list_of_tenders_begins_with_those_that_wait_for_ones_declaration(member: FlaskClient) -> None:
    page = member.get("/tenders").text

    assert "1 tender waits for your declaration." in page
    assert f'href="{DECLARE}"' in page
