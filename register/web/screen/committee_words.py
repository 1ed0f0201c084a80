"""Committees in words: seats, what members declared, and the very sentences that they sign."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext

from register.actions.declare_conflict import Asked
from register.screening.committee import (
    Committee,
    ConflictDeclared,
    ConflictKind,
    Member,
    Seat,
    Stand,
    Step,
    stand,
)
from register.web.words import day
from register.words import N_

COMMITTEES = {
    Committee.OPENING: N_("Tender opening committee"),
    Committee.EVALUATION: N_("Evaluation committee"),
}
SEATS = {Seat.CHAIR: N_("Chair"), Seat.MEMBER: N_("Member"), Seat.SECRETARY: N_("Secretary")}
KINDS = {
    ConflictKind.FAMILY: N_("Family: somebody close to you has an interest"),
    ConflictKind.INTEREST: N_("You own part of a company, or gain otherwise"),
    ConflictKind.EMPLOYMENT: N_("You work, or worked, for somebody concerned"),
    ConflictKind.FRIENDSHIP: N_("Friendship, or enmity"),
    ConflictKind.OTHER: N_("Something else"),
}
STANDS = {
    Stand.WAITING: (N_("Not declared yet"), "flag"),
    Stand.RECUSED: (N_("Has a conflict"), "bad"),
    Stand.TO_CONFIRM: (N_("To confirm"), "now"),
    Stand.CLEAR: (N_("Declared"), "done"),
}
DECLARED = {
    (Step.BEFORE, False): N_("%(date)s: no conflict, before seeing the bidders"),
    (Step.BEFORE, True): N_("%(date)s: a conflict, before seeing the bidders"),
    (Step.SEEN, False): N_("%(date)s: no conflict, knowing the bidders and their owners"),
    (Step.SEEN, True): N_("%(date)s: a conflict, knowing the bidders and their owners"),
}
SIGNED = {
    (Step.BEFORE, False): N_(
        "I, %(name)s, sit on a committee of tender %(tender)s, %(title)s. I have not been shown its bidders. I have no "
        "conflict of interest in it: neither I, nor my family, nor a body that I own, work for or am close to gains by it. "
        "If I learn of a conflict, I say so at once and take no further part."
    ),
    (Step.BEFORE, True): N_(
        "I, %(name)s, sit on a committee of tender %(tender)s, %(title)s. I have not been shown its bidders. I have a "
        "conflict of interest in it, told beside this declaration, and take no part in it."
    ),
    (Step.SEEN, False): N_(
        "I, %(name)s, sit on a committee of tender %(tender)s, %(title)s. I have seen its bidders and who owns them. I have "
        "no conflict of interest with any of them: neither I, nor my family, nor a body that I own, work for or am close to "
        "gains by it. If I learn of a conflict, I say so at once and take no further part."
    ),
    (Step.SEEN, True): N_(
        "I, %(name)s, sit on a committee of tender %(tender)s, %(title)s. I have seen its bidders and who owns them. I have "
        "a conflict of interest with one or more of them, told beside this declaration, and take no further part."
    ),
}


def signed_words(asked: Asked, conflict: bool) -> str:
    """The sentence that is signed, in the reader's language."""
    facts = {"name": asked.seats[0].name, "tender": asked.tender, "title": asked.title}
    return gettext(SIGNED[asked.step, conflict], **facts)


@dataclass(frozen=True, slots=True)
class ShownMember:
    """One seat in words; `history` tells each declaration with its day, oldest first, and nothing of a conflict's words."""

    id: int
    name: str
    committee: str
    seat: str
    since: date
    until: date | None
    over: bool
    stands: str
    kind: str
    history: tuple[str, ...]
    on_paper: bool
    account_id: int | None


def shown_member(member: Member, bidders: str, today: date, names: Mapping[int, str]) -> ShownMember:
    """Put a seat into words; `names` tells who entered declarations from paper."""
    over = member.over(today)
    words, kind = STANDS[stand(member, bidders)]
    return ShownMember(
        id=member.id,
        name=member.name,
        committee=gettext(COMMITTEES[member.committee]),
        seat=gettext(SEATS[member.seat]),
        since=member.appointed_on,
        until=member.until,
        over=over,
        stands=gettext("Appointment ended") if over else gettext(words),
        kind="" if over else kind,
        history=tuple(_history(member, names)),
        on_paper=member.account_id is None,
        account_id=member.account_id,
    )


def _history(member: Member, names: Mapping[int, str]) -> Iterator[str]:
    for each in member.declared:
        yield declared_words(each, names)


def declared_words(declared: ConflictDeclared, names: Mapping[int, str]) -> str:
    """One declaration in words: its day, what was declared, and who entered it from paper."""
    words = gettext(DECLARED[declared.step, declared.conflict], date=day(declared.on))
    if not declared.on_paper:
        return words
    return gettext("%(what)s (on paper, entered by %(name)s)", what=words, name=names.get(declared.by, "–"))
