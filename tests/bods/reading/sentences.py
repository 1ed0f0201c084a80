"""What an `Unreadable` must be, whatever it is for."""

from bods.reading import Unreadable


def told(value: object, *, fatal: bool) -> str:
    """Give the sentence of what stands for a value, once it is sure that it is one a clerk can act on."""
    assert isinstance(value, Unreadable)
    assert value.fatal is fatal
    assert value.sentence.endswith(".")
    assert ". " in value.sentence
    assert value.sentence[0].isupper()
    return value.sentence
