"""A company lets an agent act for it until a day: invited by letter, accepted by a button, taken back again."""

import re
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from tests.journeys.steps import no_fault_of_access, person, sign_in, sign_out

OWNER, AGENT = person("works@wote.example"), person("joinery@kaiti.example")
LINK = re.compile(r"/company/invitation/[\w-]+")


def test_an_agent_is_invited_writes_and_is_let_go(page: Page, scripted: bool) -> None:
    sign_in(page, OWNER)
    company = page.url
    page.get_by_role("link", name="People who act for the company").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Invite a colleague").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("E-mail address or mobile number").fill(AGENT.email)
    page.get_by_label("Agent, such as").check()
    page.get_by_label("Writes", exact=True).check()
    page.get_by_role("button", name="Send the link").click()
    # An agent names the firm.
    expect(page.get_by_role("alert")).to_contain_text("Enter the name of your firm")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Their firm").fill("Kaiti Secretaries")
    for part, value in (("Day", "31"), ("Month", "12"), ("Year", str(datetime.now(UTC).year + 1))):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_role("button", name="Send the link").click()
    expect(page.get_by_role("status")).to_contain_text("A link is on its way to j")
    sign_out(page)

    page.goto("/dev/outbox")
    found = LINK.search(page.content())
    assert found, "no link was sent"
    page.goto(found[0])
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("main").get_by_role("link", name="Sign in").click()
    page.get_by_label("E-mail address").fill(AGENT.email)
    page.get_by_label("Passphrase").fill(AGENT.passphrase)
    page.get_by_role("button", name="Sign in").click()
    # Back at the invitation: nothing has happened before the button is pressed.
    page.get_by_role("button", name="Yes, I act for this company").click()
    expect(page.get_by_text("You act for the company from now on.")).to_be_visible()
    assert page.url == company
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Your companies").click()
    expect(page.get_by_role("listitem").filter(has_text="You act until 31 December")).to_be_visible()
    no_fault_of_access(page, scripted=scripted)
    page.goto(f"{company}sign")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text("Declare and sign")
    sign_out(page)

    sign_in(page, OWNER)
    page.get_by_role("link", name="People who act for the company").click()
    page.get_by_role("link", name=f"Change {AGENT.name}").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("button", name="Take access away").click()
    expect(page.get_by_text(f"{AGENT.name} does not act for the company any more.")).to_be_visible()
    sign_out(page)

    sign_in(page, AGENT)
    page.goto(company)
    expect(page.get_by_role("heading", level=1)).to_contain_text("We found nothing at this address")
