"""Send somebody the way back to what they are writing, by letter and short message, once a day at most."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from register.actions.tell import Notice, tell
from register.actions.tell_supplier import News
from register.store import accounts, outbox
from register.store.companies import Company
from register.store.contacts import ContactKind
from register.words import N_, _, in_language

RESUME = News(
    subject=N_("Go on with the declaration of %(company)s"),
    text=N_(
        "What you wrote for %(company)s is saved. Sign in, and go on where you stopped: %(address)s\n\n"
        "You asked for this letter yourself. Nobody can sign in with it alone."
    ),
    short=N_("Umiliki: go on with the declaration of %(company)s: %(address)s"),
)
_MARKS = {ContactKind.EMAIL: "mail", ContactKind.PHONE: "sms"}


def send_resume_link(
    session: Session, account_id: int, company: Company, *, address: str, now: datetime, today: date
) -> bool:
    """Leave the link for the worker, in the reader's language; False when it was sent today already.

    The address opens nothing by itself: whoever follows it signs in first. Raises AccountUnknownError.
    """
    account = accounts.account(session, account_id)
    facts = {"company": company.name, "address": address}
    with in_language(account.language):
        notice = Notice(*(str(_(words)) % facts for words in (RESUME.subject, RESUME.text, RESUME.short)))
    key = f"resume|{company.id}|{account_id}|{today.isoformat()}"
    new = [each for each in account.contacts if not outbox.knows(session, f"{key}|{_MARKS[each.kind]}")]
    for contact in new:
        tell(session, contact, notice, key, now=now)
    return bool(new)
