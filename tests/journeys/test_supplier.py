"""A supplier declares on a phone, the owner says "this is me", and the officer sees the link within seconds."""

import gzip
import json
import urllib.request
from datetime import date

from playwright.sync_api import Page, expect

from register.example.accounts import OFFICER, SUPPLIER
from register.example.county import county
from tests.journeys.conftest import Served
from tests.journeys.steps import no_fault_of_access, picture, sign_in, sign_out

STORY = county(date(2026, 3, 9))
OWNER = STORY.planted.known_owner
TENDER = STORY.tenders[0]


def downloaded(served: Served) -> list[dict[str, object]]:
    """Every statement of the public download."""
    with urllib.request.urlopen(f"{served.address}/data/bods.jsonl") as answer:
        raw = answer.read()
    text = gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw
    return [json.loads(line) for line in text.splitlines()]


def save(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").click()


def names_the_owner(page: Page) -> None:
    page.get_by_label("Full name").fill(OWNER.name)
    page.get_by_label("Nationality").fill("Kenya")
    page.get_by_label("Country of residence").fill("Kenya")
    page.get_by_label("National identity card").check()
    page.get_by_label("Number of the document").fill(OWNER.particulars.document_number)
    born = OWNER.particulars.birth_date
    assert born
    for part, value in (("Day", born.day), ("Month", born.month), ("Year", born.year)):
        page.get_by_label(part, exact=True).fill(str(value))
    page.get_by_label("E-mail address").fill("somebody.else@people.example")
    page.get_by_label("Home address").fill("Plot 7, invented road, Wote")
    page.get_by_role("radiogroup", name="Does the person").get_by_label("No", exact=True).check()


def test_a_supplier_declares_and_the_officer_sees_the_link(
    page: Page, served: Served, scripted: bool
) -> None:
    before = downloaded(served)
    sign_in(page, SUPPLIER)
    page.get_by_role("button", name="Start now").click()
    no_fault_of_access(page, scripted=scripted)
    save(page)
    page.get_by_label("Your full name").fill(SUPPLIER.name)
    page.get_by_label("Director").check()
    save(page)

    # Saved and come back to: sign out half-way, and the answers are still there.
    sign_out(page)
    sign_in(page, SUPPLIER)
    expect(page.get_by_text("You have done 2 of")).to_be_visible()
    page.get_by_role("link", name="Continue: People who own or control it").click()
    page.get_by_label("Yes, I name the first person").check()
    save(page)

    # An empty answer is refused, says what to do, and leads to the field.
    save(page)
    expect(page.get_by_role("alert")).to_contain_text("Enter the person’s full name")
    no_fault_of_access(page, scripted=scripted)
    names_the_owner(page)
    save(page)
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("No, that is everyone; a company, trust or another body stands in between").check()
    save(page)
    page.get_by_label("No, only people hold it, directly").check()
    save(page)
    page.get_by_label("I know the exact share").check()
    page.get_by_label("Share", exact=True).fill("60")
    page.get_by_label("The same as the shares").check()
    for part, value in (("Day", 4), ("Month", 5), ("Year", 2022)):
        page.get_by_label(part, exact=True).fill(str(value))
    no_fault_of_access(page, scripted=scripted)
    save(page)
    page.get_by_role("group", name="Who sits on the board?").get_by_label(OWNER.name).check()
    page.get_by_label("No, those are all").check()
    no_fault_of_access(page, scripted=scripted)
    save(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")
    no_fault_of_access(page, scripted=scripted)
    picture(page, "declare", 360, 740)
    page.get_by_role("link", name="Continue: sign").first.click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("What I declare is true and complete").check()
    page.get_by_label("Sign with your full name").fill(SUPPLIER.name)
    page.get_by_role("button", name="Sign and send to the county").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your declaration is accepted")
    no_fault_of_access(page, scripted=scripted)
    sign_out(page)

    # The link went to the contact on file for her too, not only to the one that was typed.
    page.goto("/dev/outbox")
    on_file = page.get_by_role("article").filter(has_text=f"To {OWNER.particulars.email}")
    on_file.get_by_role("link", name="/declare/owner/").first.click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Yes, this is me, and it is right").check()
    page.get_by_role("button", name="Send my answer").click()
    no_fault_of_access(page, scripted=scripted)

    sign_in(page, OFFICER)
    page.goto(f"/tenders/{TENDER.ocid}")
    finding = page.get_by_role("heading", name=f"{OWNER.name} is an owner of 2 bidders")
    for _ in range(20):
        if finding.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    expect(finding).to_be_visible()
    # The first finding's explanation is open as it is.
    expect(page.locator(".findings svg:visible").first).to_be_visible()
    expect(page.locator(".findings")).to_contain_text(f"{OWNER.name} owns 60")

    after = downloaded(served)
    new = after[len(before) :]
    assert after[: len(before)] == before
    names = {name["fullName"] for each in new for name in each["recordDetails"].get("names", [])}  # type: ignore[attr-defined]
    assert names == {OWNER.name}
    assert OWNER.particulars.document_number not in json.dumps(after)
