"""Secrets that others gave the register, each in a file that only its user can read."""

from pathlib import Path

from register.config import SettingError


def secret_in(path: str, setting: str) -> str:
    """The one line of a file. Raises SettingError, which names the setting and never the secret."""
    file = Path(path)
    if not file.is_file():
        raise SettingError(setting, "there is no such file")
    if file.stat().st_mode & 0o077:
        raise SettingError(setting, "others can read this file; run `chmod 600` on it")
    secret = file.read_text().strip()
    if not secret:
        raise SettingError(setting, "this file is empty")
    return secret
