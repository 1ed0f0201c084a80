"""How each declaration came in: signed by the company's own people, by an agent, or entered from paper by staff."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from register.models.filings import FilingRow
from register.store import paper_entries
from register.store.paper_entries import PaperEntry


@dataclass(frozen=True, slots=True)
class Filing:
    """How one declaration came in. Agent's name and firm are empty where no agent signed; `paper` where it was on paper."""

    capacity: str = ""
    agent_name: str = ""
    agent_firm: str = ""
    paper: PaperEntry | None = None


#: Of a declaration that was kept before the register asked.
NOT_KEPT = Filing()


def add(session: Session, reference: str, filing: Filing) -> None:
    """Keep how a declaration came in, for good."""
    session.add(
        FilingRow(
            reference=reference,
            capacity=filing.capacity,
            agent_name=filing.agent_name,
            agent_firm=filing.agent_firm,
            paper_id=filing.paper.id if filing.paper else None,
        )
    )
    session.flush()


def of(session: Session, reference: str) -> Filing:
    """How a declaration came in."""
    row = session.get(FilingRow, reference)
    if row is None:
        return NOT_KEPT
    paper = paper_entries.one(session, row.paper_id) if row.paper_id is not None else None
    return Filing(row.capacity, row.agent_name, row.agent_firm, paper)


def from_paper(session: Session, paper_id: int) -> str | None:
    """The reference of the declaration that was entered from a paper; None while there is none."""
    return session.scalar(select(FilingRow.reference).where(FilingRow.paper_id == paper_id))
