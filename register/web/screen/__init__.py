"""The door of procurement officers: tenders, what links their bidders, findings and decisions."""

from register.web.screen import bidder, imports, papers, quick, shared, tender, tenders, unmatched, watched
from register.web.screen.door import door

__all__ = [
    "bidder",
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
