"""What the answers come to on one day: for each holder and body one link, with what stands in it and what is over.

Posts that the standard knows are interests like others. What does not fit a body (shares in a trust) is left out: `gaps`
speaks of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from bods.codelists import InterestType
from bods.records import Share
from bods.structures import JointHolding, Nomination, Trust
from register.declarations.draft import SUBJECT, Draft, EntityKind, Holding, Post, PostRole, Term

#: The posts that the standard has a word for.
OF_POSTS: Mapping[PostRole, InterestType] = {
    PostRole.BOARD_MEMBER: InterestType.BOARD_MEMBER,
    PostRole.BOARD_CHAIR: InterestType.BOARD_CHAIR,
    PostRole.SENIOR_MANAGING_OFFICIAL: InterestType.SENIOR_MANAGING_OFFICIAL,
}
#: Interests that only say who sits or acts in a body, and give nothing of what it holds in turn.
SEATS = frozenset({*OF_POSTS.values(), InterestType.NOMINEE})


@dataclass(frozen=True, slots=True)
class Link:
    """What one holder has directly in one body on one day; each interest bears its own days and share.

    `over` are interests that ended before that day, or on it.
    """

    holder: str
    held: str
    interests: tuple[Term, ...] = ()
    over: tuple[Term, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return (self.holder, self.held)

    @property
    def shares(self) -> Share | None:
        return self._share(InterestType.SHAREHOLDING)

    @property
    def votes(self) -> Share | None:
        return self._share(InterestType.VOTING_RIGHTS)

    @property
    def kinds(self) -> frozenset[InterestType]:
        """Everything held but shares and votes."""
        return frozenset(each.interest for each in self.interests if each.interest not in MEASURED)

    @property
    def since(self) -> date | None:
        """The day since which all of it is held as it is; None unless every interest is dated."""
        days = [each.since for each in self.interests]
        return max((day for day in days if day), default=None) if all(days) else None

    def _share(self, kind: InterestType) -> Share | None:
        return next((each.share for each in self.interests if each.interest is kind), None)


#: Interests of which a holding tells how much.
MEASURED = (InterestType.SHAREHOLDING, InterestType.VOTING_RIGHTS)
_OF_ARRANGEMENTS = Trust.roles | Nomination.roles
#: What may be held in a body of a kind; in all others, whatever no arrangement has for itself.
_ROLES: Mapping[EntityKind, frozenset[InterestType]] = {
    EntityKind.TRUST: Trust.roles,
    EntityKind.NOMINEE_AGREEMENT: Nomination.roles,
}


def kinds_of(draft: Draft) -> dict[str, EntityKind]:
    """The kind of each body of a draft by key, the company's own under `SUBJECT`."""
    return {SUBJECT: draft.company.kind, **{body.key: body.kind for body in draft.entities}}


def fits(interest: InterestType, kind: EntityKind) -> bool:
    """Whether a kind of interest can be held in a kind of body."""
    return interest in _ROLES.get(kind, JointHolding.roles)


def standing(draft: Draft, today: date | None = None) -> tuple[Link, ...]:
    """Give the links of a draft, in the order of the answers; without a day, whatever has an end date is over.

    Of two holdings of one pair the later counts. A link of which all is over is given with nothing standing in it.
    """
    kinds = kinds_of(draft)
    told: dict[tuple[str, str], list[Term]] = {}
    for holding in {each.key: each for each in draft.holdings}.values():
        told[holding.key] = _terms(holding)
    for post in draft.posts:
        if post.role in OF_POSTS:
            told.setdefault((post.holder, post.held), []).append(_term_of(post))
    return tuple(
        _link(
            holder,
            held,
            [each for each in terms if held in kinds and fits(each.interest, kinds[held])],
            today,
        )
        for (holder, held), terms in told.items()
    )


def is_over(until: date | None, today: date | None) -> bool:
    """Whether something that ended, or ends, on a day is over: on its end date it is."""
    return until is not None and (today is None or until <= today)


def _terms(holding: Holding) -> list[Term]:
    measured = zip(MEASURED, (holding.shares, holding.votes), strict=True)
    told = [replace(holding.term(kind), share=share) for kind, share in measured if share is not None]
    return told + [holding.term(kind) for kind in dict.fromkeys(holding.controls)]


def _term_of(post: Post) -> Term:
    return Term(OF_POSTS[post.role], post.since, post.until, details=post.title)


def _link(holder: str, held: str, terms: list[Term], today: date | None) -> Link:
    # A post may be told among the ways of control too: once is enough.
    once = list(dict.fromkeys(terms))
    live = {each.interest: each for each in once if not is_over(each.until, today)}
    over = tuple(each for each in once if is_over(each.until, today))
    return Link(holder, held, tuple(live.values()), over)
