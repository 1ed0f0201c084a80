"""The door of accounts: register, sign in and out, enrol, one's own account, who may come in, the audit trail."""

from register.web.account import (
    elsewhere,
    enrolling,
    factors,
    joining,
    new_passphrase,
    own,
    own_contacts,
    people,
    second_proofs,
    sent_code,
    signing_in,
    trail,
)
from register.web.account.door import door

__all__ = [
    "door",
    "elsewhere",
    "enrolling",
    "factors",
    "joining",
    "new_passphrase",
    "own",
    "own_contacts",
    "people",
    "second_proofs",
    "sent_code",
    "signing_in",
    "trail",
]
