"""bar-I1: whatever a browser sends as the answer of a passkey, it is refused and nothing else."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import orjson
import pytest
from sqlalchemy.orm import Session

from register.store.passkey_proofs import PasskeyRefusedError, Site, new_key
from tests.factories.nasty_json import NASTY

SITE = Site("localhost", "http://localhost")


def around(data: bytes) -> str:
    """An answer of the right form, around whatever stands for what the browser signed."""
    response = {"clientDataJSON": urlsafe_b64encode(data).decode(), "attestationObject": "YQ"}
    return orjson.dumps({"id": "YQ", "rawId": "YQ", "type": "public-key", "response": response}).decode()


def test_bar_i1_a_nasty_answer_of_a_passkey_is_refused(session: Session) -> None:
    for data in NASTY.values():
        for answer in (data.decode("utf-8", "replace"), around(data)):
            with pytest.raises(PasskeyRefusedError):
                new_key(session, SITE, answer, "a secret", now=datetime.now(UTC))
