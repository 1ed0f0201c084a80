"""Ask every flag of one contracting process, and keep what is found, what is gone, and what could not be judged."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.orm import Session

from register.flags import registry
from register.flags.flag import Finding, Flag, Unclear
from register.graph.building import picture_of
from register.graph.clusters import clusters_of
from register.graph.picture import Picture
from register.graph.process import Process
from register.jurisdictions import Jurisdiction
from register.store import audit, findings, material, published_rules
from register.store.finding_json import Found, proven
from register.store.findings import Difference, Screening
from register.store.material import Material
from register.store.order import take_turn
from register.words import N_

log = structlog.get_logger("register")

FAILED = N_(
    "This question could not be asked: there is a fault in the register. The administrator can see it."
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of asking: how many findings there are now, what changed, and which flags failed, by code."""

    ocid: str
    as_of: date
    found: int
    unclear: int
    difference: Difference
    failed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """What the flags said of one picture."""

    findings: tuple[Found, ...]
    unclear: tuple[Unclear, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A process as its flags saw it, what they said, how many bidders there are in effect, and the rules of that day."""

    picture: Picture
    answers: Answers
    clusters: int
    law: Jurisdiction


def judged(session: Session, ocid: str, *, now: datetime, jurisdiction: Jurisdiction) -> Judged:
    """Ask the flags of a process and keep nothing. Raises ProcessUnknownError."""
    return judge(session, material.of_process(session, ocid), now=now, jurisdiction=jurisdiction)


def judge(session: Session, known: Material, *, now: datetime, jurisdiction: Jurisdiction) -> Judged:
    """Ask the flags of what is known of a process, on file or not, and keep nothing."""
    today = now.astimezone(ZoneInfo(jurisdiction.timezone)).date()
    as_of = day_of(known.process, today)
    # The rules of the day that is looked at, whatever they became since.
    law = published_rules.rules_on(session, jurisdiction, as_of)

    picture = with_moments(picture_on(known, as_of, today), known, law)
    answers = _together(picture, known, today, law)
    return Judged(picture, answers, len(clusters_of(picture, law.control_majority)), law)


def raise_flags(session: Session, ocid: str, *, now: datetime, jurisdiction: Jurisdiction) -> Outcome:
    """Ask the flags of a process again and keep the answers; asked twice, nothing is different.

    A flag that fails is kept as "could not be judged" and logged; it stops no other. Raises ProcessUnknownError.
    """
    take_turn(session, f"screening {ocid}")
    told = judged(session, ocid, now=now, jurisdiction=jurisdiction)
    picture, answers = told.picture, told.answers
    failed = tuple(sorted({each.code for each in answers.unclear if each.reason == FAILED}))

    difference = findings.save(session, ocid, answers.findings, now=now)
    screening = Screening(ocid, now, picture.as_of, len(picture.bidders), told.clusters, answers.unclear)
    changed = findings.save_screening(session, screening)
    if difference or changed:
        audit.record(
            session,
            actor="clock",
            action="flags raised",
            about=ocid,
            at=now,
            facts={
                "found": str(len(answers.findings)),
                "new": str(len(difference.new)),
                "changed": str(len(difference.changed)),
                "back": str(len(difference.back)),
                "gone": str(len(difference.gone)),
                "unclear": str(len(answers.unclear)),
                "failed": " ".join(failed),
                "ruleset": told.law.ruleset,
            },
        )
    return Outcome(ocid, picture.as_of, len(answers.findings), len(answers.unclear), difference, failed)


def day_of(process: Process, today: date) -> date:
    """The day on which bidders are looked at: the day bids closed, or today while they have not."""
    return process.closes if process.closes is not None and process.closes <= today else today


def picture_on(known: Material, as_of: date, today: date, *, wider: bool = True) -> Picture:
    """The picture of a process and of those who stand behind its bidders, on a day; `wider` with what is beside it."""
    return picture_of(
        known.process,
        known.statements,
        identities=known.identities,
        officials=known.officials,
        as_of=as_of,
        today=today,
        declared=known.declared(as_of),
        crosswalk=known.crosswalk,
        people=known.background.people(as_of),
        bodies=known.background.bodies(as_of),
        listed=known.beside.listed,
        lists=known.beside.lists,
        beside=known.beside.companies if wider else (),
        told_beside=known.beside.statements if wider else (),
        joins=known.joins,
    )


def with_moments(picture: Picture, known: Material, law: Jurisdiction) -> Picture:
    """Show the process on the days before the close and after the award too, where those days are known and over.

    On these days owners alone are compared, and nobody looks beside the process.
    """
    days = moments_of(known.process, picture.as_of, picture.today, law)
    moments = (picture_on(known, day, picture.today, wider=False) for day in days)
    return replace(picture, moments=tuple(moments))


def moments_of(process: Process, as_of: date, today: date, law: Jurisdiction) -> tuple[date, ...]:
    """The other days on which a process is looked at to see which owners came and went, the earliest first."""
    days: list[date] = []
    if process.closes is not None:
        days.append(process.closes - timedelta(days=law.flag_rules.change_days_before))
    if process.awarded_on is not None:
        days.append(min(process.awarded_on + timedelta(days=law.flag_rules.change_days_after), today))
    return tuple(sorted({day for day in days if day <= today and day != as_of}))


def _together(picture: Picture, known: Material, today: date, law: Jurisdiction) -> Answers:
    """Ask of all bidders on the picture's day, and of the winners on the day of the award too."""
    first = ask(registry(), picture, law)
    awarded_on = known.process.awarded_on
    if awarded_on is None or awarded_on == picture.as_of or awarded_on > today:
        return first
    later = picture_on(known, awarded_on, today)
    winners = set(later.process.winners) if later.process else set()
    second = ask(registry(), later, law)
    seen = {each.finding.fingerprint for each in first.findings}
    told = {(each.code, each.bidder) for each in first.unclear}
    return Answers(
        first.findings
        + tuple(
            each
            for each in second.findings
            if _of_winners(each.finding, winners) and each.finding.fingerprint not in seen
        ),
        first.unclear
        + tuple(
            each for each in second.unclear if each.bidder in winners and (each.code, each.bidder) not in told
        ),
    )


def _of_winners(finding: Finding, winners: set[str]) -> bool:
    return bool(finding.bidders) and set(finding.bidders) <= winners


def ask(flags: Iterable[Flag], picture: Picture, law: Jurisdiction) -> Answers:
    """Ask each flag of a picture; the weightiest findings first, each fingerprint once."""
    found: dict[str, Finding] = {}
    unclear: dict[tuple[str, str, str], Unclear] = {}
    for flag in flags:
        for answer in _answers(flag, picture, law):
            if isinstance(answer, Finding):
                found.setdefault(answer.fingerprint, answer)
            else:
                unclear.setdefault((answer.code, answer.bidder, answer.reason), answer)
    weightiest = sorted(found.values(), key=lambda each: (each.severity, each.code, each.fingerprint))
    return Answers(tuple(proven(each, picture) for each in weightiest), tuple(unclear.values()))


def _answers(flag: Flag, picture: Picture, law: Jurisdiction) -> tuple[Finding | Unclear, ...]:
    try:
        return tuple(flag.find(picture, law))
    except Exception as error:  # noqa: BLE001 (whatever fails in one flag must stop neither the others nor a declaration)
        log.error("flag failed", flag=flag.code, kind=type(error).__name__)  # noqa: TRY400 (a trace could show particulars)
        return (Unclear(code=flag.code, bidder="", reason=FAILED),)
