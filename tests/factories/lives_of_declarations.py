"""What may become of a declaration that stands, told page by page: each story goes from one receipt to the next."""

from collections.abc import Callable, Mapping

from register.access import Role
from tests.factories.people import NAMES
from tests.factories.telling import Telling

#: The keys of those whom the first declaration names.
ANA, JUMA = "zanamwikali", "zjumakioko"
#: Days that every run of a story tells alike.
HAPPENED = {"happened_on__day": "3", "happened_on__month": "11", "happened_on__year": "2025"}
ENDED = {"ended_on__day": "3", "ended_on__month": "11", "ended_on__year": "2025"}
AGAIN = {"capacity": "director", "truth": "y", "signature": NAMES[Role.SUPPLIER]}


def _signed(supplier: Telling) -> str:
    supplier.passes("declarant", name=NAMES[Role.SUPPLIER], capacity="director")
    return supplier.signs()


def changed(supplier: Telling) -> str:
    """Ana sold a part of hers to Rose."""
    supplier.passes("change", what="owners", **HAPPENED)
    supplier.holds(ANA, share="45")
    rose = supplier.names("Rose Mutheu", key="zrosemutheu")
    supplier.holds(rose, share="15", **{"since-day": "3", "since-month": "11", "since-year": "2025"})
    return _signed(supplier)


def ceased(supplier: Telling) -> str:
    """Juma holds nothing any more."""
    supplier.passes("change", what="ceased", **HAPPENED)
    supplier.passes("cease", who=[JUMA], **ENDED)
    return _signed(supplier)


def renamed(supplier: Telling) -> str:
    """The company has a new name."""
    supplier.passes("change", what="renamed", **HAPPENED)
    supplier.passes("company", name="Alfa Works Ltd")
    return _signed(supplier)


def dissolved(supplier: Telling) -> str:
    """The company is no more."""
    supplier.passes("change", what="dissolved", **HAPPENED)
    return supplier.passes("dissolved", **AGAIN, **HAPPENED)


def confirmed(supplier: Telling) -> str:
    """Nothing changed."""
    return supplier.passes("confirm", **AGAIN)


def corrected(supplier: Telling) -> str:
    """Ana's share had been typed wrongly."""
    supplier.passes("correct", why="Ana’s share was typed as 60 %; it was 55 %.")
    supplier.holds(ANA, share="55")
    return _signed(supplier)


LIVES: Mapping[str, Callable[[Telling], str]] = {
    "changed": changed,
    "ceased": ceased,
    "renamed": renamed,
    "dissolved": dissolved,
    "confirmed": confirmed,
    "corrected": corrected,
}

#: Told between a supplier and a registrar, and so not by the supplier alone.
WITH_A_REGISTRAR = ("clarified", "protection_grant", "protection_refuse")
