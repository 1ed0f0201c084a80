"""Prove the second factor of staff in another way than by the phone's code: with a passkey, or a code on paper."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.actions.prove_code import CodeAnswer, half_way, may_try, refused, whole
from register.actions.tell import Notice, tell_everywhere
from register.store import audit, passkey_proofs, passkeys, recovery_codes
from register.store.passkey_proofs import PasskeyRefusedError, Site


def prove_passkey(
    session: Session, secret: str, answer: str, site: Site, *, browser: str, now: datetime
) -> CodeAnswer:
    """Turn a half-way session into a whole one with a passkey. Commit whatever comes of it.

    Raises NotHalfWayError.
    """
    account = half_way(session, secret, now=now, enrolled=True)
    known = passkeys.of_account(session, account.id)

    good = may_try(session, account, secret, now=now)
    if good:
        try:
            passkey, count = passkey_proofs.proof(session, site, known, answer, secret, now=now)
            good = passkeys.used(session, passkey, count, now=now)
        except PasskeyRefusedError:
            good = False
    if not good:
        return refused(session, account, secret, now=now)

    entrance = whole(session, account, secret, browser=browser, now=now)
    facts = {"with": "passkey"}
    audit.record(session, actor=account.actor, action="signed in", about=account.actor, at=now, facts=facts)
    return CodeAnswer(entrance)


def prove_recovery_code(
    session: Session, secret: str, typed: str, notice: Notice, *, browser: str, now: datetime
) -> CodeAnswer:
    """Turn a half-way session into a whole one with a code on paper, which is used up; the person is told.

    Commit whatever comes of it. Raises NotHalfWayError.
    """
    account = half_way(session, secret, now=now, enrolled=True)

    good = may_try(session, account, secret, now=now) and recovery_codes.use(
        session, account.id, typed, now=now
    )
    if not good:
        return refused(session, account, secret, now=now)

    entrance = whole(session, account, secret, browser=browser, now=now)
    facts = {"with": "recovery code", "left": str(recovery_codes.left(session, account.id))}
    audit.record(session, actor=account.actor, action="signed in", about=account.actor, at=now, facts=facts)
    tell_everywhere(session, account, notice, "recovery code used", now=now)
    return CodeAnswer(entrance)
