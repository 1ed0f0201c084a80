"""The relationships of a network in the order of their dates, and how they stand at the end."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from bods.facts.link import Link
from bods.statements import moment

DAY = len("2024-01-31")
_DAYS = {DAY}
_BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


def in_order(links: Sequence[Link]) -> Sequence[Link]:
    """Give statements in the order of their dates; of one moment in the order of the file, undated ones first."""
    dates = [link.date or "" for link in links]
    # Most files are written in order, and days by themselves are in order when their texts are.
    if dates == sorted(dates) and set(map(len, dates)) == _DAYS:
        return links
    return sorted(links, key=_moment_of)


def _moment_of(link: Link) -> datetime:
    try:
        return _BEFORE_ALL if link.date is None else moment(link.date)
    except ValueError:  # the schema lets the year 0 pass
        return _BEFORE_ALL


def standing(links: Sequence[Link]) -> Mapping[str, Link]:
    """Give the last statement of each relationship by its record id, closed ones left out."""
    last = {link.record_id: link for link in in_order(links)}
    for closed in [record_id for record_id, link in last.items() if link.status == "closed"]:
        del last[closed]
    return last


def day_of(link: Link) -> str:
    """Give the day that a statement speaks of as it is written, "" where there is none."""
    return link.date[:DAY] if link.date else ""


def last_day(links: Sequence[Link]) -> str:
    """Give the latest day that any of these statements speaks of."""
    return max(map(day_of, links), default="")


def has_ended(interest: Mapping[str, str], day: str) -> bool:
    """Tell whether an interest is over on a day; on its end date it has ended already, as in the visualisation tool."""
    end = interest.get("endDate")
    return bool(end) and str(end)[:DAY] <= day
