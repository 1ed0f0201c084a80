"""The vault: seals private values with AES-256-GCM and finds identity documents by a keyed hash."""

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from register.exceptions import RegisterError

NONCE = 12
KEY = 32


class SealBrokenError(RegisterError):
    """A sealed value was changed, moved to another row, or sealed with another key; nothing of it is shown."""

    def __init__(self, place: str) -> None:
        self.place = place
        super().__init__(f"what is sealed at {place} cannot be opened")


class KeyFileError(RegisterError):
    """The key file is missing, unreadable or open to others; says what to do."""

    def __init__(self, path: Path, remedy: str) -> None:
        self.path = path
        self.remedy = remedy
        super().__init__(f"{path.name}: {remedy}")


@dataclass(frozen=True, slots=True, repr=False)
class Vault:
    """The register's three secrets, 32 bytes each: for sealing, for finding, for signing cookies."""

    sealing: bytes
    finding: bytes
    cookies: bytes

    def seal(self, value: bytes, place: str, key: bytes | None = None) -> bytes:
        """Encrypt a value for one place (`table|column|row`); it opens nowhere else."""
        nonce = os.urandom(NONCE)
        return nonce + AESGCM(key or self.sealing).encrypt(nonce, value, place.encode())

    def unseal(self, sealed: bytes, place: str, key: bytes | None = None) -> bytes:
        """Decrypt a value. Raises SealBrokenError and shows nothing if anything about it is not as it was."""
        try:
            return AESGCM(key or self.sealing).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
        except InvalidTag:
            raise SealBrokenError(place) from None

    def blind(self, *parts: str) -> str:
        """A keyed hash by which a value is found again without being kept (hex of HMAC-SHA-256)."""
        return hmac.new(self.finding, "\x1f".join(parts).encode(), sha256).hexdigest()


def new_key() -> bytes:
    """A fresh key of 256 bits."""
    return secrets.token_bytes(KEY)


def open_vault(path: Path, *, create: bool = False) -> Vault:
    """Read the key file (JSON of three hexadecimal keys), or make one that only its owner can read.

    Raises KeyFileError when it is missing, malformed, or readable by others.
    """
    if not path.exists():
        if not create:
            raise KeyFileError(
                path, "there is no key file; run `flask upgrade` to make one, or point UMILIKI_KEY_FILE at it"
            )
        _write(path)
    if path.stat().st_mode & 0o077:
        raise KeyFileError(path, "others can read it; run `chmod 600` on it")
    try:
        keys = json.loads(path.read_text())
        vault = Vault(*(bytes.fromhex(keys[name]) for name in ("sealing", "finding", "cookies")))
    except (ValueError, KeyError, TypeError):
        raise KeyFileError(path, "it does not hold the three keys; restore it from your safe copy") from None
    if any(len(key) != KEY for key in (vault.sealing, vault.finding, vault.cookies)):
        raise KeyFileError(path, "a key in it has the wrong length; restore it from your safe copy")
    return vault


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = json.dumps({name: new_key().hex() for name in ("sealing", "finding", "cookies")})
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return  # another process made it between our look and our hand
    with os.fdopen(descriptor, "w") as file:
        file.write(keys)
        file.flush()
        os.fsync(file.fileno())
