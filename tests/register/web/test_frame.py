"""The frame of every page and the files it loads."""

import gzip
import re
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from register.access import Principal, Role
from tests.factories.components import STATIC, THE_REST, WHOLE_FORM, draw, framed, picture, refused


@pytest.mark.parametrize(
    ("role", "first"),
    [
        (None, "Register"),
        (Role.SUPPLIER, "Your declaration"),
        (Role.OFFICER, "Tenders"),
        (Role.AUDITOR, "Tenders"),
        (Role.REGISTRAR, "Declarations to review"),
        (Role.ADMINISTRATOR, "People and roles"),
    ],
)
def test_the_frame_leads_each_to_their_own_door(role: Role | None, first: str) -> None:
    principal = Principal(account_id=1, name="Ana Mwikali", role=role, language="en") if role else None

    page = framed(principal=principal)

    assert page.all("ul", "menu")[0].text.split("\n")[1] == first
    assert ("Sign out" in page.all("header")[0].text) is (role is not None)
    assert ("Sign in" in page.all("header")[0].text) is (role is None)


@pytest.mark.parametrize(("role", "trail"), [(Role.AUDITOR, True), (Role.SUPPLIER, False), (None, False)])
def test_the_frame_leads_to_ones_browsers_and_the_auditor_to_the_trail(
    role: Role | None, trail: bool
) -> None:
    principal = Principal(account_id=1, name="Daudi Mutua", role=role, language="en") if role else None

    page = framed(principal=principal)

    led_to = {link.attributes["href"] for link in page.all("a")}
    assert ("/sessions" in led_to) is (role is not None)
    assert ("/audit" in led_to) is trail


def test_the_frame_stands_when_nothing_is_known() -> None:
    page = framed(title="Something went wrong on our side", remedy="Try again.", reference="9f2c77d0")

    assert page.all("title")[0].text == "Something went wrong on our side – Umiliki"
    assert page.all("span", "ref")[0].text == "9f2c77d0"
    assert page.all("html")[0].attributes["lang"] == "en"


def test_the_frame_promises_only_what_the_county_has() -> None:
    county = SimpleNamespace(
        name="Mwambani County",
        county_title="County Government of Mwambani",
        contact_email="register@example.org",
        sms_number=None,
    )
    entry = SimpleNamespace(sequence=18204, published_at=datetime(2026, 3, 9, tzinfo=UTC), leaf_hash="9f2c")

    silent = framed(jurisdiction=county)
    texting = framed(
        jurisdiction=SimpleNamespace(**{**vars(county), "sms_number": "40014"}), latest_entry=entry
    )

    assert "SMS" not in silent.all("footer")[0].text
    assert "public log" not in silent.all("footer")[0].text
    assert "mailto:register@example.org" in [found.attributes.get("href") for found in silent.all("a")]
    assert "40014" in texting.all("footer")[0].text
    assert "number 18,204, 9 March 2026" in texting.all("footer")[0].text


def test_the_language_of_the_page_is_told_and_can_be_changed() -> None:
    page = framed(languages=[("en", "English", False), ("sw", "Kiswahili", True)])

    assert page.all("html")[0].attributes["lang"] == "sw"
    assert [found.attributes["hreflang"] for found in page.all("a") if "hreflang" in found.attributes] == [
        "en",
        "sw",
    ]


def test_the_title_of_a_refused_form_begins_with_the_error() -> None:
    page = framed(form=refused())

    assert page.all("title")[0].text.startswith("Error: ")


def test_the_stylesheet_knows_every_class_that_is_written() -> None:
    styles = (STATIC / "umiliki.css").read_text()

    pages = [
        draw(WHOLE_FORM, form=refused()),
        draw(THE_REST + "{{ svg(drawing) }}", told="Ana", drawing=picture()),
        framed(),
    ]

    written = {word for page in pages for found in page.elements for word in found.words_of("class")}
    assert {word for word in written if not re.search(rf"\.{re.escape(word)}\b", styles)} <= {"w-wrap"}


def test_the_static_files_are_light_and_ask_nobody_else() -> None:
    styles, script = (STATIC / "umiliki.css").read_bytes(), (STATIC / "umiliki.js").read_bytes()

    assert len(gzip.compress(styles)) <= 10_000
    assert len(gzip.compress(script)) <= 2_000
    assert b"url(" not in styles
    assert b"@import" not in styles
    assert b"http" not in script
