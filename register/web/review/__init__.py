"""The door of registrars: declarations that wait, and people whose identity nobody has confirmed."""

from register.web.review import declaration, people, queue
from register.web.review.door import door

__all__ = ["declaration", "door", "people", "queue"]
