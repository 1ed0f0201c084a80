"""A signed declaration as it is kept: its answers, what it tells, under what it was signed, and what became of it."""

from dataclasses import dataclass
from datetime import date, datetime

from register.declarations.draft import Draft
from register.declarations.life import Kind, State

#: The name by which those who keep and show declarations know the states of `declarations.life`.
DeclarationState = State


@dataclass(frozen=True, slots=True)
class Signature:
    """Under what a declaration was signed: the notice, its version and language, and a hash of the page shown.

    `shown_hash` is the SHA-256 of the page, in hexadecimal; `name` and `capacity` are the declarant's own words.
    """

    account_id: int
    name: str
    capacity: str
    at: datetime
    shown_hash: str
    notice: str
    notice_version: str
    language: str
    ruleset: str
    consent_to_publish: bool
    submission_key: str


@dataclass(frozen=True, slots=True)
class About:
    """What a declaration tells: its kind, the day a change happened, and for a correction what was wrong with which.

    `clarifies` is the declaration about which a question is answered with this one.
    """

    kind: Kind = Kind.DECLARATION
    happened_on: date | None = None
    why: str | None = None
    corrects: str | None = None
    clarifies: str | None = None


PLAIN = About()


@dataclass(frozen=True, slots=True)
class StoredDeclaration:
    """A signed declaration. `answers` come without particulars: ask `particulars_of` for those, and say why."""

    reference: str
    company_id: int
    state: DeclarationState
    answers: Draft
    signature: Signature
    statement_date: date
    decided_at: datetime | None = None
    decided_by: int | None = None
    reason: str | None = None
    about: About = PLAIN
    #: The declaration whose place it took before that was decided.
    replaces: str | None = None
    published_at: datetime | None = None

    @property
    def stage(self) -> State:
        """Where it stands, told apart also whether what was accepted is public."""
        return State.PUBLISHED if self.published_at and self.state is State.ACCEPTED else self.state
