"""The door of registrars: declarations, people and papers that wait for them, and what two of them decide together."""

from register.web.review import (
    claims,
    deciding,
    declaration,
    erasing,
    extracts,
    invitations,
    papers,
    people,
    proposals,
    protecting,
    queue,
    redacting,
    revealing,
    rules,
    same,
    scans,
    tickets,
)
from register.web.review.door import door

__all__ = [
    "claims",
    "deciding",
    "declaration",
    "door",
    "erasing",
    "extracts",
    "invitations",
    "papers",
    "people",
    "proposals",
    "protecting",
    "queue",
    "redacting",
    "revealing",
    "rules",
    "same",
    "scans",
    "tickets",
]
