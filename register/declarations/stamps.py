"""What all statements of a company's own declaration share."""

from collections.abc import Callable
from datetime import date

from bods.codelists import SourceType
from bods.lifecycle import Stamp
from bods.records import Agent, Source


def declared_stamp(company: str, day: date, declaration: str, new_id: Callable[[], str]) -> Stamp:
    """Give day, filing and source of a declaration; the source says that the company itself asserts it."""
    source = Source(type=(SourceType.SELF_DECLARATION,), asserted_by=(Agent(name=company),))
    return Stamp(day.isoformat(), declaration, source, new_id)
