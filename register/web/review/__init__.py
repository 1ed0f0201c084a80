"""The door of registrars: declarations that wait, and people whose identity nobody has confirmed."""

from register.web.review import claims, declaration, papers, people, queue, scans, tickets
from register.web.review.door import door

__all__ = ["claims", "declaration", "door", "papers", "people", "queue", "scans", "tickets"]
