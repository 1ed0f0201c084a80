"""What officers decide on a finding, always with a reason, and where their decisions leave it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from register.exceptions import RegisterError
from register.flags.flag import Finding


class ReasonMissingError(RegisterError):
    """A decision came without a reason."""

    def __init__(self) -> None:
        super().__init__("a decision needs a reason: what was checked, and where")


class DecisionKind(StrEnum):
    """What an officer may do with a finding."""

    ASK = "ask"
    DISMISS = "dismiss"
    CONFIRM = "confirm"
    RECUSE = "recuse"


@dataclass(frozen=True, slots=True)
class Decision:
    """One officer's decision on a finding, `by` account id, `at` an instant in UTC; never changed afterwards.

    `facts` is the digest of what was decided about (see `facts_of`); empty for one from before facts were compared.
    """

    kind: DecisionKind
    reason: str
    by: str
    at: datetime
    facts: str = ""

    def speaks_of(self, facts: str) -> bool:
        """Whether it was made about these facts, or nobody can tell."""
        return not facts or self.facts in ("", facts)


class State(StrEnum):
    """Where a finding stands."""

    OPEN = "open"
    ASKED = "asked"
    DISMISSED = "dismissed"
    CONFIRMED_BY_ONE = "confirmed-by-one"
    CONFIRMED = "confirmed"
    RECUSED = "recused"


_STATES = {
    DecisionKind.ASK: State.ASKED,
    DecisionKind.DISMISS: State.DISMISSED,
    DecisionKind.RECUSE: State.RECUSED,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a finding stands and by whose decisions: `last` moved it there, `seconded` agreed to a confirmation.

    `reopened`: it was decided about, but about other facts, and must be looked at again.
    """

    state: State
    last: Decision | None = None
    seconded: Decision | None = None
    reopened: bool = False

    @property
    def answered(self) -> bool:
        return self.state in (State.DISMISSED, State.CONFIRMED, State.RECUSED)


def standing(decisions: Iterable[Decision], facts: str = "") -> Standing:
    """Say where a finding stands after `decisions`, in the order they were made.

    With `facts`, the digest of what is found now, only decisions about those facts count.

    The last decision counts. A confirmation stands once two different officers have confirmed in a row; what anybody
    decides between takes it back. Decisions belong to a finding's fingerprint, so they carry over when it is found
    again. Raises ReasonMissingError.
    """
    now, passed_over = Standing(State.OPEN), False
    for decision in decisions:
        if not decision.reason.strip():
            raise ReasonMissingError
        if decision.speaks_of(facts):
            now = _after(now, decision)
        else:
            passed_over = True
    return replace(now, reopened=passed_over and now.last is None)


def _after(before: Standing, decision: Decision) -> Standing:
    if decision.kind is not DecisionKind.CONFIRM:
        return Standing(_STATES[decision.kind], decision)
    if before.state is State.CONFIRMED:
        return before
    first = before.last if before.state is State.CONFIRMED_BY_ONE else None
    if first is None or first.by == decision.by:
        return Standing(State.CONFIRMED_BY_ONE, first or decision)
    return Standing(State.CONFIRMED, first, seconded=decision)


def choices(finding: Finding) -> tuple[DecisionKind, ...]:
    """Give what may be decided about a finding: only an official can be recused."""
    return tuple(kind for kind in DecisionKind if kind is not DecisionKind.RECUSE or finding.officials)
