"""A key that makes and proves passkeys as a phone or stick would, for tests without a browser."""

import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

ORIGIN = "http://localhost:8000"
HOST = "localhost"


def _text(plain: bytes) -> str:
    return urlsafe_b64encode(plain).decode().rstrip("=")


@dataclass
class Authenticator:
    """One key. `count` is how often it says it was used."""

    credential_id: bytes = b"a key that is kept in a test"
    count: int = 0
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def makes(self, options: str, *, origin: str = ORIGIN) -> str:
        """The answer to the question that makes a passkey (JSON)."""
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps(
            {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        )
        attested = bytes(16) + len(self.credential_id).to_bytes(2, "big") + self.credential_id + public
        told = {
            "clientDataJSON": _text(self._client_data("webauthn.create", options, origin)),
            "attestationObject": _text(
                cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._data(0x45) + attested})
            ),
        }
        return self._answer(told)

    def proves(self, options: str, *, origin: str = ORIGIN) -> str:
        """The answer to the question that asks for a proof (JSON)."""
        self.count += 1
        client, data = self._client_data("webauthn.get", options, origin), self._data(0x05)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        told = {
            "clientDataJSON": _text(client),
            "authenticatorData": _text(data),
            "signature": _text(signature),
        }
        return self._answer(told)

    def _client_data(self, kind: str, options: str, origin: str) -> bytes:
        challenge = json.loads(options)["challenge"]
        return json.dumps({"type": kind, "challenge": challenge, "origin": origin}).encode()

    def _data(self, flags: int) -> bytes:
        return sha256(HOST.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _answer(self, told: dict[str, Any]) -> str:
        own = _text(self.credential_id)
        return json.dumps({"id": own, "rawId": own, "type": "public-key", "response": told})
