"""Declarations that wait for a registrar: what each is, how long it waits, and by when it is to be decided."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext, ngettext

from register.access import Permission
from register.declarations.life import Kind, State
from register.extensions import db
from register.four_eyes import kinds_of
from register.jurisdictions.deadlines import due_after
from register.store import proposals, protection_asked, review_queue, unconfirmed
from register.store.review_queue import Line, Shown, Wanted
from register.web.guard import allow, signed_in
from register.web.review.door import PER_PAGE, door, law, local_day, now, page_asked
from register.words import N_

KINDS = {
    Kind.DECLARATION: N_("Declaration"),
    Kind.CHANGE: N_("Change"),
    Kind.CONFIRMATION: N_("Confirmation"),
    Kind.CORRECTION: N_("Correction"),
    Kind.DISSOLUTION: N_("End of the company"),
}
STATES = {
    State.SUBMITTED: (N_("Waits"), "now"),
    State.IN_REVIEW: (N_("In review"), "flag"),
    State.CLARIFICATION_ASKED: (N_("Question asked"), ""),
    State.ACCEPTED: (N_("Accepted"), "done"),
    State.PUBLISHED: (N_("Accepted and published"), "done"),
    State.REJECTED: (N_("Rejected"), "bad"),
    State.WITHDRAWN: (N_("Withdrawn"), ""),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One declaration, for how many days it has waited, and by which day a registrar decides."""

    line: Line
    days: int
    due_on: date
    late: bool
    kind: str
    state: str
    look: str


SORTS: dict[str, Callable[[Waiting], tuple[object, ...]]] = {
    "age": lambda each: (-each.days, each.line.reference),
    "due": lambda each: (each.due_on, each.line.reference),
    "company": lambda each: (each.line.company.casefold(), each.line.reference),
    "kind": lambda each: (each.kind, each.line.reference),
    "state": lambda each: (each.state, each.line.reference),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: filters, order and page."""

    wanted: Wanted
    late: bool
    by: str
    down: bool
    page: int

    @classmethod
    def read(cls) -> "Asked":
        """From the address of this request; what is no choice asks for nothing."""
        args = request.args
        by, kind, shown = args.get("by", ""), args.get("kind", ""), args.get("state", "")
        return cls(
            Wanted(
                shown=Shown(shown) if shown in set(Shown) else Shown.WAITING,
                kind=Kind(kind) if kind in set(Kind) else None,
                assisted=args.get("how") == "paper",
                text=args.get("text", "").strip()[:200],
            ),
            late=args.get("late") == "yes",
            by=by if by in SORTS else "age",
            down=args.get("way") == "down",
            page=page_asked(args.get("page", "1")),
        )

    @property
    def narrowed(self) -> bool:
        """Whether anything is left out."""
        return self.late or self.wanted != Wanted()

    def address(self, **other: int | str | None) -> str:
        """Lead to the same list with something else asked for."""
        asked: dict[str, Any] = {
            "state": self.wanted.shown.value if self.wanted.shown is not Shown.WAITING else None,
            "kind": self.wanted.kind.value if self.wanted.kind else None,
            "how": "paper" if self.wanted.assisted else None,
            "late": "yes" if self.late else None,
            "text": self.wanted.text or None,
            "by": self.by if self.by != "age" else None,
            "way": "down" if self.down else None,
            **other,
        }
        return url_for("review.queue", **asked)

    def column(self, words: str, by: str, look: str = "") -> tuple[str, str, str, str | None]:
        """The head of a column that sorts by link."""
        current = self.by == by
        way = ("descending" if self.down else "ascending") if current else None
        return words, look, self.address(by=by, way="down" if current and not self.down else None), way


@door.get("")
@allow(Permission.REVIEW)
def queue() -> ResponseReturnValue:
    asked, principal = Asked.read(), signed_in()
    found = _waiting(review_queue.lines(db.session, asked.wanted))
    shown = [each for each in found if each.late] if asked.late else found
    shown.sort(key=SORTS[asked.by], reverse=asked.down)
    begin = (asked.page - 1) * PER_PAGE
    return render_template(
        "review/queue.html",
        asked=asked,
        lines=shown[begin : begin + PER_PAGE],
        summary=_summary(shown),
        kinds=[(kind.value, gettext(words)) for kind, words in KINDS.items()],
        states=[(each.value, gettext(words)) for each, words in _states()],
        unconfirmed=unconfirmed.count(db.session),
        protection=len(protection_asked.open_applications(db.session)),
        to_second=proposals.count_waiting(db.session, kinds_of(principal), not_by=principal.account_id),
        at_once=law().accepts_at_once,
        before=asked.address(page=asked.page - 1) if asked.page > 1 else None,
        after=asked.address(page=asked.page + 1) if len(shown) > begin + PER_PAGE else None,
    )


def _states() -> list[tuple[Shown, str]]:
    return [(each, STATES[State(each.value)][0]) for each in Shown if each is not Shown.WAITING]


def _waiting(lines: Iterable[Line]) -> list[Waiting]:
    today, place = local_day(now()), law()
    made = []
    for line in lines:
        signed_on = local_day(line.signed_at)
        due_on = line.answer_by or due_after(signed_on, place.review_days, place.calendar)
        words, look = STATES[line.state]
        open_still = line.state in (State.SUBMITTED, State.IN_REVIEW)
        made.append(
            Waiting(
                line,
                (today - signed_on).days,
                due_on,
                open_still and due_on < today,
                kind_words(line),
                gettext(words),
                look,
            )
        )
    return made


def kind_words(line: Line) -> str:
    """What a declaration is: the company's first, or what its kind is called."""
    if line.kind is Kind.DECLARATION and line.is_first:
        return gettext("First declaration")
    return gettext(KINDS[line.kind])


def _summary(shown: list[Waiting]) -> tuple[str, ...]:
    """What the list amounts to, in a few words each."""
    late = sum(each.late for each in shown)
    asked = sum(each.line.state is State.CLARIFICATION_ASKED for each in shown)
    second = sum(each.line.approved_once for each in shown)
    return (
        ngettext("%(num)s declaration", "%(num)s declarations", len(shown)),
        *([ngettext("%(num)s past its day", "%(num)s past their day", late)] if late else []),
        *([ngettext("%(num)s waits for its supplier", "%(num)s wait for their suppliers", asked)] if asked else []),
        *([ngettext("%(num)s needs a second registrar", "%(num)s need a second registrar", second)] if second else []),
    )  # fmt: skip
