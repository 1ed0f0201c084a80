"""The door of accounts: sign in and out, enrol, see who may come in, read the audit trail."""

from register.web.account import enrolling, own, people, signing_in, trail
from register.web.account.door import door

__all__ = ["door", "enrolling", "own", "people", "signing_in", "trail"]
