"""What can keep answers from being told as the standard asks, each a class named for what is so."""

from bods.exceptions import BodsError


class AnswersError(BodsError):
    """The parent of every reason why answers and records do not fit each other; the facts are the errors' fields."""


class NotDescribedError(AnswersError):
    """An answer names somebody of whom nothing is said among the parties."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"Nothing describes {key}: put it among the parties.")


class NoPartInItError(AnswersError):
    """Somebody is described and no answer says what they have to do with the subject."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"No answer names {key}: say what it holds, or leave it out.")


class ToldTwiceError(AnswersError):
    """Two answers speak of one and the same holding; `keys` are its ends."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys
        super().__init__(f"Two answers speak of {' in '.join(keys)}: say all in one.")


class NotABodyError(AnswersError):
    """Something is held in a person, or a person is what the answers are about."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"{key} is a person, and only bodies are held.")


class HoldsItselfError(AnswersError):
    """A body is said to hold a part of itself."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"{key} cannot hold a part of itself.")


class OtherStructureError(AnswersError):
    """What takes part in a body is told by one kind of answer, and another was used; `wanted` is its name."""

    def __init__(self, key: str, wanted: str) -> None:
        self.key = key
        self.wanted = wanted
        super().__init__(f"What is held in {key} is told by a {wanted}.")


class InterestDoesNotFitError(AnswersError):
    """A kind of interest is not among those that the standard has for a body; `type` is its code, or None."""

    def __init__(self, holder: str, held: str, type: str | None) -> None:  # noqa: A002  # the standard's own word
        self.holder = holder
        self.held = held
        self.type = type
        super().__init__(f"An interest {type} of {holder} does not fit what {held} is.")


class NotAPersonError(AnswersError):
    """Only a natural person is a beneficial owner, and a body was said to be one."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"{holder} is no natural person and cannot be a beneficial owner.")


class NothingToldError(AnswersError):
    """An answer about somebody says nothing."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"The answer about {key} says nothing: say what is held, or leave it out.")


class NotAtTheTopError(AnswersError):
    """A holder through others is itself one of those through whom another one holds."""

    def __init__(self, holder: str) -> None:
        self.holder = holder
        super().__init__(f"Others hold through {holder}: it stands within their chains and not at a top.")


class UntoldError(AnswersError):
    """Records say something that no answer can say; `record_ids` are those in the way."""

    def __init__(self, *record_ids: str) -> None:
        self.record_ids = record_ids
        super().__init__(f"No answers say what these records say: {', '.join(record_ids)}.")
