"""What the stories of every kind of owner have in common: the first pages, names under keys of their own, the signature."""

from tests.factories.telling import Telling

UNKNOWN_DAY = {"since_unknown": "y"}


def begun(supplier: Telling, **company: str) -> None:
    """Press the button of the first page, and answer about the company."""
    supplier.begin()
    supplier.about_the_company(**company)


def signed(supplier: Telling, board: str | None = None) -> str:
    """Say who sits on the board, and sign; gives the address of the receipt."""
    supplier.passes("leaders", board=[board] if board else [], then="all")
    return supplier.signs()


def names(supplier: Telling, name: str, **answers: str | list[str]) -> str:
    """Name a person under a key of their own, the same in every run: statements are published in the order of keys."""
    return supplier.names(name, key=key_of(name), **answers)


def body(supplier: Telling, name: str, above: str = "new", **answers: str | list[str]) -> str:
    """Name a body under a key of its own, and give the key."""
    return supplier.names_body(name, above, key=key_of(name), **answers)


def key_of(name: str) -> str:
    """After all keys that are random: those are figures and letters up to f."""
    return f"z{''.join(name.lower().split())}"[:32]
