"""Keep the second factors of staff: codes on paper, passkeys, the phone. Each change is told, and signs out the others."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.tell import Notice, tell_everywhere
from register.exceptions import RegisterError
from register.store import (
    accounts,
    audit,
    codes,
    passkey_proofs,
    passkeys,
    recovery_codes,
    sessions,
    throttles,
)
from register.store.passkey_proofs import Site

#: Wrong codes an hour of somebody who takes another phone.
TRIES = 20


class WrongCodeError(RegisterError):
    """The phone shows another code, or this one was used."""

    def __init__(self) -> None:
        super().__init__("this is not the code that the phone shows")


def make_recovery_codes(
    session: Session, principal: Principal, secret: str, notice: Notice, *, now: datetime
) -> tuple[str, ...]:
    """Ten new codes, to be shown once; those made before are good no more. `secret` is of the session that asks."""
    made = recovery_codes.make(session, principal.account_id, now=now)

    _changed(session, principal, secret, "recovery codes made", notice, now)
    return made


def add_passkey(
    session: Session,
    principal: Principal,
    secret: str,
    name: str,
    answer: str,
    site: Site,
    notice: Notice,
    *,
    now: datetime,
) -> None:
    """Keep the passkey that the browser made. Raises PasskeyRefusedError, PasskeyTakenError."""
    key = passkey_proofs.new_key(session, site, answer, secret, now=now)

    passkeys.add(
        session,
        principal.account_id,
        name,
        key.credential_id,
        key.public_key,
        key.sign_count,
        now=now,
    )
    _changed(session, principal, secret, "passkey added", notice, now)


def remove_passkey(
    session: Session, principal: Principal, secret: str, passkey_id: int, notice: Notice, *, now: datetime
) -> bool:
    """Forget one of the person's own passkeys; False when they have no such one."""
    if not passkeys.remove(session, principal.account_id, passkey_id):
        return False
    _changed(session, principal, secret, "passkey removed", notice, now)
    return True


def change_phone(
    session: Session,
    principal: Principal,
    secret: str,
    key: str,
    typed: str,
    notice: Notice,
    *,
    now: datetime,
) -> None:
    """Take the codes of another phone, which has `key` (base 32), once it has shown the right one.

    Commit whatever comes of it. Raises WrongCodeError.
    """
    tries = throttles.count(session, "new phone", principal.actor, now=now)
    step = codes.step_of(key, typed, now=now)
    if step is None or tries > TRIES:
        raise WrongCodeError

    accounts.set_code_secret(session, principal.account_id, key)
    accounts.use_step(session, principal.account_id, step)
    _changed(session, principal, secret, "phone changed", notice, now)


def _changed(
    session: Session, principal: Principal, secret: str, action: str, notice: Notice, now: datetime
) -> None:
    ended = sessions.end_others(session, principal.account_id, secret, now=now)
    facts = {"sessions ended": str(ended)}
    audit.record(session, actor=principal.actor, action=action, about=principal.actor, at=now, facts=facts)
    account = accounts.account(session, principal.account_id)
    tell_everywhere(session, account, notice, action, now=now)
