"""The door of oversight: how far declaring has come, what the findings are about, and the list behind each figure."""

from register.web.oversight import (
    across,
    changes,
    dashboard,
    feed,
    lists,
    lists_loaded,
    owner,
    owners,
    report,
    reserved,
)
from register.web.oversight.door import door

__all__ = [
    "across",
    "changes",
    "dashboard",
    "door",
    "feed",
    "lists",
    "lists_loaded",
    "owner",
    "owners",
    "report",
    "reserved",
]
