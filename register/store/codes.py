"""One-time codes of staff: six digits that change every 30 seconds (RFC 6238), each good once."""

import hmac
from datetime import datetime

import pyotp

STEP = 30
#: A phone's clock may be one step early or late.
DRIFT = 1
ISSUER = "Umiliki"


def new_secret() -> str:
    """A fresh secret of 160 bits in base 32."""
    return pyotp.random_base32()


def code_at(secret: str, now: datetime) -> str:
    """The code a phone shows at a moment."""
    return pyotp.TOTP(secret).generate_otp(step_at(now))


def step_at(now: datetime) -> int:
    """The number of a moment's 30-second step."""
    return int(now.timestamp()) // STEP


def step_of(secret: str, typed: str, *, now: datetime) -> int | None:
    """The step whose code was typed, if it is this one or one beside it; spaces are forgiven."""
    code = "".join(typed.split())
    present = step_at(now)
    fitting = [
        step
        for step in range(present - DRIFT, present + DRIFT + 1)
        if hmac.compare_digest(
            pyotp.TOTP(secret).generate_otp(step).encode(), code.encode("utf-8", "replace")
        )
    ]
    return fitting[-1] if fitting else None


def address(secret: str, email: str) -> str:
    """The `otpauth:` address that a phone reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def in_groups(secret: str) -> str:
    """The secret as one types it: four letters at a time."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
