"""What every kind of old statement has in common."""

from collections.abc import Mapping

from bods.upgrade.carrying import Json, Value, Way, read_elsewhere
from bods.upgrade.here import Here

#: Fields of every old statement that become the statement around the record's details, or tell of other statements.
AROUND = read_elsewhere(
    (
        "statementID",
        "statementType",
        "statementDate",
        "publicationDetails",
        "source",
        "annotations",
        "replacesStatements",
    )
)


def _truth(old: Value, here: Here) -> bool:
    if isinstance(old, bool):
        return old
    here.tell_it("Counted as no: it is neither true nor false.")
    return False


#: 0.1 knew no components.
IS_COMPONENT: Mapping[str, Way] = {"isComponent": Way("isComponent", _truth)}


def text_of(old: Json, name: str) -> str | None:
    """Give a field that is text, None when it is missing or anything else."""
    found = old.get(name)
    return found if isinstance(found, str) else None
