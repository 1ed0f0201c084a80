"""What somebody holds in a body, what they say they hold through others, and the posts they have in it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bods.codelists import InterestType
from bods.records import Share
from register.declarations.keys import SUBJECT


@dataclass(frozen=True, slots=True)
class Term:
    """What is particular to one interest of a holding: its own days, its share (of profit, say), and words.

    A day left open is the holding's own. The share of `SHAREHOLDING` and `VOTING_RIGHTS` is told by the holding.
    """

    interest: InterestType
    since: date | None = None
    until: date | None = None
    share: Share | None = None
    details: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """What one holder holds directly in one body: shares, votes and other ways to control.

    Who takes part in a trust, a nominee agreement or a joint holding holds in it: the roles of a trust and of a nominee
    agreement are `controls`, a part of a joint holding is `shares`. What the agreement holds is a holding of its own.
    `until` is the day on which all of it ended, once it has.
    """

    holder: str
    held: str
    shares: Share | None = None
    votes: Share | None = None
    controls: tuple[InterestType, ...] = ()
    since: date | None = None
    until: date | None = None
    terms: tuple[Term, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return (self.holder, self.held)

    @property
    def interests(self) -> tuple[InterestType, ...]:
        """The kinds of interest that are held, each once: shares, votes, then the ways of control."""
        measured = ((InterestType.SHAREHOLDING, self.shares), (InterestType.VOTING_RIGHTS, self.votes))
        told = (kind for kind, share in measured if share is not None)
        return tuple(dict.fromkeys((*told, *self.controls)))

    def term(self, interest: InterestType) -> Term:
        """The days, share and words of one interest, the holding's own days where it has none."""
        told = next((each for each in self.terms if each.interest is interest), Term(interest))
        return Term(interest, told.since or self.since, told.until or self.until, told.share, told.details)


@dataclass(frozen=True, slots=True)
class IndirectClaim:
    """What a holder says they hold in the company through others, all chains together; the chains may contradict it."""

    holder: str
    shares: Share | None = None
    votes: Share | None = None


class PostRole(StrEnum):
    """What somebody is in a body. The standard knows the first three; the others stay with the officers."""

    BOARD_MEMBER = "board_member"
    BOARD_CHAIR = "board_chair"
    SENIOR_MANAGING_OFFICIAL = "senior_managing_official"
    SECRETARY = "secretary"
    TREASURER = "treasurer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person (or a body: a corporate director) has or had in the company, or in a body of its chain."""

    holder: str
    role: PostRole
    held: str = SUBJECT
    #: What the post is called, where that is not what the role says.
    title: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        return (self.holder, self.held, self.role)
