"""A registrar adds a passkey in a real browser and signs in with it; without script they use the code."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import no_fault_of_access, person, sign_in, sign_out

pytestmark = pytest.mark.browser
REGISTRAR = person("registrar@county.example")


def plugged_in(page: Page) -> None:
    """A key that answers at once, as somebody who touches it."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "usb",
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def test_a_passkey_is_added_used_and_removed(page: Page, scripted: bool) -> None:
    if scripted:
        plugged_in(page)
    sign_in(page, REGISTRAR)
    page.goto("/account")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Change Second proof").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="Add a passkey").click()
    if not scripted:
        expect(page.get_by_text("Passkeys need script")).to_be_visible()
        expect(page.get_by_role("button", name="Make the passkey")).to_be_hidden()
        sign_out(page)
        return
    page.get_by_label("Name of this passkey").fill("blue stick")
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_text("blue stick").first).to_be_visible()
    sign_out(page)

    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("E-mail address").fill(REGISTRAR.email)
    page.get_by_label("Passphrase").fill(REGISTRAR.passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Use a passkey instead")).to_be_visible()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("button", name="Use a passkey instead").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()

    page.goto("/account/factors")
    page.get_by_role("button", name="Remove blue stick").click()
    expect(page.get_by_text("The passkey is removed")).to_be_visible()
    page.get_by_role("link", name="Change Recovery codes on paper").click()
    page.get_by_role("button", name="Make ten codes").click()
    first = page.locator("ol li").first.inner_text()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_role("link", name="I have kept them").click()
    sign_out(page)

    page.get_by_role("link", name="Sign in").click()
    page.get_by_label("E-mail address").fill(REGISTRAR.email)
    page.get_by_label("Passphrase").fill(REGISTRAR.passphrase)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Use a passkey instead")).to_be_hidden()
    page.get_by_role("link", name="My phone is lost").click()
    page.get_by_label("Enter a recovery code").fill(first.lower())
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("9 recovery codes left")).to_be_visible()


def test_a_supplier_registers_by_phone(page: Page, scripted: bool) -> None:
    page.goto("/sign-in")
    page.get_by_role("link", name="Register to declare").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Your name").fill("Ana Mwĩkali")
    page.get_by_label("E-mail address or mobile number").fill("0712 345 678")
    page.get_by_role("button", name="Send me a code").click()
    expect(page.get_by_text("+254***678")).to_be_visible()
    no_fault_of_access(page, scripted=scripted)
    asked = page.url
    page.goto("/dev/outbox")
    words = page.locator("article", has_text="+254712345678").first.inner_text()
    page.goto(asked)
    page.get_by_label("Enter the code that we sent").fill(words.partition("code: ")[2][:6])
    page.get_by_role("button", name="Continue").click()
    no_fault_of_access(page, scripted=scripted)
    page.get_by_label("Choose a passphrase").fill("tembo mvua kijani saba")
    page.get_by_label("Type it once more").fill("tembo mvua kijani saba")
    page.get_by_role("button", name="Keep this passphrase").click()
    expect(page.get_by_role("heading", name="Your companies")).to_be_visible()
    page.goto("/account/email")
    no_fault_of_access(page, scripted=scripted)
    sign_out(page)
