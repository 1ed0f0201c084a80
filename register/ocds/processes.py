"""A compiled release told as facts: the tender, who bid, who won."""

from collections.abc import Collection, Iterator
from datetime import UTC, date, tzinfo

from register.ocds.awards import awards_told
from register.ocds.bids import bids_told
from register.ocds.contracts import contracts_told, parts_told
from register.ocds.entries import LONGEST_TEXT, Entries, day, listed, within, words
from register.ocds.facts import AwardFacts, ProcessFacts, TenderStatus
from register.ocds.fault import Notes, step
from register.ocds.merging import Compiled
from register.ocds.parties import Parties, reaches_told
from register.ocds.releases import instant
from register.ocds.reserved import classes_of, reserved_for

#: Publishers that write `planned` for what has begun and `active` for what has not. Source: code of Makueni's portal.
_CONFUSED = ("ocds-muq5cl-",)


def process_facts(compiled: Compiled, zone: tzinfo = UTC, schemes: Collection[str] = ()) -> ProcessFacts:
    """Read the facts of a process, leaving out what cannot be meant; days are days in `zone`.

    `schemes` are the lists the jurisdiction knows companies by: numbers under them are preferred.
    """
    return process_told(compiled.held or compiled.body, zone, schemes, Notes())


def process_told(body: Entries, zone: tzinfo, schemes: Collection[str], notes: Notes) -> ProcessFacts:
    """The same for a release whose parts are of the right types (`soundness.sound`); oddities go to the notes."""
    parties = Parties(body, schemes, notes)
    tender, place = within(body, "tender"), "/tender"
    opens, closes = _period(tender, place, zone, notes)
    awards = awards_told(body, parties, zone, notes)
    return ProcessFacts(
        ocid=str(body.get("ocid", "")).strip(),
        title=_title(body, notes),
        tender_id=words(tender, "id", place, notes, 200),
        buyer=_buyer(body, parties),
        method=words(tender, "procurementMethod", place, notes, 60).lower(),
        status=_status(body, opens, zone, notes),
        opens=opens,
        closes=closes,
        awarded_on=_awarded_on(awards),
        bids=bids_told(body, parties, zone, notes),
        awards=awards,
        department=_department(body, parties),
        ward=_ward(tender, notes),
        reserved_for=reserved_for(tender, place, notes),
        classes=classes_of(tender, notes),
        contracts=contracts_told(body, zone, notes),
        parts=parts_told(body, parties),
        reaches=reaches_told(body, notes),
    )


def _period(tender: Entries, place: str, zone: tzinfo, notes: Notes) -> tuple[date | None, date | None]:
    period, place = within(tender, "tenderPeriod"), step(place, "tenderPeriod")
    opens, closes = day(period, "startDate", place, zone, notes), day(period, "endDate", place, zone, notes)
    if opens and closes and closes < opens:
        notes.add(place, "This tender closes before it opens; both days were kept as told.")
    return opens, closes


def _title(body: Entries, notes: Notes) -> str:
    """The tender's title, or the first that anything else in the process has."""
    return next((title for title in _titles(body, notes) if title), "")


def _titles(body: Entries, notes: Notes) -> Iterator[str]:
    tender = within(body, "tender")
    for name in ("title", "description"):
        yield words(tender, name, "/tender", notes, LONGEST_TEXT)
    for part in ("awards", "contracts"):
        for position, each in enumerate(body.get(part) or ()):
            yield words(each, "title", step(step("", part), position), notes, LONGEST_TEXT)


def _buyer(body: Entries, parties: Parties) -> str:
    asked = parties.name(within(body, "buyer"), "/buyer")
    return asked or parties.name(within(within(body, "tender"), "procuringEntity"), "/tender/procuringEntity")


def _department(body: Entries, parties: Parties) -> str:
    """The buyer, where somebody else conducts the tender for it."""
    asked = parties.name(within(body, "buyer"), "/buyer")
    conducts = parties.name(within(within(body, "tender"), "procuringEntity"), "/tender/procuringEntity")
    return asked if conducts and asked != conducts else ""


def _ward(tender: Entries, notes: Notes) -> str:
    """The first ward named as a place of the work. Source: OCDS extension `tender_location`, as Makueni's portal has it."""
    place = "/tender/locations"
    for position, each in enumerate(listed(tender, "locations")):
        if isinstance(each, dict) and words(each, "type", step(place, position), notes, 60).lower() == "ward":
            return words(each, "description", step(place, position), notes, 200)
    return ""


def _status(body: Entries, opens: date | None, zone: tzinfo, notes: Notes) -> str:
    """The tender's status; where its publisher confuses planned and active, the day it opened tells."""
    status = words(within(body, "tender"), "status", "/tender", notes, 60).lower()
    published = instant(words(body, "date", "", notes))
    confused = str(body.get("ocid")).startswith(_CONFUSED) and status in (
        TenderStatus.PLANNED,
        TenderStatus.ACTIVE,
    )
    if not confused or opens is None or published is None:
        return status
    begun = opens <= published.astimezone(zone).date()
    return str(TenderStatus.ACTIVE if begun else TenderStatus.PLANNED)


def _awarded_on(awards: tuple[AwardFacts, ...]) -> date | None:
    return min((award.awarded_on for award in awards if award.in_force and award.awarded_on), default=None)
