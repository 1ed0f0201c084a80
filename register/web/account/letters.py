"""Letters about accounts, in the language of who gets them."""

from flask import current_app, url_for
from flask_babel import force_locale, gettext

from register.gateways.mail import Letter
from register.store.accounts import Account


def enrolled(account: Account) -> Letter:
    """That the person can sign in now; should it not have been them, whom to tell."""
    with force_locale(account.language):
        return Letter(
            to=account.email or "",  # invited by address: there is one
            subject=gettext("You can now sign in to the register of owners"),
            text=gettext(
                "Hello %(name)s,\n\n"
                "a passphrase was chosen for your account. Sign in with this e-mail address at %(address)s\n\n"
                "Was this not you? Write to %(contact)s at once.",
                name=account.name,
                address=url_for("account.sign_in", _external=True),
                contact=current_app.extensions["jurisdiction"].contact_email,
            ),
        )
