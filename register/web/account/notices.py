"""What people are told about their accounts: each as a letter and as one short message."""

from collections.abc import Callable

from flask import current_app, url_for
from flask_babel import force_locale, format_datetime, gettext

from register.actions.ask_code import Answers
from register.actions.tell import Notice
from register.store.accounts import Account
from register.store.contact_changes import ContactChange
from register.store.contacts import masked
from register.words import N_


def county_email() -> str:
    """Where the county is written to."""
    address: str = current_app.extensions["jurisdiction"].contact_email
    return address


def codes() -> Answers:
    """What may be sent to an address or number that somebody typed, in the language of this page."""
    return Answers(_code, _taken(), _none_here())


def _code(code: str) -> Notice:
    return Notice(
        gettext("%(code)s is your code for the register of owners", code=code),
        gettext(
            "Your code is %(code)s\n\n"
            "Enter it in the browser in which you asked for it. It works once, for ten minutes.\n\n"
            "Nobody from the county asks you for this code. If you did not ask for it, do nothing.",
            code=code,
        ),
        gettext(
            "Umiliki code: %(code)s. It works once, for 10 minutes. Tell it to nobody, not even to the county.",
            code=code,
        ),
    )


def _taken() -> Notice:
    return Notice(
        gettext("You have an account with the register of owners already"),
        gettext(
            "Somebody, perhaps you, wanted to use this address for an account. It belongs to an account already.\n\n"
            "Sign in at %(sign_in)s\n\n"
            "If you forgot your passphrase, choose another at %(forgotten)s\n\n"
            "If it was not you, do nothing: nothing was changed.",
            sign_in=url_for("account.sign_in", _external=True),
            forgotten=url_for("account.forgotten", _external=True),
        ),
        gettext(
            "Umiliki: this number has an account already, so there is no code. Sign in, or choose another "
            "passphrase on the page to sign in."
        ),
    )


def _none_here() -> Notice:
    return Notice(
        gettext("No new passphrase can be chosen with this address"),
        gettext(
            "Somebody, perhaps you, wanted to choose another passphrase for an account with this address. "
            "That cannot be done: there is no such account, or it belongs to staff, or it was closed.\n\n"
            "Suppliers without an account register at %(register)s\n\n"
            "Staff ask an administrator for a new link. If it was not you, do nothing.",
            register=url_for("account.join", _external=True),
        ),
        gettext(
            "Umiliki: no open account of a supplier has this number, so there is no code. You can register with it."
        ),
    )


def registered(name: str, language: str) -> Notice:
    """That an account was made."""
    with force_locale(language):
        return Notice(
            gettext("Your account with the register of owners"),
            gettext(
                "Hello %(name)s,\n\n"
                "you have an account now. Sign in at %(address)s\n\n"
                "Was this not you? Write to %(contact)s at once.",
                name=name,
                address=url_for("account.sign_in", _external=True),
                contact=county_email(),
            ),
            gettext(
                "Umiliki: you have an account with this number now. Not you? Write to the county at once."
            ),
        )


def enrolled(account: Account) -> Notice:
    """That the person can sign in now; should it not have been them, whom to tell."""
    with force_locale(account.language):
        return Notice(
            gettext("You can now sign in to the register of owners"),
            gettext(
                "Hello %(name)s,\n\n"
                "a passphrase was chosen for your account. Sign in with this e-mail address at %(address)s\n\n"
                "Was this not you? Write to %(contact)s at once.",
                name=account.name,
                address=url_for("account.sign_in", _external=True),
                contact=county_email(),
            ),
            gettext(
                "Umiliki: a passphrase was chosen for your account. Not you? Write to the county at once."
            ),
        )


def passphrase_changed(account: Account) -> Notice:
    """That another passphrase counts."""
    with force_locale(account.language):
        return Notice(
            gettext("Your passphrase was changed"),
            gettext(
                "Hello %(name)s,\n\n"
                "another passphrase was chosen for your account, and all other browsers were signed out.\n\n"
                "Was this not you? Choose another at %(address)s and write to %(contact)s at once.",
                name=account.name,
                address=url_for("account.forgotten", _external=True),
                contact=county_email(),
            ),
            gettext(
                "Umiliki: your passphrase was changed. Not you? Choose another on the page to sign in, at once."
            ),
        )


def contact_changes(account: Account) -> Callable[[ContactChange, str], Notice]:
    """That another address or number is going to count, and how to undo it."""

    def told(change: ContactChange, secret: str) -> Notice:
        with force_locale(account.language):
            day = format_datetime(change.counts_from, gettext("d MMMM y, HH:mm"))
            link = url_for("account.undo_contact", secret=secret, _external=True)
            return Notice(
                gettext("Your account is going to have another address or number"),
                gettext(
                    "Hello %(name)s,\n\n"
                    "from %(day)s on you sign in with %(contact)s, and are reached there.\n\n"
                    "Was this not you? Open this page before then and press the button:\n%(link)s",
                    name=account.name,
                    day=day,
                    contact=masked(change.contact),
                    link=link,
                ),
                # The link is long: no word more than it needs.
                gettext("Umiliki: sign-in changes in 3 days. Not you? %(link)s", link=link),
            )

    return told


def contact_counts(account: Account) -> Notice:
    """That another address or number counts from now on."""
    with force_locale(account.language):
        return Notice(
            gettext("Another address or number counts for your account now"),
            gettext(
                "Hello %(name)s,\n\n"
                "the address or number that you chose three days ago counts from now on: sign in with it, and with "
                "the passphrase that you have.\n\n"
                "Was this not you? Write to %(contact)s at once.",
                name=account.name,
                contact=county_email(),
            ),
            gettext("Umiliki: the address or number that you chose three days ago counts from now on."),
        )


RECOVERY_MADE = N_("New recovery codes were made; the old ones are good no more.")
RECOVERY_USED = N_("Somebody signed in with one of your recovery codes.")
PASSKEY_ADDED = N_("A passkey was added.")
PASSKEY_REMOVED = N_("A passkey was removed.")
PHONE_CHANGED = N_("The codes of another phone count from now on.")
ELSEWHERE_JOINED = N_("You can now sign in through another provider too.")


def factor_changed(account: Account, what: str) -> Notice:
    """That what the person proves themselves with was changed or used; `what` is one of the sentences above."""
    with force_locale(account.language):
        said = gettext(what)
        return Notice(
            gettext("How you sign in was changed"),
            gettext(
                "Hello %(name)s,\n\n%(said)s\n\nWas this not you? Write to %(contact)s at once.",
                name=account.name,
                said=said,
                contact=county_email(),
            ),
            gettext("Umiliki: %(said)s Not you? Write to the county at once.", said=said),
        )
