"""A journalist follows an owner across companies and contracts and takes the data away."""

import hashlib
import json
import urllib.request
from datetime import date

from playwright.sync_api import Page, expect

from register.example.county import county
from tests.journeys.conftest import Served
from tests.journeys.steps import no_fault_of_access, picture

STORY = county(date(2026, 3, 9))


def test_a_journalist_follows_an_owner_and_downloads_everything(
    page: Page, served: Served, scripted: bool
) -> None:
    page.goto("/")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Search for a person, a company or a tender code").fill("kilungu bilders")
    page.get_by_role("button", name="Search").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Kilungu Builders Ltd").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Kilungu Builders Ltd")
    expect(page.locator("main svg.pic").first).to_be_attached()
    no_fault_of_access(page, scripted=scripted)
    picture(page, "company", 1280, 900)
    page.get_by_role("link", name="Joseph Mbithi Ng’ang’a").last.click()
    expect(page.locator("main")).to_contain_text("Emali Roads and Water Ltd")
    no_fault_of_access(page, scripted=scripted)

    # Nobody outside learns who bids before the award.
    silent = page.request.get(f"/contracts/{STORY.tenders[0].ocid}")
    assert silent.status == 404
    assert page.request.get("/tenders", max_redirects=0).status == 302

    page.goto("/flags")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Two bidders share an owner").click()
    expect(page.locator("main")).to_contain_text(
        "Left out" if page.get_by_text("Left out").count() else "leave"
    )
    no_fault_of_access(page, scripted=scripted)

    page.goto("/data")
    no_fault_of_access(page, scripted=scripted)
    link = page.get_by_role("link", name=".jsonl").first
    checksum = page.get_by_role("link", name="SHA-256").last
    address = link.get_attribute("href") or ""
    with urllib.request.urlopen(served.address + address) as answer:
        whole = answer.read()
    with urllib.request.urlopen(served.address + (checksum.get_attribute("href") or "")) as answer:
        told = answer.read().decode()
    assert hashlib.sha256(whole).hexdigest() in told
    statements = [json.loads(line) for line in whole.splitlines()]
    assert len(statements) > 300
    assert {each["publicationDetails"]["bodsVersion"] for each in statements} == {"0.4"}
