"""Ask every flag of one tender and say what it finds, and where each finding stands; nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.actions.raise_flags import judged
from register.exceptions import RegisterError
from register.flags.flag import Finding, Unclear
from register.graph.picture import Picture
from register.jurisdictions import Jurisdiction
from register.screening import State
from register.store import contracts, findings
from register.store.contracts import ProcessUnknownError


class SeveralTendersError(RegisterError):
    """The number is that of several tenders, of different buyers."""

    def __init__(self, sought: str, ocids: Iterable[str]) -> None:
        self.sought, self.ocids = sought, tuple(ocids)
        super().__init__(
            f"{sought} is the number of several tenders; give one of the OCIDs {', '.join(self.ocids)}"
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """A finding and where it stands by officers' decisions; `state` None: it was not found before and nobody saw it."""

    finding: Finding
    state: State | None
    #: Names of the bidders and of the others it is about.
    bidders: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScreenedTender:
    """A tender as its flags see it; `effective` counts bidders under common control once."""

    ocid: str
    title: str
    as_of: date
    #: Each bidder's key and name, in the order of the bids.
    bidders: tuple[tuple[str, str], ...]
    effective: int
    findings: tuple[Asked, ...]
    unclear: tuple[Unclear, ...]


def screen_tender(
    session: Session, sought: str, *, now: datetime, jurisdiction: Jurisdiction
) -> ScreenedTender:
    """Screen the tender with this OCID or number. Raises ProcessUnknownError, SeveralTendersError."""
    ocid = _ocid(session, sought)
    kept = {each.finding.fingerprint: each for each in findings.of_process(session, ocid)}

    told = judged(session, ocid, now=now, jurisdiction=jurisdiction)
    picture = told.picture

    return ScreenedTender(
        ocid,
        picture.process.title if picture.process else "",
        picture.as_of,
        tuple((each, picture.name(each)) for each in picture.bidders),
        told.clusters,
        tuple(
            Asked(
                each.finding,
                kept[each.finding.fingerprint].standing.state if each.finding.fingerprint in kept else None,
                _names(picture, each.finding.bidders),
                _names(picture, each.finding.about),
            )
            for each in told.answers.findings
        ),
        told.answers.unclear,
    )


def _ocid(session: Session, sought: str) -> str:
    found = contracts.called(session, sought)
    if not found:
        raise ProcessUnknownError(sought)
    if len(found) > 1:
        raise SeveralTendersError(sought, found)
    return found[0]


def _names(picture: Picture, keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(picture.name(each) for each in keys)
