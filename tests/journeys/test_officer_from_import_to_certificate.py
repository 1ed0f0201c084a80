"""Two officers take a tender from the buyer's file to the certificate: import, joining, findings, decisions, papers."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import orjson
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from register.example.accounts import OFFICER, READY_MADE
from register.example.county import county
from tests.factories.releases import party, told
from tests.journeys.conftest import Served
from tests.journeys.steps import no_fault_of_access, sign_in

SECOND = next(each for each in READY_MADE if each.email.startswith("second.officer"))
PARTS = county(date(2026, 3, 9)).planted.by_part
#: Joseph is behind the first two; of the second the buyer wrote down neither the number nor the right name.
KILUNGU, EMALI, DEPOT, SILENT = (PARTS[part].company for part in ("chain", "direct", "family", "silent"))
STRANGER = "Emali Road & Waters"
TITLE = "Footbridge over the Kaiti"
CHECKED = "Seen the minutes of the opening and the register of members, room 4."
#: So often a page is opened anew at most before the worker has done its part.
PATIENCE = 300


def the_buyers_file(folder: Path) -> Path:
    """One tender that closed ten days ago, with four bidders."""
    now = datetime.now(UTC)
    opened, closed = (
        (now - timedelta(days=days)).isoformat(timespec="seconds").replace("+00:00", "Z") for days in (40, 10)
    )
    bidders = [party(each.name, each.number) for each in (KILUNGU, DEPOT, SILENT)] + [party(STRANGER)]
    bids = [
        {
            "id": f"b{place}",
            "status": "valid",
            "value": {"amount": 4_000_000 + 7_900 * place, "currency": "KES"},
            "tenderers": [{"id": each["id"]}],
        }
        for place, each in enumerate(bidders)
    ]
    release = told(
        "ocds-213czf-footbridge",
        at=closed,
        parties=[party("Roads and Transport", "9004", scheme="KE-COA"), *bidders],
        buyer={"id": "Roads and Transport"},
        tender={
            "id": "FB/1",
            "title": TITLE,
            "status": "active",
            "tenderPeriod": {"startDate": opened, "endDate": closed},
        },
        bids={"details": bids},
    )
    file = folder / "footbridge.json"
    file.write_bytes(orjson.dumps({"releases": [release]}))
    return file


def test_officers_take_a_tender_from_import_to_certificate(
    page: Page, served: Served, scripted: bool, tmp_path: Path
) -> None:
    sign_in(page, OFFICER)
    imports(page, the_buyers_file(tmp_path), scripted=scripted)
    joins_the_stranger(page, scripted=scripted)
    comes(page, finding(page, "is an owner of 2 bidders"))
    # What was found of the stranger alone is gone; the path to Joseph can be read step by step.
    expect(finding(page, STRANGER).filter(has_text="No longer found since")).to_have_count(1)
    explained = opens(finding(page, "is an owner of 2 bidders"), "Explain")
    expect(explained).to_contain_text("Joseph Mbithi Ng’ang’a owns 60")
    expect(explained.locator(".id").first).to_contain_text("statement")
    no_fault_of_access(page, scripted=scripted)

    decides(page, "head of procurement", "Recuse the official")
    decides(page, "are under common control", "Ask the supplier")
    expect(finding(page, "are under common control")).to_contain_text("The supplier was asked.")
    decides(page, "are under common control", "Dismiss, with a reason")
    decides(page, "is an owner of 2 bidders", "Confirm")
    expect(finding(page, "is an owner of 2 bidders")).to_contain_text("a second must agree")
    # The second officer sees what the first confirmed, and agrees.
    with colleague(page, served, scripted=scripted) as second:
        second.goto(page.url.partition("#")[0])
        decides(second, "is an owner of 2 bidders", "Confirm")
        expect(second.get_by_text("0 findings to answer.")).to_be_visible()
        no_fault_of_access(second, scripted=scripted)
        gives_reasons_for_what_is_open(second)
        issues(second, "Conflict-check certificate", "Sign this paper", scripted=scripted)
        annex = issues(second, "Annex with the proof of every finding", "Issue this paper", scripted=scripted)
    # A certificate is issued with the first officer's signature beside the second's.
    page.reload()
    certificate = issues(page, "Certificate 1", "Sign and issue this paper", scripted=scripted)
    expect(page.get_by_text("Waits for a second signature")).to_have_count(0)
    for words in (
        TITLE,
        KILUNGU.name,
        SILENT.name,
        "Recused the official",
        OFFICER.name,
        SECOND.name,
        CHECKED,
    ):
        assert words in certificate, words
    assert "Joseph Mbithi Ng’ang’a owns 60" in annex


@contextmanager
def colleague(page: Page, served: Served, *, scripted: bool) -> Iterator[Page]:
    """The second officer, signed in at another desk."""
    browser = page.context.browser
    assert browser
    context = browser.new_context(java_script_enabled=scripted, base_url=served.address, locale="en-KE")
    second = context.new_page()
    second.set_default_timeout(15_000)
    sign_in(second, SECOND)
    yield second
    context.close()


def imports(page: Page, file: Path, *, scripted: bool) -> None:
    """Send the file, look until it is read, and follow the tender that it brought."""
    page.get_by_role("link", name="Tenders").first.click()
    page.get_by_role("link", name="Imports of contracts").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Your file").set_input_files(file)
    page.get_by_role("button", name="Import the file").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(file.name)
    comes(page, page.get_by_text("1 tender: 1 new, 0 changed, 0 unchanged."))
    comes(page, page.locator("h1").locator("..").get_by_text("Done", exact=True))
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name=TITLE).click()


def joins_the_stranger(page: Page, *, scripted: bool) -> None:
    """From the tender to the bidder of no company, to the company found by its number, and back."""
    expect(page.get_by_text("1 bidder belongs to no company of the register:")).to_be_visible()
    page.locator(".note").get_by_role("link", name=STRANGER).click()
    page.get_by_label("Look for a company by name or number").fill(EMALI.number)
    page.get_by_role("button", name="Look").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name=EMALI.name).first.click()
    page.get_by_label("The bidder is this company").check()
    page.get_by_label("What you checked, and where").fill(CHECKED)
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("Your decision is saved.")).to_be_visible()
    page.get_by_role("link", name=TITLE).click()


def comes(page: Page, what: Locator) -> None:
    """Open the page anew until it shows what the worker makes of it."""
    for _ in range(PATIENCE):
        if what.count():
            return
        page.reload()
    raise AssertionError(f"{what} never came to {page.url}")


def finding(page: Page, words: str) -> Locator:
    """The findings whose heading says this."""
    return page.locator(".findings > li").filter(has=page.locator("h3", has_text=words))


def opens(one: Locator, what: str) -> Locator:
    """Unfold a part of a finding that may be unfolded already."""
    part = one.locator("details").filter(has=one.page.locator("summary", has_text=what))
    if part.get_attribute("open") is None:
        part.locator("summary").first.click()
    return part


def decides(page: Page, words: str, what: str) -> None:
    form = opens(finding(page, words), "Decide")
    form.get_by_label(what, exact=True).check()
    form.get_by_role("textbox").fill(CHECKED)
    form.get_by_role("button", name="Save decision").click()
    expect(page.get_by_text("Your decision is saved.")).to_be_visible()


def gives_reasons_for_what_is_open(page: Page) -> None:
    """Say of every line that is still open before the award why it does not stop it."""
    left = page.locator(".gate > li").filter(has=page.locator("form"))
    for _ in range(left.count()):
        line = left.first
        line.locator("summary").click()
        line.get_by_role("textbox").fill(CHECKED)
        line.get_by_role("button", name="Save reason").click()
        expect(page.get_by_text("Your reason is saved.")).to_be_visible()
    expect(left).to_have_count(0)


def issues(page: Page, paper: str, button: str, *, scripted: bool) -> str:
    """Sign a paper and give what its PDF says; the page leads back to the tender."""
    page.get_by_role("link", name=paper).first.click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("button", name=button)).to_have_count(0)
    address = page.get_by_role("link", name="Save as PDF").get_attribute("href") or ""
    assert "/issued/" in address
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    page.get_by_role("link", name="Back to the tender").click()
    pages = PdfReader(io.BytesIO(answer.body())).pages
    return " ".join("".join(each.extract_text() for each in pages).split())
