"""That a file may not come in, in words for whoever sent it."""

from register.exceptions import RegisterError


class UploadRefusedError(RegisterError):
    """A file may not come in. `sentence` says what to do, marked for the translators; `reason` is for the log."""

    def __init__(self, reason: str, sentence: str) -> None:
        self.reason, self.sentence = reason, sentence
        super().__init__(f"upload refused: {reason}")
