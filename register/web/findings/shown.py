"""Findings as an officer reads them: in words, step by step, with the decisions so far."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext, ngettext

from register.flags import registry
from register.flags.flag import Finding, Severity, Strength
from register.graph.explaining import told
from register.graph.picture import Picture
from register.graph.telling import Sentence
from register.screening import Decision, DecisionKind, Standing, State, is_context
from register.store.dismissed_before import Dismissed
from register.store.findings import Kept
from register.web.findings.asking import DecideForm, anchor
from register.web.words import said
from register.words import N_

WEIGHT = {
    Severity.ANSWER_FIRST: N_("Answer first"),
    Severity.STRONG: N_("Strong"),
    Severity.ASK: N_("Ask"),
    Severity.CONTEXT: N_("For context"),
}
SURENESS = {
    Strength.CERTAIN: "",
    Strength.LIKELY: N_("Likely, not certain."),
    Strength.POSSIBLE: N_("Possible, not certain."),
}
STANDS = {
    State.OPEN: N_("To answer"),
    State.ASKED: N_("The supplier was asked"),
    State.DISMISSED: N_("Dismissed"),
    State.CONFIRMED_BY_ONE: N_("Confirmed by one officer: a second must agree"),
    State.CONFIRMED: N_("Confirmed by two officers"),
    State.RECUSED: N_("The official was recused"),
}
DID = {
    DecisionKind.ASK: N_("Asked the supplier"),
    DecisionKind.DISMISS: N_("Dismissed"),
    DecisionKind.CONFIRM: N_("Confirmed"),
    DecisionKind.RECUSE: N_("Recused the official"),
}
#: So many names stand in a heading, and so many sentences beside it; what is more is folded.
MOST_NAMED, MOST_DETAILS = 4, 4
BROKEN_OFF = N_("%(holder)s holds an interest in %(held)s.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an explanation, and where it is written: a statement, or a place in the release."""

    words: tuple[str, ...]
    statement_id: str = ""
    declared_on: date | None = None
    pointers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What one officer decided, in words."""

    did: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Earlier:
    """That the same match was dismissed in another tender, why, and by whom."""

    ocid: str
    tender: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding as it stands on the page; `form` is None for those who may not decide."""

    number: int
    anchor: str
    fingerprint: str
    weight: str
    title: str
    version: int
    #: The finding in one sentence: of many bidders the first on a page, all of them on paper.
    heading: str
    in_full: str
    #: The first sentences about it, and those that are folded.
    details: tuple[str, ...]
    more_details: tuple[str, ...]
    sureness: str
    steps: tuple[Step, ...]
    drawn: bool
    as_of: date
    first_seen: datetime
    gone_at: datetime | None
    stands: str
    standing: Standing
    answers: tuple[Answer, ...]
    form: DecideForm | None
    #: Helps to read the others; need not be answered.
    context: bool = False
    #: The same match with a list, dismissed in other tenders.
    before: tuple["Earlier", ...] = ()

    @property
    def refused(self) -> bool:
        """Whether a decision was sent and must be put right."""
        return self.form is not None and bool(self.form.errors or self.form.form_errors)


def titles() -> Mapping[str, str]:
    """What each flag is called, by its code."""
    return {flag.code: gettext(flag.title) for flag in registry()}


def in_order(kept: Iterable[Kept], bidders: Sequence[str]) -> list[Kept]:
    """What waits for an answer first, the weightiest before the others; what is answered; what is gone; the context last.

    Findings of one weight follow the bidders they speak of, in the order of the bids.
    """
    places = {bidder: place for place, bidder in enumerate(bidders)}

    def rank(each: Kept) -> tuple[bool, bool, bool, int, int, str, str]:
        finding = each.finding
        answered = each.standing.answered
        first = min((places.get(bidder, len(places)) for bidder in finding.bidders), default=0)
        gone = each.gone_at is not None
        return is_context(finding), gone, answered, finding.severity, first, finding.code, finding.fingerprint

    return sorted(kept, key=rank)


def shown(
    number: int,
    kept: Kept,
    names: Mapping[int, str],
    form: DecideForm | None,
    before: Iterable[Dismissed] = (),
) -> ShownFinding:
    """Put one finding into words."""
    finding = kept.finding
    stands = kept.standing
    details = tuple(said(each) for each in finding.details)
    first = len(details) if len(details) <= MOST_DETAILS else MOST_DETAILS - 1
    return ShownFinding(
        number=number,
        anchor=anchor(finding.fingerprint),
        fingerprint=finding.fingerprint,
        weight=gettext(WEIGHT[finding.severity]),
        title=titles().get(finding.code, finding.code),
        version=finding.version,
        heading=heading(finding, kept.found.picture),
        in_full=heading(finding),
        details=details[:first],
        more_details=details[first:],
        sureness=" ".join(gettext(each) for each in (SURENESS[finding.strength], finding.certainty) if each),
        steps=tuple(steps(finding, kept.found.picture)),
        drawn=bool(finding.paths),
        as_of=kept.found.as_of,
        first_seen=kept.first_seen,
        gone_at=kept.gone_at,
        stands=gettext(STANDS[stands.state]),
        standing=stands,
        answers=tuple(_answer(each, names) for each in kept.decisions),
        form=form,
        context=is_context(finding),
        before=tuple(Earlier(each.ocid, each.tender, _answer(each.decision, names)) for each in before),
    )


def heading(finding: Finding, picture: Picture | None = None) -> str:
    """The finding in one sentence, without the full stop a heading does not have; of many bidders it names the first."""
    facts = _few(finding, picture) if picture else finding.facts
    return said(Sentence(finding.sentence, facts)).rstrip(".")


def _few(finding: Finding, picture: Picture) -> Mapping[str, str]:
    """The facts of a finding, its bidders cut to the first few where they are told one after the other."""
    names = [picture.name(each) for each in finding.bidders if each in picture.parties]
    beyond = len(names) - MOST_NAMED + 1
    if beyond <= 1:
        return finding.facts
    whole = ", ".join(names)
    more = ngettext("and %(num)s more", "and %(num)s more", beyond)
    few = ", ".join((*names[: MOST_NAMED - 1], more))
    return {name: few if told == whole else told for name, told in finding.facts.items()}


def _answer(decision: Decision, names: Mapping[int, str]) -> Answer:
    return Answer(gettext(DID[decision.kind]), decision.reason, names.get(int(decision.by), ""), decision.at)


def steps(finding: Finding, picture: Picture) -> Iterator[Step]:
    """The proof, step by step; a stake that stands in several chains is told once."""
    seen: set[str] = set()
    for proof in finding.proofs:
        for stake in proof.path:
            if stake.id not in seen:
                seen.add(stake.id)
                words = tuple(said(each) for each in told(picture, stake)) or (
                    said(
                        Sentence(
                            BROKEN_OFF,
                            {"holder": picture.name(stake.holder), "held": picture.name(stake.held)},
                        )
                    ),
                )
                yield Step(words, stake.statement_id, stake.declared_on)
        if len(proof.path) != 1:
            yield Step((said(proof.words),), pointers=() if proof.path else proof.pointers)
