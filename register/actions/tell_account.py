"""Tell one person with an account what became of something, in their language, wherever they are reached."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.tell import Notice, tell
from register.actions.tell_supplier import News
from register.store import accounts
from register.words import _, in_language


def tell_account(
    session: Session, account_id: int, news: News, *, key: str, facts: Mapping[str, str], now: datetime
) -> None:
    """Leave the news for the worker; the same key is told once. Raises AccountUnknownError."""
    account = accounts.account(session, account_id)
    with in_language(account.language):
        notice = Notice(*(str(_(message)) % facts for message in (news.subject, news.text, news.short)))
    for contact in account.contacts:
        tell(session, contact, notice, f"{key}|{account.id}", now=now)
