"""What a browser is asked about passkeys, and whether its answer is true (Web Authentication, level 2).

A question is bound to the session of the browser and good for five minutes. Nothing is kept of it: the secret of a
session changes with every proof, so an answer cannot be given twice.
"""

import hmac
from base64 import urlsafe_b64decode
from binascii import Error as EncodingError
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
import webauthn
from sqlalchemy.orm import Session
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from register.exceptions import RegisterError
from register.store.engine import vault_of
from register.store.passkeys import Passkey

ASKED_FOR = timedelta(minutes=5)
#: A passkey stands beside a passphrase here: whether the device asked for a finger or face is the device's affair.
VERIFIED = UserVerificationRequirement.PREFERRED
ADD, PROVE = "add", "prove"


class PasskeyRefusedError(RegisterError):
    """The browser's answer is not right, not for this question, or too late; which of these is told to nobody."""

    def __init__(self) -> None:
        super().__init__("this answer proves nothing")


@dataclass(frozen=True, slots=True)
class Site:
    """The register as browsers know it: its host, by which keys are kept, and its origin."""

    host: str
    origin: str


@dataclass(frozen=True, slots=True)
class NewKey:
    """The public half of a key that was made just now."""

    credential_id: bytes
    public_key: bytes
    sign_count: int


def options_to_add(
    session: Session,
    site: Site,
    account_id: int,
    name: str,
    known: Iterable[Passkey],
    secret: str,
    *,
    now: datetime,
) -> str:
    """What the browser needs to make a passkey (JSON)."""
    return webauthn.options_to_json(
        webauthn.generate_registration_options(
            rp_id=site.host,
            rp_name="Umiliki",
            user_name=name,
            user_id=vault_of(session).blind("passkey user", str(account_id)).encode()[:32],
            challenge=_challenge(session, ADD, secret, int(now.timestamp())),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.DISCOURAGED, user_verification=VERIFIED
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=each.credential_id) for each in known],
        )
    )


def new_key(session: Session, site: Site, answer: str, secret: str, *, now: datetime) -> NewKey:
    """The key that the browser made. Raises PasskeyRefusedError."""
    told = _told(answer)
    try:
        verified = webauthn.verify_registration_response(
            credential=told,
            expected_challenge=_asked(session, ADD, told, secret, now),
            expected_rp_id=site.host,
            expected_origin=site.origin,
        )
    except (WebAuthnException, ValueError, LookupError, TypeError):
        raise PasskeyRefusedError from None
    return NewKey(verified.credential_id, verified.credential_public_key, verified.sign_count)


def options_to_prove(
    session: Session, site: Site, known: Iterable[Passkey], secret: str, *, now: datetime
) -> str:
    """What the browser needs to prove that it has one of these keys (JSON)."""
    return webauthn.options_to_json(
        webauthn.generate_authentication_options(
            rp_id=site.host,
            challenge=_challenge(session, PROVE, secret, int(now.timestamp())),
            allow_credentials=[PublicKeyCredentialDescriptor(id=each.credential_id) for each in known],
            user_verification=VERIFIED,
        )
    )


def proof(
    session: Session, site: Site, known: Iterable[Passkey], answer: str, secret: str, *, now: datetime
) -> tuple[Passkey, int]:
    """Which of these keys the browser proved, and how often that key says it was used. Raises PasskeyRefusedError."""
    told = _told(answer)
    try:
        used = _decoded(told["rawId"])
        passkey = next(each for each in known if hmac.compare_digest(each.credential_id, used))
        verified = webauthn.verify_authentication_response(
            credential=told,
            expected_challenge=_asked(session, PROVE, told, secret, now),
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=passkey.public_key,
            credential_current_sign_count=passkey.sign_count,
        )
    except (WebAuthnException, StopIteration, ValueError, LookupError, TypeError, AttributeError):
        raise PasskeyRefusedError from None
    return passkey, verified.new_sign_count


def _challenge(session: Session, what: str, secret: str, stamp: int) -> bytes:
    return f"{stamp}.{vault_of(session).blind('passkey question', what, secret, str(stamp))}".encode()


def _asked(session: Session, what: str, told: dict[str, Any], secret: str, now: datetime) -> bytes:
    """The question that the answer is to, if this session was asked it lately."""
    data = orjson.loads(_decoded(told["response"]["clientDataJSON"]))
    challenge = _decoded(data["challenge"])
    stamp = int(challenge.partition(b".")[0])
    expected = _challenge(session, what, secret, stamp)
    age = now.timestamp() - stamp
    if not hmac.compare_digest(challenge, expected) or not -1 <= age <= ASKED_FOR.total_seconds():
        raise PasskeyRefusedError
    return expected


def _told(answer: str) -> dict[str, Any]:
    try:
        told = orjson.loads(answer)
    except orjson.JSONDecodeError:
        raise PasskeyRefusedError from None
    if not isinstance(told, dict):
        raise PasskeyRefusedError
    return told


def _decoded(text: str) -> bytes:
    try:
        return urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except (EncodingError, TypeError):
        raise PasskeyRefusedError from None
