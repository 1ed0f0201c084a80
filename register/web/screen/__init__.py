"""The door of procurement officers: tenders, what links their bidders, findings and decisions."""

from register.web.screen import (
    bidder,
    committee,
    declaring,
    imports,
    papers,
    quick,
    shared,
    tender,
    tenders,
    unmatched,
    watched,
)
from register.web.screen.door import door

__all__ = [
    "bidder",
    "committee",
    "declaring",
    "door",
    "imports",
    "papers",
    "quick",
    "shared",
    "tender",
    "tenders",
    "unmatched",
    "watched",
]
