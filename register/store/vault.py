"""The vault: seals private values with AES-256-GCM and finds identity documents by a keyed hash."""

import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from register.exceptions import RegisterError

#: Bytes of a key's mark, of a nonce, and of a key.
MARK = 6
NONCE = 12
KEY = 32
NAMES = ("sealing", "finding", "cookies")


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
    """The register's three secrets, 32 bytes each: for sealing, for finding, for signing cookies.

    `before` are older keys for sealing, newest first: they open what was sealed with them, and seal nothing more.
    """

    sealing: bytes
    finding: bytes
    cookies: bytes
    before: tuple[bytes, ...] = ()

    @property
    def mark(self) -> bytes:
        """How a value begins that is sealed with the key in use."""
        return _mark(self.sealing)

    def seal(self, value: bytes, place: str, key: bytes | None = None) -> bytes:
        """Encrypt a value for one place (`table|column|row`); it opens nowhere else.

        Without a `key` it is the register's own, whose mark then stands before the value.
        """
        return _sealed(value, place, key) if key else self.mark + _sealed(value, place, self.sealing)

    def unseal(self, sealed: bytes, place: str, key: bytes | None = None) -> bytes:
        """Decrypt a value. Raises SealBrokenError and shows nothing if anything about it is not as it was."""
        if key:
            return _opened(sealed, place, key)
        keys = (self.sealing, *self.before)
        for each in keys:
            if sealed.startswith(_mark(each)):
                return _opened(sealed[MARK:], place, each)
        # Values from before there were marks carry none.
        return _opened(sealed, place, keys[-1])

    def blind(self, *parts: str) -> str:
        """A keyed hash by which a value is found again without being kept (hex of HMAC-SHA-256)."""
        return hmac.new(self.finding, "\x1f".join(parts).encode(), sha256).hexdigest()


def _mark(key: bytes) -> bytes:
    """Tells keys apart and gives nothing of them away."""
    return sha256(b"umiliki sealing key" + key).digest()[:MARK]


def _sealed(value: bytes, place: str, key: bytes) -> bytes:
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, value, place.encode())


def _opened(sealed: bytes, place: str, key: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:NONCE], sealed[NONCE:], place.encode())
    except (InvalidTag, ValueError):
        raise SealBrokenError(place) from None


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
        older = tuple(bytes.fromhex(each) for each in keys.get("sealing_before", []))
        sealing, finding, cookies = (bytes.fromhex(keys[name]) for name in NAMES)
        vault = Vault(sealing, finding, cookies, older)
    except (ValueError, KeyError, TypeError):
        raise KeyFileError(path, "it does not hold the three keys; restore it from your safe copy") from None
    if any(len(key) != KEY for key in (vault.sealing, vault.finding, vault.cookies, *vault.before)):
        raise KeyFileError(path, "a key in it has the wrong length; restore it from your safe copy")
    return vault


def begin_rotation(path: Path) -> Vault:
    """Let a new key seal from now on, and the one before it only open; give them. Raises KeyFileError."""
    old = open_vault(path)
    vault = replace(old, sealing=new_key(), before=(old.sealing, *old.before))
    _put(path, vault)
    return vault


def forget_before(path: Path) -> Vault:
    """Throw the older keys away: what is still sealed with them is lost. Raises KeyFileError."""
    vault = replace(open_vault(path), before=())
    _put(path, vault)
    return vault


def _told(vault: Vault) -> str:
    keys: dict[str, object] = {name: getattr(vault, name).hex() for name in NAMES}
    if vault.before:
        keys["sealing_before"] = [key.hex() for key in vault.before]
    return json.dumps(keys)


def _put(path: Path, vault: Vault) -> None:
    """In the place of the old file, whole or not at all."""
    arriving = path.with_name(f"{path.name}.{os.getpid()}")
    arriving.unlink(missing_ok=True)
    _written(arriving, vault)
    arriving.replace(path)
    folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
    os.fsync(folder)
    os.close(folder)


def _write(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):  # another process made it between our look and our hand
        _written(path, Vault(new_key(), new_key(), new_key()))


def _written(path: Path, vault: Vault) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(_told(vault))
        file.flush()
        os.fsync(file.fileno())
