"""What every kind of old statement has in common."""

from collections.abc import Mapping

from bods.upgrade.carrying import Way, read_elsewhere
from bods.upgrade.here import Here
from bods.upgrade.values import Value

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
