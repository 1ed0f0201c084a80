"""An officer looks a tender through: the list, the matrix, the proof of a finding, a decision with its reason."""

import re
from datetime import date

from playwright.sync_api import Page, expect

from register.example.accounts import OFFICER
from register.example.county import county
from tests.journeys.conftest import Served
from tests.journeys.steps import no_fault_of_access, picture, sign_in

STORY = county(date(2026, 3, 9))
#: The company of somebody who sits on the evaluation committee, and a tender it bids for.
COMPANY = STORY.planted.by_part["committee"]
TENDER = next(each for each in STORY.tenders if COMPANY in each.bidders)


def waiting(page: Page) -> int:
    """How many findings the page shows that are still to be decided about, each with its form."""
    found = page.locator(".findings > li:not(.answered, .context)")
    expect(found.get_by_role("button", name="Save decision", include_hidden=True)).to_have_count(
        found.count()
    )
    return found.count()


def told(page: Page) -> int:
    """How many findings to answer the line above the matrix counts."""
    line = page.get_by_text(re.compile(r"^\d+ bidders, \d+ clusters, \d+ findings? to answer\.")).inner_text()
    return int(re.findall(r"\d+", line)[2])


def test_an_officer_screens_a_tender_and_decides(page: Page, served: Served, scripted: bool) -> None:
    sign_in(page, OFFICER)
    page.get_by_role("link", name="Tenders").first.click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name=TENDER.title).click()

    expect(page.get_by_text(f"{len(TENDER.bidders)} bidders, ")).to_be_visible()
    expect(page.get_by_role("rowheader", name=COMPANY.name, exact=True)).to_be_visible()
    before = waiting(page)
    assert before > 0
    assert told(page) == before
    picture(page, "tender", 1280, 900)
    first = page.locator(".findings > li").first
    # The first finding's explanation is open as it is.
    expect(first).to_contain_text("Evaluation committee")
    expect(first.locator("svg:visible").first).to_be_visible()
    expect(first.locator(".id").first).to_contain_text("statement")
    no_fault_of_access(page, scripted=scripted)

    # Without a reason nothing is decided.
    first.locator("summary", has_text="Decide").click()
    first.get_by_label("Dismiss, with a reason").check()
    first.get_by_role("button", name="Save decision").click()
    expect(page.get_by_role("alert")).to_be_visible()
    no_fault_of_access(page, scripted=scripted)
    first = page.locator(".findings > li").first
    first.get_by_label("Dismiss, with a reason").check()
    first.get_by_role("textbox", name="Reason").fill(
        "He left the committee before bids were opened; minutes of 3 March."
    )
    first.get_by_role("button", name="Save decision").click()

    expect(page.get_by_text("Your decision is saved.")).to_be_visible()
    assert told(page) == waiting(page) == before - 1
    expect(page.locator("li.answered")).to_contain_text("He left the committee before bids were opened")
    page.reload()
    expect(page.locator("li.answered")).to_contain_text(OFFICER.name)
    # What is open before the award takes a reason, and shows in the certificate's draft.
    line = page.locator(".gate > li", has_text="Every finding is answered")
    line.locator("summary").click()
    line.get_by_role("textbox").fill("The committee was formed anew; minutes of 5 March.")
    line.get_by_role("button", name="Save reason").click()
    expect(line).to_contain_text("Reason given")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Conflict-check certificate").click()
    expect(page.locator(".paper")).to_contain_text("The committee was formed anew; minutes of 5 March.")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Back to the tender").click()

    page.get_by_role("link", name=COMPANY.name).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(COMPANY.name)
    no_fault_of_access(page, scripted=scripted)


def test_an_officer_screens_a_list_before_the_tender(page: Page, served: Served, scripted: bool) -> None:
    sign_in(page, OFFICER)
    page.get_by_role("link", name="Tenders").first.click()
    page.get_by_role("link", name="Quick screen of a list").click()
    no_fault_of_access(page, scripted=scripted)

    lines = (f"{each.name}, {each.company.number}" for each in TENDER.bidders)
    page.get_by_label("Bidders, one a line").fill("\n".join(lines))
    page.get_by_role("button", name="Screen the list").click()

    expect(page.get_by_text(f"{len(TENDER.bidders)} bidders, ")).to_be_visible()
    expect(page.get_by_role("rowheader", name=COMPANY.name, exact=True).first).to_be_visible()
    expect(page.locator(".findings > li").first).to_contain_text("under common control")
    no_fault_of_access(page, scripted=scripted)
