"""What every journey does: sign in, read the outbox, look for faults of access, take a picture."""

import os
from pathlib import Path

import pyotp
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Page, expect

from register.example.accounts import READY_MADE, ReadyMade

PICTURES = Path(__file__).parent / "pictures"


def person(email: str) -> ReadyMade:
    """A ready-made person of the county, by address."""
    return next(each for each in READY_MADE if each.email == email)


def sign_in(page: Page, who: ReadyMade) -> None:
    """Sign in with the printed passphrase and, for staff, the code of the moment."""
    page.goto("/")
    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("E-mail address").fill(who.email)
    page.get_by_label("Passphrase").fill(who.passphrase)
    page.get_by_role("button", name="Sign in").click()
    if who.code_secret:
        page.get_by_label("Enter the code on your phone").fill(pyotp.TOTP(who.code_secret).now())
        page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()


def no_fault_of_access(page: Page, *, scripted: bool) -> None:
    """Axe finds nothing on this page, on a phone and on a desk. Without script it cannot look, and does not."""
    if not scripted:
        return
    page.evaluate(Path(AXE_FILE_PATH).read_text())
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("axe.run().then(result => result.violations)")
        told = [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]
        assert told == [], f"{page.url} at {width}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (
            f"{page.url} is wider than {width}"
        )


def picture(page: Page, name: str, width: int, height: int) -> None:
    """Take a README picture, when asked by PICTURES=yes."""
    if os.environ.get("PICTURES"):
        page.set_viewport_size({"width": width, "height": height})
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png")
        page.set_viewport_size({"width": 360, "height": 740})
