"""The door of oversight: how far declaring has come, what the findings are about, and the list behind each figure."""

from register.web.oversight import dashboard, lists
from register.web.oversight.door import door

__all__ = ["dashboard", "door", "lists"]
