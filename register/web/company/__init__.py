"""The door of a company's people: who may act for it, who asks to, and whom they invite."""

from register.web.company import asking, inviting, mine, people, requests
from register.web.company.door import door

__all__ = ["asking", "door", "inviting", "mine", "people", "requests"]
