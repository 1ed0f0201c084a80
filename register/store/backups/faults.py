"""Why a backup cannot be made or put back, each with what to do."""

from register.exceptions import RegisterError


class BackupError(RegisterError):
    """A backup cannot be made or put back; the sentence says what to do."""


class RecipientError(BackupError):
    """No key to seal to, or one that is none."""

    def __init__(self) -> None:
        super().__init__(
            "there is no public key to seal backups to; run `flask backup-key FILE` and set UMILIKI_BACKUP_RECIPIENT"
        )


class IdentityError(BackupError):
    """The file with the secret key is none, or not the one that opens this backup."""

    def __init__(self) -> None:
        super().__init__(
            "this secret key does not open the backup; use the file that `flask backup-key` made"
        )


class BackupDamagedError(BackupError):
    """Something about the backup is not as it was written; nothing of it was put back."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"the backup is damaged ({what}); nothing was put back. Use an older one")


class OtherKeysError(BackupError):
    """The register's keys on this host are not those of the backup."""

    def __init__(self) -> None:
        super().__init__(
            "the key file on this host is not the one of this backup; put the safe copy of keys.json in its place first"
        )


class HostNotEmptyError(BackupError):
    """There is a register on this host already."""

    def __init__(self) -> None:
        super().__init__("there is a register here already; add --yes to put the backup in its place")


class OtherEngineError(BackupError):
    """A backup goes back to the kind of database it came from."""

    def __init__(self, made_on: str, here: str) -> None:
        self.made_on, self.here = made_on, here
        super().__init__(
            f"the backup is of {made_on}, and this register uses {here}; set UMILIKI_DATABASE_URL"
        )


class NewerRegisterError(BackupError):
    """The backup was made by a newer version of the register."""

    def __init__(self, revision: str) -> None:
        self.revision = revision
        super().__init__(
            f"the backup was made by a newer version (tables {revision}); install that version first"
        )


class FileExistsAlreadyError(BackupError):
    """A backup never overwrites another."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"{name} is there already; choose another name")
