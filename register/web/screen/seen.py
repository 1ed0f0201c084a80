"""A tender as the officer's page shows it: the picture drawn live, the findings as they were last found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext, ngettext
from sqlalchemy.orm import Session

from register import screening
from register.actions.note_gate import gate_of
from register.actions.raise_flags import day_of, picture_on
from register.flags.flag import Finding
from register.graph.drawing import Drawing
from register.graph.picture import Joined, PartyKind, Picture
from register.graph.process import Process
from register.jurisdictions import Jurisdiction
from register.screening import Matrix, Summary
from register.screening.committee import who_bids
from register.store import (
    accounts,
    committees,
    findings,
    issued_papers,
    material,
    officials,
    published_rules,
    unmatched,
)
from register.store.dismissed_before import dismissed_before
from register.store.findings import Kept, Screening
from register.store.issued_papers import IssuedPaper
from register.store.material import Material
from register.store.tender_stages import Stage, stage_of
from register.store.unmatched import Unmatched
from register.web.findings.asking import DecideForm
from register.web.findings.shown import ShownFinding, in_order, shown
from register.web.ruling import local_today, rules_today
from register.web.screen.committee_words import ShownMember, shown_member
from register.web.screen.gate import NoteForm, ShownCheck, shown_gate
from register.web.screen.pictures import drawing_of
from register.web.screen.unjudged import Unjudged, unjudged
from register.web.withheld import kept_from_me
from register.web.words import day
from register.words import N_

#: Source: OCDS 1.1.5, codelist `method`.
METHODS = {
    "open": N_("open tender"),
    "selective": N_("selective tender"),
    "limited": N_("limited tender"),
    "direct": N_("direct award"),
}
KINDS = {"person": N_("person"), "company": N_("company"), "officials": N_("officials")}


@dataclass(frozen=True, slots=True)
class SeenTender:
    """Everything the page of one tender shows."""

    process: Process
    over: str
    screening: Screening | None
    ruleset: str
    recheck: bool
    list_words: str
    summary: Summary
    matrix: Matrix
    matrix_words: str
    by_kind: Mapping[str, str]
    findings: tuple[ShownFinding, ...]
    pictures: Mapping[str, Drawing | None]
    unjudged: tuple[Unjudged, ...]
    typed: tuple[str, ...]
    gate: tuple[ShownCheck, ...]
    refused: DecideForm | NoteForm | None
    #: Certificates and annexes that were issued, newest first, and who issued them.
    issued: tuple[tuple[IssuedPaper, str], ...] = ()
    #: Bidders and suppliers that belong to no company of the register.
    unmatched: tuple[Unmatched, ...] = ()
    #: Who sits or sat on its committees, and how they declared.
    committee: tuple[ShownMember, ...] = ()

    @property
    def waiting(self) -> bool:
        return self.summary.to_answer > 0

    @property
    def risks(self) -> tuple[ShownFinding, ...]:
        """Findings that wait, or waited, for an answer."""
        return tuple(each for each in self.findings if not each.context)

    @property
    def context(self) -> tuple[ShownFinding, ...]:
        """Findings that help to read the others, and need no answer."""
        return tuple(each for each in self.findings if each.context)


def law() -> Jurisdiction:
    """The rules of the place this register serves."""
    return rules_today()


def seen_tender(
    session: Session,
    ocid: str,
    *,
    may_decide: bool,
    refused: DecideForm | None = None,
    note: NoteForm | None = None,
) -> SeenTender:
    """Gather the page of a tender. Raises ProcessUnknownError."""
    known = material.of_process(session, ocid)
    today = local_today()
    picture = picture_on(known, day_of(known.process, today), today)
    # The rules of the day that is looked at, as the flags were asked by.
    rules = published_rules.rules_on(session, law(), picture.as_of)
    kept = in_order(findings.of_process(session, ocid), picture.bidders)
    asked = findings.screening_of(session, ocid)
    here = [each for each in kept if each.gone_at is None]
    standings = {each.finding.fingerprint: each.standing for each in kept}
    found = [each.finding for each in here]
    unclear = asked.unclear if asked else ()
    matrix = screening.matrix(picture, _across(picture, found), unclear, standings, rules)
    summary = screening.summary(picture, found, unclear, standings, rules)
    in_force = officials.list_in_force(session)
    listed = in_force.listed_on if in_force else None
    shown_findings = _shown(session, kept, may_decide, refused)
    committee = _committee(session, known.process, today)
    return SeenTender(
        process=known.process,
        over=_over(known.process, today),
        screening=asked,
        ruleset=rules.ruleset,
        recheck=findings.recheck_waits(session, ocid),
        list_words=_list_words(known, listed),
        summary=summary,
        matrix=matrix,
        matrix_words=_matrix_words(known.process, picture),
        by_kind={kind: gettext(words) for kind, words in KINDS.items()},
        findings=shown_findings,
        pictures={each.finding.fingerprint: drawing_of(each) for each in kept},
        unjudged=unjudged(unclear),
        typed=typed_people(picture),
        gate=_gate(session, ocid, picture, listed, may_decide, note, committee),
        refused=refused or note,
        issued=_issued(session, ocid),
        unmatched=unmatched.in_tenders(session, [ocid]).get(ocid, ()),
        committee=committee,
    )


def _committee(session: Session, process: Process, today: date) -> tuple[ShownMember, ...]:
    members, bidders = committees.of_process(session, process.ocid), who_bids(process)
    names = accounts.names(session, {said.by for each in members for said in each.declared})
    return tuple(shown_member(each, bidders, today, names) for each in members)


def _across(picture: Picture, found: list[Finding]) -> list[Finding]:
    """In the order of the bidders they speak of, so that marks run down the matrix from left to right."""
    places = {bidder: place for place, bidder in enumerate(picture.bidders)}
    return sorted(found, key=lambda each: min((places.get(bidder, 0) for bidder in each.bidders), default=0))


def _shown(
    session: Session, kept: list[Kept], may_decide: bool, refused: DecideForm | None
) -> tuple[ShownFinding, ...]:
    open_still = [each for each in kept if not each.standing.answered]
    before = dismissed_before(session, open_still, but=kept_from_me())
    officers = {int(decision.by) for each in kept for decision in each.decisions}
    officers |= {int(each.decision.by) for told in before.values() for each in told}
    names = accounts.names(session, officers)
    forms: list[DecideForm | None] = []
    for each in kept:
        form = DecideForm.about(each) if may_decide else None
        forms.append(refused if form and refused and form.seen.name == refused.seen.name else form)
    return tuple(
        shown(number, each, names, form, before.get(each.finding.fingerprint, ()))
        for number, (each, form) in enumerate(zip(kept, forms, strict=True), start=1)
    )


def typed_people(picture: Picture) -> tuple[str, ...]:
    """People in a picture who are known by a number that was typed and nobody has confirmed."""
    return tuple(
        party.name
        for party in picture.parties.values()
        if party.kind is PartyKind.PERSON and party.joined is Joined.TYPED
    )


def _over(process: Process, today: date) -> str:
    stage = stage_of(process.status, process.closes, process.awarded_on, today)
    words = {
        Stage.OPEN: gettext("closes %(date)s", date=day(process.closes))
        if process.closes
        else gettext("open"),
        Stage.CLOSED: gettext("closed %(date)s", date=day(process.closes))
        if process.closes
        else gettext("over"),
        Stage.AWARDED: gettext("awarded %(date)s", date=day(process.awarded_on)),
    }[stage]
    parts = (
        gettext("Tender %(id)s", id=process.tender_id or process.ocid),
        gettext(METHODS[process.method]) if process.method in METHODS else process.method,
        process.buyer,
        words,
    )
    return " · ".join(part for part in parts if part)


def _list_words(known: Material, listed: date | None) -> str:
    declarations = len({each.declaration for each in known.statements if each.declaration})
    against = ngettext("%(num)s declaration", "%(num)s declarations", declarations)
    if listed is None:
        return gettext("%(declarations)s; there is no officials’ list yet", declarations=against)
    return gettext(
        "%(declarations)s and the officials’ list of %(date)s", declarations=against, date=day(listed)
    )


def _matrix_words(process: Process, picture: Picture) -> str:
    if process.closes is not None and process.closes == picture.as_of:
        return gettext(
            "Bidders and what links them, on %(date)s, the day bids closed.", date=day(picture.as_of)
        )
    return gettext("Bidders and what links them, as they stand on %(date)s.", date=day(picture.as_of))


def _gate(
    session: Session,
    ocid: str,
    picture: Picture,
    listed: date | None,
    may_note: bool,
    refused: NoteForm | None,
    committee: tuple[ShownMember, ...],
) -> tuple[ShownCheck, ...]:
    checks = gate_of(session, ocid, picture, committee_needed=law().committee_needed)
    names = accounts.names(session, {int(each.note.by) for each in checks if each.note})
    seats = {each.id: each.name for each in committee}
    return shown_gate(checks, picture, names, listed=listed, may_note=may_note, refused=refused, seats=seats)


def _issued(session: Session, ocid: str) -> tuple[tuple[IssuedPaper, str], ...]:
    papers = issued_papers.of_process(session, ocid)
    names = accounts.names(session, {each.by for each in papers})
    return tuple((each, names.get(each.by, "")) for each in papers)
