"""The settings: read once from the environment, checked, and never changed. README's table is made from this file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from register.exceptions import RegisterError


class SettingError(RegisterError):
    """A setting is missing or cannot be right; says which and what to do."""

    def __init__(self, name: str, remedy: str) -> None:
        self.name = name
        self.remedy = remedy
        super().__init__(f"{name}: {remedy}")


#: Letters of a secret that stands in an address.
SHORTEST_KEY = 32


def _setting(default: Any, says: str) -> Any:  # noqa: ANN401 (a field takes the type of its default)
    return field(default=default, metadata={"says": says})


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of the register. The environment variable of `database_url` is `UMILIKI_DATABASE_URL`,
    and so on; `DATABASE_URL` alone is read too, as hosts set it.
    """

    data: Path = _setting(Path("var"), "Folder for the SQLite database, keys and the demo's outbox")
    database_url: str = _setting(
        "",
        "Where the data lives; empty: SQLite in the data folder. PostgreSQL: postgresql+psycopg://user:password@host/name",
    )
    key_file: str = _setting(
        "",
        "File with the register's secret keys; empty: keys.json in the data folder. Keep it apart from the database and its backups",
    )
    jurisdiction: str = _setting(
        "kenya_makueni", "Which file of register/jurisdictions sets thresholds, deadlines and words"
    )
    trusted_hosts: str = _setting(
        "localhost,127.0.0.1,[::1]", "Host names the register answers to, parted by commas"
    )
    proxies: int = _setting(
        0, "How many proxies stand before the register (their X-Forwarded headers are then believed)"
    )
    secure_cookies: bool = _setting(
        True,
        "Cookies only over HTTPS; switched off by the demo alone, which serves plain HTTP on this machine",
    )
    demo: bool = _setting(
        False,
        "Example county: codes and letters are shown at /dev/outbox instead of being sent. Never with real data",
    )
    mail_host: str = _setting(
        "",
        "SMTP server for letters, host:port; empty: they are written to the outbox folder of the data folder",
    )
    mail_sender: str = _setting("register@umiliki.example", "Sender of letters")
    sms_key: str = _setting(
        "",
        "Long secret in the address to which the SMS provider posts messages, /sms/incoming/<key>; empty: the door is shut",
    )
    clamd: str = _setting(
        "",
        "Virus scanner for uploads: path of clamd's socket, or host:port; empty: files are not scanned, and pages say so",
    )
    erasure_list: str = _setting(
        "",
        "File that remembers whose particulars were erased, for after a restore; empty: erasures.jsonl in the data folder. "
        "Keep it apart from the database, and a copy of it elsewhere",
    )
    backup_recipient: str = _setting(
        "",
        "Public key (age1...) to which backups are sealed; `flask backup-key` makes one. Its secret half never lies on this host",
    )
    sms_username: str = _setting(
        "",
        "Account at Africa's Talking through which short messages go; empty: they are written to the outbox folder",
    )
    sms_secret_file: str = _setting("", "File, readable by its owner alone, with the API key of that account")
    sms_sender: str = _setting("", "Name or short code that messages come from; empty: the provider's own")
    sms_url: str = _setting(
        "https://api.africastalking.com/version1/messaging",
        "Where messages are posted: the one host that the worker goes to for them",
    )
    oidc_issuer: str = _setting(
        "",
        "OpenID Connect provider with whom staff and suppliers may sign in too, as its issuer address; empty: none",
    )
    oidc_name: str = _setting("", "What that provider is called on the button")
    oidc_client_id: str = _setting("", "The register's name at that provider")
    oidc_secret_file: str = _setting(
        "", "File, readable by its owner alone, with the register's secret at that provider"
    )
    oidc_email_claim: str = _setting(
        "email", "Claim of that provider which holds the person's e-mail address"
    )
    oidc_second_factor: str = _setting(
        "",
        "Values of amr or acr, parted by commas, by which that provider says that staff gave a second proof; empty: the register asks for its own",
    )
    portals: str = _setting(
        "",
        "Hosts of contract portals, parted by commas, from which `flask import-contracts --portal` may fetch; empty: none",
    )
    base_url: str = _setting(
        "http://localhost:8000", "Address of the register as people type it; used in letters and data"
    )

    @property
    def url(self) -> str:
        """The database's address for SQLAlchemy."""
        return self.database_url or f"sqlite:///{self.data.resolve() / 'umiliki.db'}"

    @property
    def portal_hosts(self) -> frozenset[str]:
        """Hosts from which contracts may be fetched."""
        return frozenset(host.strip().lower() for host in self.portals.split(",") if host.strip())

    @property
    def erasures(self) -> Path:
        """Where erasures are remembered."""
        return Path(self.erasure_list) if self.erasure_list else self.data / "erasures.jsonl"

    @property
    def keys(self) -> Path:
        """Where the secret keys are kept."""
        return Path(self.key_file) if self.key_file else self.data / "keys.json"


_TRUE = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def _read(name: str, kind: type, value: str) -> str | int | bool | Path:
    if kind is bool:
        if value.lower() not in _TRUE:
            raise SettingError(name, "write yes or no")
        return _TRUE[value.lower()]
    if kind is int:
        if not value.isdigit():
            raise SettingError(name, "write a whole number")
        return int(value)
    return Path(value) if issubclass(kind, Path) else value


def config_from(environ: Mapping[str, str]) -> Config:
    """Read the settings from the environment.

    Raises SettingError for a name it does not know, so that a slip of the pen is not silently ignored.
    """
    known = {f"UMILIKI_{f.name.upper()}": f for f in fields(Config)}
    for name in environ:
        if name.startswith("UMILIKI_") and name not in known:
            raise SettingError(name, f"there is no such setting; there are {', '.join(known)}")
    values: dict[str, Any] = {
        f.name: _read(name, type(f.default), environ[name]) for name, f in known.items() if name in environ
    }
    if "database_url" not in values and environ.get("DATABASE_URL"):
        values["database_url"] = environ["DATABASE_URL"]
    if 0 < len(values.get("sms_key", "")) < SHORTEST_KEY:
        raise SettingError(
            "UMILIKI_SMS_KEY", f"use {SHORTEST_KEY} letters and digits or more, made at random"
        )
    if not re.fullmatch(r"|/.+|[^/]+:[0-9]{1,5}", values.get("clamd", "")):
        raise SettingError("UMILIKI_CLAMD", "write the path of its socket, or host:port")
    if url := values.get("database_url", ""):
        values["database_url"] = _with_driver(url)
    return Config(**values)


def _with_driver(url: str) -> str:
    for prefix in ("postgresql://", "postgres://"):
        if url.startswith(prefix):
            return "postgresql+psycopg://" + url.removeprefix(prefix)
    return url


def settings_table() -> tuple[tuple[str, str, str], ...]:
    """Name, default and meaning of every setting, for the README."""
    return tuple((f"UMILIKI_{f.name.upper()}", _shown(f.default), f.metadata["says"]) for f in fields(Config))


def _shown(default: object) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return str(default)
