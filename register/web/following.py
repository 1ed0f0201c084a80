"""An invitation that somebody followed in this browser, kept until they are signed in; and where it leads them."""

from datetime import UTC, datetime

from flask import session, url_for

from register.extensions import db
from register.store import companies, invitations, published_pages
from register.store.invitations import Invitation, InvitationNotFoundError
from register.web.guard import current_principal

#: Where the browser keeps which invitation it followed, and where whoever registers goes afterwards.
INVITED, GOING_TO = "invited", "going_to"


def follow(invited: Invitation) -> str:
    """Remember the invitation, and give the page it leads to: for strangers the one to register on.

    For whoever is signed in, that they followed it is kept at once; the caller commits.
    """
    principal = current_principal()
    if principal is None:
        session[INVITED] = invited.id
        return url_for("account.join", next=claim_page(invited))
    invitations.registered(db.session, invited.id, datetime.now(UTC))
    return claim_page(invited)


def claim_page(invited: Invitation) -> str:
    """The page on which somebody asks to act for the company, with what the invitation knows filled in."""
    known = companies.find(db.session, invited.scheme, invited.number) if invited.number else None
    if known is not None:
        principal = current_principal()
        if principal is not None and known.id in principal.all_companies:
            return url_for("declare.start")
        if published_pages.declarers(db.session, {known.subject_record_id}):
            return url_for("company.ask_known", subject=known.subject_record_id)
    return url_for(
        "company.ask_new", scheme=invited.scheme or None, number=invited.number or None, name=invited.name
    )


def arrived() -> None:
    """Keep that whoever followed an invitation in this browser is signed in now; nothing when nobody did."""
    followed = session.pop(INVITED, None)
    if not isinstance(followed, int):
        return
    try:
        invitations.registered(db.session, followed, datetime.now(UTC))
    except InvitationNotFoundError:
        return
    db.session.commit()
