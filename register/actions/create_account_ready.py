"""Make an account that can sign in at once: for the invented people of the example county."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Role
from register.store import accounts, audit, passphrases
from register.store.accounts import Account


def create_account_ready(
    session: Session,
    email: str,
    name: str,
    role: Role,
    passphrase: str,
    totp_secret: str | None,
    now: datetime,
    *,
    language: str = "en",
) -> Account:
    """Make an account with a given passphrase and, for staff, a given secret of its codes (base 32).

    Raises EmailTakenError.
    """
    account = accounts.create(session, email, name, role, now=now, language=language)

    accounts.set_passphrase_hash(session, account.id, passphrases.hashed(passphrase))
    if totp_secret is not None:
        accounts.set_code_secret(session, account.id, totp_secret)
        # Step 0 passed long ago: proved, and every code to come is still unused.
        accounts.use_step(session, account.id, 0)
    accounts.set_active(session, account.id, active=True)
    audit.record(
        session,
        actor="clock",
        action="account created ready",
        about=account.actor,
        at=now,
        facts={"role": role.value},
    )
    return accounts.account(session, account.id)
