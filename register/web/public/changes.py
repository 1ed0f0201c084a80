"""What each declaration of a company changed, and which interests are over: its history, told from its statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bods.codelists import InterestType, RecordStatus
from bods.records import Entity, Interest, Person, Relationship
from bods.statements import Statement
from register.graph.reading import range_of
from register.graph.shares import UNSAID, text_of
from register.graph.telling import Sentence
from register.words import N_

Told = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a declaration changed: `sentence`, then what is held now and what was held before."""

    sentence: Sentence
    statement_id: str
    now: Told = ()
    before: Told = ()


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration as published: the day it speaks of, its reference and numbers of the log, and what it changed."""

    on: date
    reference: str
    statement_ids: tuple[str, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class PastInterest:
    """An interest that has ended. `until` is the day it ended, or the day on which it was declared to have ended."""

    holder: str
    held: str
    what: Told
    since: date | None
    until: date
    statement_id: str


def declarations(statements: Iterable[Statement]) -> tuple[Declaration, ...]:
    """Give a company's declarations, latest first. `statements` are its own network's, in the order of the log."""
    history = _History()
    by_reference: dict[str, list[Statement]] = {}
    for statement in statements:
        by_reference.setdefault(statement.declaration or statement.statement_date, []).append(statement)
    told = [
        Declaration(
            on=made[0].day,
            reference=made[0].declaration or "",
            statement_ids=tuple(statement.statement_id for statement in made),
            changes=tuple(history.changes_by(made)),
        )
        for made in by_reference.values()
    ]
    return tuple(reversed(told))


class _History:
    """What is known of each record so far, while the declarations are read in their order."""

    def __init__(self) -> None:
        self.latest: dict[str, Statement] = {}

    def changes_by(self, made: list[Statement]) -> Iterator[Change]:
        before = dict(self.latest)
        self.latest.update((statement.record_id, statement) for statement in made)
        for statement in made:
            change = self._change(statement, before.get(statement.record_id))
            if change is not None:
                yield change

    def _change(self, statement: Statement, earlier: Statement | None) -> Change | None:
        if isinstance(statement.record, Relationship):
            if statement.record.component_records:
                return None  # its components tell it, step by step
            was = earlier.record if earlier else None
            return self._of_interest(
                statement, statement.record, was if isinstance(was, Relationship) else None
            )
        if earlier is None or statement.record_status is not RecordStatus.UPDATED:
            return None
        name, before = named(statement), named(earlier)
        if name != before:
            facts = {"name": name, "before": before}
            return Change(Sentence(N_("%(before)s is now called %(name)s."), facts), statement.statement_id)
        told = (
            N_("%(name)s: identity confirmed.")
            if _confirms(statement, earlier)
            else N_("Details of %(name)s changed.")
        )
        return Change(Sentence(told, {"name": name}), statement.statement_id)

    def _of_interest(
        self, statement: Statement, record: Relationship, was: Relationship | None
    ) -> Change | None:
        facts = {"holder": self._name(record.interested_party), "held": self._name(record.subject)}
        if statement.record_status is RecordStatus.CLOSED:
            sentence = Sentence(N_("%(holder)s no longer holds anything in %(held)s."), facts)
            return Change(sentence, statement.statement_id, before=what(record.interests))
        if was is None:
            sentence = Sentence(N_("%(holder)s, in %(held)s:"), facts)
            return Change(sentence, statement.statement_id, now=what(_running(record, statement.day)))
        if was.interests == record.interests:
            return None
        sentence = Sentence(N_("%(holder)s, in %(held)s, now:"), facts)
        now, before = (what(_running(each, statement.day)) for each in (record, was))
        return Change(sentence, statement.statement_id, now=now, before=before)

    def _name(self, end: object) -> str:
        known = self.latest.get(end) if isinstance(end, str) else None
        return named(known) if known else "?"


def _running(record: Relationship, day: date) -> tuple[Interest, ...]:
    """What had not ended by a day; all, where nothing runs any more."""
    running = tuple(each for each in record.interests if not each.end_date or each.end_date > day)
    return running or record.interests


def _confirms(statement: Statement, earlier: Statement) -> bool:
    """Whether nothing but a person's identifier in this register was added."""
    record, was = statement.record, earlier.record
    if not isinstance(record, Person) or not isinstance(was, Person):
        return False
    return (
        len(record.identifiers) > len(was.identifiers) and replace(record, identifiers=was.identifiers) == was
    )


def past_interests(statements: Iterable[Statement], today: date) -> tuple[PastInterest, ...]:
    """Give the interests in a company's network that are over by `today`, the latest end first."""
    latest = {statement.record_id: statement for statement in statements}
    over = [
        past
        for statement in latest.values()
        if isinstance(statement.record, Relationship) and not statement.record.component_records
        for past in _over(statement, statement.record, latest, today)
    ]
    return tuple(sorted(over, key=lambda past: past.until, reverse=True))


def _over(
    statement: Statement, record: Relationship, latest: dict[str, Statement], today: date
) -> Iterator[PastInterest]:
    closed = statement.record_status is RecordStatus.CLOSED
    for interest in record.interests:
        until = interest.end_date or (statement.day if closed else None)
        if until is not None and until <= today:
            yield PastInterest(
                holder=_named(record.interested_party, latest),
                held=_named(record.subject, latest),
                what=what([interest]),
                since=interest.start_date,
                until=until,
                statement_id=statement.statement_id,
            )


def _named(end: object, latest: dict[str, Statement]) -> str:
    return named(latest[end]) if isinstance(end, str) and end in latest else "?"


def named(statement: Statement) -> str:
    """The name of the person or body a statement describes; a question mark where it has none."""
    record = statement.record
    if isinstance(record, Person):
        return record.names[0].full_name if record.names else "?"
    return (record.name or "?") if isinstance(record, Entity) else "?"


def what(interests: Iterable[Interest]) -> Told:
    """Say what interests are, each in a few words."""
    told: list[Sentence] = []
    for interest in interests:
        words = _words(interest)
        if words not in told:
            told.append(words)
    return tuple(told)


def _words(interest: Interest) -> Sentence:
    share = range_of(interest.share)
    facts = {"share": text_of(share)}
    if interest.type is InterestType.SHAREHOLDING:
        told = N_("shares, how many is not told") if share == UNSAID else N_("%(share)s of the shares")
        return Sentence(told, facts)
    if interest.type is InterestType.VOTING_RIGHTS:
        told = N_("votes, how many is not told") if share == UNSAID else N_("%(share)s of the votes")
        return Sentence(told, facts)
    return Sentence(interest.type.label if interest.type else N_("an interest of unknown kind"))
