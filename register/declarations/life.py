"""The life of a declaration: the states it passes through, who may move it from which to which, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from register.exceptions import RegisterError


class State(StrEnum):
    """Where a declaration stands. A withdrawn one was taken back, or replaced before it was decided."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_REVIEW = "in_review"
    CLARIFICATION_ASKED = "clarification_asked"
    ACCEPTED = "accepted"
    PUBLISHED = "published"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


#: States in which nothing is decided yet.
WAITING = (State.SUBMITTED, State.IN_REVIEW, State.CLARIFICATION_ASKED)
#: States in which the statements of a declaration stand.
STANDING = (State.ACCEPTED, State.PUBLISHED)


class Kind(StrEnum):
    """What a supplier tells with a declaration."""

    DECLARATION = "declaration"
    CHANGE = "change"
    CONFIRMATION = "confirmation"
    CORRECTION = "correction"
    #: That the company is no more.
    DISSOLUTION = "dissolution"


class Mover(StrEnum):
    """As what somebody moves a declaration; the register itself moves it by its rules and its clock."""

    SUPPLIER = "supplier"
    REGISTRAR = "registrar"
    REGISTER = "register"


class Move(StrEnum):
    """What is done to a declaration."""

    SUBMIT = "submit"
    TAKE = "take"
    ASK = "ask"
    ANSWER = "answer"
    LAPSE = "lapse"
    APPROVE = "approve"
    ACCEPT = "accept"
    PUBLISH = "publish"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a move leads to which, and as what one may make it."""

    move: Move
    before: tuple[State, ...]
    after: State
    movers: tuple[Mover, ...]
    needs_reason: bool = False


RULES = (
    Rule(Move.SUBMIT, (State.DRAFT,), State.SUBMITTED, (Mover.SUPPLIER,)),
    Rule(Move.TAKE, (State.SUBMITTED,), State.IN_REVIEW, (Mover.REGISTRAR,)),
    Rule(Move.ASK, (State.SUBMITTED, State.IN_REVIEW), State.CLARIFICATION_ASKED, (Mover.REGISTRAR,), True),
    # A late answer still counts while nothing is decided: from review, where the clock put the question back.
    Rule(
        Move.ANSWER,
        (State.CLARIFICATION_ASKED, State.IN_REVIEW),
        State.IN_REVIEW,
        (Mover.SUPPLIER,),
        True,
    ),
    Rule(Move.LAPSE, (State.CLARIFICATION_ASKED,), State.IN_REVIEW, (Mover.REGISTER,)),
    # The first of two: a correction changes what was published, and needs four eyes.
    Rule(Move.APPROVE, (State.SUBMITTED, State.IN_REVIEW), State.IN_REVIEW, (Mover.REGISTRAR,)),
    Rule(
        Move.ACCEPT,
        (State.SUBMITTED, State.IN_REVIEW),
        State.ACCEPTED,
        (Mover.REGISTRAR, Mover.REGISTER),
    ),
    Rule(Move.PUBLISH, (State.ACCEPTED,), State.PUBLISHED, (Mover.REGISTER,)),
    # Not while the supplier's clock runs: who was asked may answer first.
    Rule(Move.REJECT, (State.SUBMITTED, State.IN_REVIEW), State.REJECTED, (Mover.REGISTRAR,), True),
    Rule(Move.WITHDRAW, WAITING, State.WITHDRAWN, (Mover.SUPPLIER,)),
    Rule(Move.REPLACE, WAITING, State.WITHDRAWN, (Mover.REGISTER,)),
)
_BY_MOVE = {rule.move: rule for rule in RULES}


class MoveNotAllowedError(RegisterError):
    """A declaration does not make this move from where it stands, or not by this mover."""

    def __init__(self, state: State, move: Move, mover: Mover) -> None:
        self.state, self.move, self.mover = state, move, mover
        super().__init__(f"no {mover} may {move} a declaration that is {state}")


class ReasonMissingError(RegisterError):
    """The move is made only with words that the other side can act on."""

    def __init__(self, move: Move) -> None:
        self.move = move
        super().__init__(f"to {move} a declaration, say why")


class FourEyesError(RegisterError):
    """Who approved first may not be the second pair of eyes."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        super().__init__("a second registrar must accept this")


def moved(state: State, move: Move, mover: Mover, reason: str | None = None) -> State:
    """Give the state a move leads to. Raises MoveNotAllowedError, ReasonMissingError."""
    rule = _BY_MOVE[move]
    if state not in rule.before or mover not in rule.movers:
        raise MoveNotAllowedError(state, move, mover)
    if rule.needs_reason and not (reason or "").strip():
        raise ReasonMissingError(move)
    return rule.after


def moves_of(state: State, mover: Mover) -> tuple[Move, ...]:
    """What may be done to a declaration in a state, in the order of the rules."""
    return tuple(rule.move for rule in RULES if state in rule.before and mover in rule.movers)


def needs_four_eyes(kind: Kind) -> bool:
    """Whether two registrars must accept a declaration of a kind; none is accepted at once then."""
    return kind is Kind.CORRECTION


def next_approval(kind: Kind, approved_by: Iterable[int], account_id: int) -> Move:
    """Give what a registrar's yes amounts to: the first of two approvals, or acceptance. Raises FourEyesError."""
    first = frozenset(approved_by)
    if not needs_four_eyes(kind):
        return Move.ACCEPT
    if account_id in first:
        raise FourEyesError(account_id)
    return Move.ACCEPT if first else Move.APPROVE
