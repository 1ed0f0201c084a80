"""Suppliers declare on a phone: two owners in few light pages, and a structure of many kinds, each seen through to the end."""

import gzip
import json
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from register.example.accounts import SUPPLIER
from tests.factories.expected import faults
from tests.journeys.conftest import Served
from tests.journeys.declaring import Hands, Keyboard, Weighed
from tests.journeys.steps import no_fault_of_access, sign_in

MOST_PAGES = 14
#: Of one page, before it is packed for the way.
MOST_BYTES = 20_000


def published(served: Served) -> list[dict[str, object]]:
    """Every statement of the public download."""
    with urllib.request.urlopen(f"{served.address}/data/bods.jsonl") as answer:
        raw = answer.read()
    text = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    return [json.loads(line) for line in text.splitlines()]


def two_owners(hands: Hands) -> None:
    """From the button that begins to the receipt."""
    page = hands.page
    hands.press(page.get_by_role("button", name="Start now"))
    hands.save()
    hands.write("Your full name", SUPPLIER.name)
    hands.answer("Why may you declare for the company?", "Director")
    hands.save()
    hands.tick("Yes, I name the first person")
    hands.save()
    hands.names("Wavinya Invented", "23456781")
    hands.tick("Yes, I name another person")
    hands.save()
    hands.names("Mutua Invented", "23456782")
    hands.tick("No, that is everyone, and they hold it directly")
    hands.save()
    hands.holds("60")
    hands.holds("40")
    page.get_by_role("group", name="Who sits on the board?").get_by_label("Wavinya Invented").first.check()
    hands.tick("No, those are all")
    hands.save()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    hands.signs(SUPPLIER.name)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your declaration is accepted")


def test_two_owners_are_declared_in_fourteen_light_pages(page: Page, served: Served, tmp_path: Path) -> None:
    before = published(served)
    sign_in(page, SUPPLIER)
    weighed = Weighed()
    page.goto("/declare/")
    weighed.watch(page)
    page.reload()

    two_owners(Hands(page))

    assert len(weighed.pages) <= MOST_PAGES, weighed.pages
    assert [(url, size) for url, size in weighed.pages if size > MOST_BYTES] == []
    new = published(served)[len(before) :]
    assert len(new) == 5
    assert faults(new, tmp_path) == []


@pytest.mark.parametrize("scripted", [True], ids=["with script"], indirect=True)
def test_two_owners_are_declared_by_keyboard_alone(page: Page, served: Served) -> None:
    before = published(served)
    sign_in(page, SUPPLIER)
    page.goto("/declare/")

    two_owners(Keyboard(page))

    assert len(published(served)) == len(before) + 5


def test_a_trust_and_a_company_known_to_the_register_stand_in_between(
    page: Page, served: Served, scripted: bool, tmp_path: Path
) -> None:
    before = published(served)
    known = next(
        each["recordDetails"]["name"]  # type: ignore[index]
        for each in before
        if each["recordType"] == "entity" and each["recordDetails"].get("identifiers")  # type: ignore[attr-defined]
    )
    hands = Hands(page)
    sign_in(page, SUPPLIER)
    page.goto("/declare/")
    hands.press(page.get_by_role("button", name="Start now"))
    hands.save()
    hands.write("Your full name", SUPPLIER.name)
    hands.answer("Why may you declare for the company?", "Director")
    hands.save()
    hands.tick("Yes, I name the first person")
    hands.save()
    hands.names("Wavinya Invented", "23456781")
    hands.tick("No, that is everyone; a company, trust or another body stands in between")
    hands.save()
    no_fault_of_access(page, scripted=scripted)

    # Found in the register: nothing of it is typed again.
    hands.tick("Yes, I name the first one")
    hands.save()
    hands.write("Name or number", str(known))
    hands.press(page.get_by_role("button", name="Search the register"))
    no_fault_of_access(page, scripted=scripted)
    hands.tick(str(known))
    hands.save()
    hands.tick("Another company or body as well")
    hands.save()

    # A trust that nobody knows is typed in, with those who stand behind it.
    hands.press(page.get_by_role("link", name="I type it in instead"))
    no_fault_of_access(page, scripted=scripted)
    hands.write("Registered name", "Invented Family Trust")
    hands.tick("A trust, foundation or similar arrangement")
    hands.write("Where is it registered?", "Kenya")
    hands.tick("No number, or I do not know it")
    hands.save()
    no_fault_of_access(page, scripted=scripted)
    for part in ("Who put property into it?", "Who looks after the property?", "For whom is it?"):
        page.get_by_role("group", name=part).get_by_label("Wavinya Invented").check()
    hands.save()
    hands.tick("No, those are all")
    hands.save()
    while page.get_by_role("heading", level=1).inner_text().startswith("What does"):
        if (
            page.get_by_role("button", name="Save and continue").count()
            and page.get_by_label("I know the exact share").count()
        ):
            hands.holds("100")
        else:
            boxes = page.get_by_role("checkbox")
            boxes.first.check()
            hands.save()
    no_fault_of_access(page, scripted=scripted)
    hands.tick("No, those are all")
    hands.save()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    no_fault_of_access(page, scripted=scripted)
    hands.signs(SUPPLIER.name)
    expect(page.get_by_role("heading", level=1)).to_have_text("Your declaration is accepted")

    new = published(served)[len(before) :]
    assert faults(new, tmp_path) == []
