"""How far a tender has come: it takes bids, bids are closed, it is awarded, a contract is signed."""

from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case, exists, or_

from register.models.contracts import ContractRow, ProcessRow
from register.store.contracts import OVER, is_open
from register.store.contracts_held import OVER as ENDED


class Stage(StrEnum):
    """The stages in their order; a tender that came to nothing stays closed."""

    OPEN = "open"
    CLOSED = "closed"
    AWARDED = "awarded"
    CONTRACT = "contract"


def stage_of(
    status: str, closes: date | None, awarded_on: date | None, today: date, *, signed: bool = False
) -> Stage:
    """How far one tender has come on `today`; `signed` when a contract stands."""
    if signed:
        return Stage.CONTRACT
    if awarded_on is not None:
        return Stage.AWARDED
    takes_bids = status not in OVER and (closes is None or closes >= today)
    return Stage.OPEN if takes_bids else Stage.CLOSED


def signed() -> ColumnElement[bool]:
    """That a contract stands: it is neither cancelled nor terminated."""
    row = ContractRow
    return exists().where(row.ocid == ProcessRow.ocid, row.status.not_in(ENDED))


def stage_told(today: date) -> ColumnElement[str]:
    """The stage of a process, as `stage_of` says it."""
    takes_bids = and_(is_open(), or_(ProcessRow.closes.is_(None), ProcessRow.closes >= today))
    return case(
        (signed(), Stage.CONTRACT.value),
        (ProcessRow.awarded_on.is_not(None), Stage.AWARDED.value),
        (takes_bids, Stage.OPEN.value),
        else_=Stage.CLOSED.value,
    )
