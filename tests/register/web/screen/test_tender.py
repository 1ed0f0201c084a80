"""The page of one tender: what links its bidders, the findings with their proof, and the decisions about them."""

from datetime import date

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from register.access import Role
from register.extensions import db
from register.store import findings, outbox
from register.web.findings.asking import anchor
from tests.factories.desks import ADDRESS, NAME, ROOF, at_desk, finding, kept_in, roof
from tests.factories.page import Page
from tests.factories.pictures import Hold
from tests.factories.tenders import NOW, keep_owners, keep_tender


@pytest.fixture
def officer(app: Flask) -> FlaskClient:
    """Otieno, an officer, signed in; the school roof was checked."""
    kept_in(app, roof)
    return at_desk(app)


def test_the_page_says_how_many_bidders_clusters_and_findings_there_are(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    (over, *_) = page.all("p", "over")
    assert " · open tender · County works department · closed 27 February 2026" in over.text
    (line,) = page.all("p", "sumline")
    assert "4 bidders, 4 clusters, 2 findings to answer." in line.text
    assert "questions could not be judged of everybody." in line.text
    assert "the officials’ list of 1 March 2026" in line.text


def test_the_matrix_sets_bidders_against_what_links_them(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    heads = [each.text.strip() for each in page.all("th", "link")]
    assert f"person {NAME}" in heads
    assert "officials Evaluation committee" in heads
    assert [each.text for each in page.all("span", "hit")].count("owns 60\u00a0%") == 1
    assert "Could not be judged: no declaration" in page.source


def test_the_weightiest_finding_comes_first_with_its_proof(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    first, second = [each for each in page.all("li") if each.attributes.get("id", "").startswith("f")]
    assert "Answer first" in first.text
    assert "Stephen Nzuki owns 30\u00a0% of Gama Ltd, directly, since 4 May 2022." in first.text
    assert "declared 12 January 2026" in first.text
    assert f"{NAME} is an owner of 2 bidders" in second.text
    assert page.all("svg", "pic")


def test_a_number_that_was_typed_and_not_confirmed_is_marked(app: Flask) -> None:
    def typed(session: Session) -> None:
        keep_tender(session, bids={"school-roof": ("alfa", "beta")})
        keep_owners(session, (NAME, "alfa", 60), (NAME, "beta", 40), typed=(NAME,))

    kept_in(app, typed)

    page = at_desk(app).get(ADDRESS).text

    assert "Identity number typed, not confirmed by the person:" in page
    assert "The identity number was typed, and nobody has confirmed it yet." in page


def test_what_is_left_before_the_award_is_counted(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    items = {
        words: next(each.text for each in page.all("li") if each.text.startswith(words))
        for words in ("There is an officials’ list", "Every bidder has declared", "Every finding is answered")
    }
    assert "1 of 5 done, or with a reason," in page.source
    assert ["Done" in text for text in items.values()] == [True, False, False]
    assert "1 to go" in items["Every bidder has declared"]
    assert "2 to go" in items["Every finding is answered"]


@pytest.mark.parametrize("role", [Role.SUPPLIER, Role.REGISTRAR, Role.ADMINISTRATOR])
def test_nobody_else_sees_who_bids(app: Flask, role: Role) -> None:
    kept_in(app, roof)

    answer = at_desk(app, role).get(ADDRESS)

    assert answer.status_code == 403
    assert "Alfa" not in answer.text


def test_the_public_is_asked_to_sign_in(app: Flask, client: FlaskClient) -> None:
    kept_in(app, roof)

    answer = client.get(ADDRESS)

    assert answer.status_code == 302
    assert "/sign-in" in answer.location


def test_a_finding_of_another_tender_is_not_found_here(app: Flask, officer: FlaskClient) -> None:
    kept_in(app, lambda session: keep_tender(session, bids={"borehole": ("alfa",)}))
    fingerprint = finding(app, ROOF, "shared-owner").finding.fingerprint

    assert officer.get(f"/tenders/ocds-story-borehole/findings/{fingerprint}").status_code == 404
    assert officer.get(f"/tenders/ocds-story-borehole/findings/{fingerprint}.svg").status_code == 404
    assert officer.get(f"{ADDRESS}/findings/nothing").status_code == 404
    assert officer.get("/tenders/ocds-nothing").status_code == 404


def test_the_path_of_a_finding_is_saved_as_a_picture_without_style(app: Flask, officer: FlaskClient) -> None:
    fingerprint = finding(app, ROOF, "shared-owner").finding.fingerprint

    answer = officer.get(f"{ADDRESS}/findings/{fingerprint}.svg")

    assert answer.mimetype == "image/svg+xml"
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "40\u00a0%" in answer.text
    assert "style=" not in answer.text
    assert "class=" not in answer.text


def test_a_tender_that_changed_since_says_that_a_check_is_under_way(app: Flask, officer: FlaskClient) -> None:
    before = officer.get(ADDRESS).text
    kept_in(
        app,
        lambda session: outbox.add(session, "screen", f"screen:{ROOF}", {"ocid": ROOF}, now=NOW),
        check=False,
    )

    after = officer.get(ADDRESS).text

    assert "a new check is under way" not in before
    assert "a new check is under way" in after


def test_a_tender_that_was_never_checked_says_so(app: Flask) -> None:
    kept_in(app, roof, check=False)

    page = at_desk(app).get(ADDRESS).text

    assert "Not checked yet" in page
    assert "The check has not run yet" in page


def test_a_tender_without_bids_says_what_would_bring_them(app: Flask) -> None:
    kept_in(app, lambda session: keep_tender(session, bids={"school-roof": ()}))

    assert "No bids are on file yet." in at_desk(app).get(ADDRESS).text


def test_a_finding_that_is_gone_stays_on_the_page(app: Flask, officer: FlaskClient) -> None:
    sold = Hold(NAME, "beta", 40, end=date(2026, 1, 20), declared=date(2026, 3, 8))
    kept_in(app, lambda session: keep_owners(session, sold))

    page = officer.get(ADDRESS).text

    gone = finding(app, ROOF, "shared-owner")
    assert gone.gone_at is not None
    assert "No longer found since" in page
    assert f"{anchor(gone.finding.fingerprint)}-reason" not in page


def test_findings_for_context_are_folded_away_below_those_to_answer(app: Flask) -> None:
    def holders(session: Session) -> None:
        keep_tender(session, bids={"school-roof": ("alfa", "beta")})
        keep_owners(session, *((f"Holder {each}", "alfa", 9) for each in range(4)), (NAME, "alfa", 64))

    kept_in(app, holders)

    page = Page(at_desk(app).get(ADDRESS).text)

    (fold,) = [each for each in page.all("details") if each.attributes.get("id") == "context"]
    assert "which needs no answer" in fold.text
    assert "A share just below the threshold" in fold.text
    assert "open" not in fold.attributes
    assert "A share just below the threshold" in list(page.all("p", "over"))[-1].text


def test_a_finding_about_many_bidders_names_the_first_and_folds_the_others(app: Flask) -> None:
    def crowded(session: Session) -> None:
        crowd = tuple(f"bidder{letter}" for letter in "abcdefg")
        keep_tender(session, bids={"school-roof": crowd})
        keep_owners(session, *((NAME, each, 60) for each in crowd))

    kept_in(app, crowded)

    officer = at_desk(app)
    page = Page(officer.get(ADDRESS).text)

    headings = [each.text for each in page.all("h3")]
    owner_of = f"{NAME} is an owner of 7 bidders: Biddera Ltd, Bidderb Ltd, Bidderc Ltd, and 4 more"
    assert owner_of in headings
    assert [each.text for each in page.all("li")].count(f"{NAME} has the majority in Bidderg Ltd.") == 1
    # Papers are whole.
    annex = officer.get(f"{ADDRESS}/papers/annex").text
    assert f"{NAME} has the majority in Bidderg Ltd." in annex
    assert "Bidderd Ltd, Biddere Ltd, Bidderf Ltd, Bidderg Ltd" in annex
    assert "and 4 more" not in annex


def test_each_question_that_could_not_be_judged_stands_once(officer: FlaskClient) -> None:
    page = Page(officer.get(ADDRESS).text)

    (why,) = [each for each in page.all("th") if each.text == "Delta Ltd has no declaration."]
    assert page.source.count("Two bidders share a parent") == 1
    assert "They declare: invite them." in page.source
    assert why.attributes["scope"] == "row"


def test_neither_identity_hashes_nor_birth_months_reach_the_page(app: Flask, officer: FlaskClient) -> None:
    page = officer.get(ADDRESS).text
    with app.app_context():
        kept = findings.of_process(db.session, ROOF)

    assert "ID OF" not in page
    assert all(party.identity is None for each in kept for party in each.found.parties)


def test_a_hostile_name_is_shown_as_text(app: Flask) -> None:
    hostile = 'Ana "><script>alert(1)</script>'

    def keep(session: Session) -> None:
        keep_tender(session, bids={"school-roof": ("alfa", "beta")})
        keep_owners(session, (hostile, "alfa", 60), (hostile, "beta", 40))

    kept_in(app, keep)
    client = at_desk(app)
    fingerprint = finding(app, ROOF, "shared-owner").finding.fingerprint

    page, picture = client.get(ADDRESS).text, client.get(f"{ADDRESS}/findings/{fingerprint}.svg").text

    assert "<script>alert" not in page + picture
    assert "&lt;script&gt;" in page
