"""What is new for somebody who reads their feed: companies of which the owners changed, and findings. It saves nothing.

A feed may lie on other people's computers: it names companies and flags, never an owner, a bidder or what was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from register.access import MAY, Permission
from register.screening.committee import kept_away
from register.store import accounts, committees, feeds, owner_changes, sameness_pages, watches
from register.store.feeds import FeedUnknownError, NewFinding
from register.store.owner_changes import OwnerChange
from register.store.watches import CONTRACTORS

#: What is older than this many days stands in the register alone, and so does what is beyond so many entries.
DAYS = 60
MOST = 100


@dataclass(frozen=True, slots=True)
class OwnersChanged:
    """That somebody came or went at a watched company, told once a moment; `company` is a record id."""

    company: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """What is new, newest first, in the language of its reader; `made_at` is when its address was made."""

    language: str
    made_at: datetime
    changes: tuple[OwnersChanged, ...]
    findings: tuple[NewFinding, ...]

    @property
    def updated_at(self) -> datetime:
        moments = [*(each.at for each in self.changes), *(each.at for each in self.findings)]
        return max(moments, default=self.made_at)


def read_feed(session: Session, secret: str, *, now: datetime, today: date) -> Feed:
    """Read the feed at an address. Raises FeedUnknownError, also when its owner no longer sees bidders here."""
    account_id, made_at = feeds.reader(session, secret)
    account = accounts.account(session, account_id)
    if not account.active or Permission.SCREEN not in MAY[account.role]:
        raise FeedUnknownError

    since = now - timedelta(DAYS)
    changes = tuple(_changes(session, account_id, since))
    away = kept_away(committees.of_account(session, account_id), today)
    findings = feeds.new_findings(session, since, but=away, limit=MOST)

    return Feed(account.language, made_at, changes[:MOST], findings)


def _changes(session: Session, account_id: int, since: datetime) -> Iterator[OwnersChanged]:
    """Each change of a watched company since it is watched, those of one moment as one."""
    begun = {each.company: max(each.since, since) for each in watches.of_account(session, account_id)}
    single = begun.keys() - {CONTRACTORS}
    told = [
        each
        for each in owner_changes.of_companies(session, single, MOST)
        if each.found_at >= begun[each.company]
    ]
    if CONTRACTORS in begun:
        told += [
            each
            for each in owner_changes.of_contractors(session, MOST)
            if each.found_at >= begun[CONTRACTORS]
        ]
    moments: dict[tuple[str, datetime], OwnerChange] = {(each.company, each.found_at): each for each in told}
    names = sameness_pages.company_names(session, {company for company, _ in moments})
    for company, at in sorted(moments, key=lambda each: (each[1], each[0]), reverse=True):
        yield OwnersChanged(company, names[company], at)
