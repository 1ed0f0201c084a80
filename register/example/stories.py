"""The stories told in tenders: who bids with whom, who wins, and what officers are to ask about it."""

from dataclasses import dataclass

#: Whose work it is (`names.WORKS`), and the way of buying that needs no open tender.
WATER = 7
QUOTATION = "limited"


@dataclass(frozen=True, slots=True)
class Story:
    """A tender with parts in it: days from today to its close, who bid, who won."""

    days: int
    parts: tuple[str, ...]
    winner: int | None = None
    #: Whose bid is made together with the first one's.
    joint: tuple[int, ...] = ()
    reserved_for: str = ""
    #: The work (`names.WORKS`), and what it costs where that is not what it usually does.
    work: int | None = None
    price: int | None = None
    method: str = "open"
    #: Nobody else's bid than the winner's was in order.
    alone_valid: bool = False
    #: The second bids what the first bids.
    same_price: bool = False
    #: Who is paid besides the winner.
    hired: int | None = None
    #: Whose number the buyer did not write down.
    unnumbered: int | None = None


#: In each of these there is something to ask.
STORIES = (
    Story(12, ("visitor", "known")),
    Story(-9, ("chain", "direct", "silent")),
    Story(-70, ("chain", "direct"), 0),
    Story(-60, ("ring1", "ring2", "ring3"), 1),
    Story(-6, ("ring1", "ring3", "committee")),
    Story(-40, ("committee", "small1"), 0),
    Story(-50, ("small1", "small2", "namesake"), 2),
    Story(-35, ("maybe", "small2"), 0),
    Story(-95, ("silent", "known"), 0),
    # The three in one hand win in turn; one of them against a company that took the place of a barred one.
    Story(-140, ("ring1", "ring2", "ring3"), 0),
    Story(-100, ("successor", "ring2", "ring3"), 2),
    # The shops of a councillor and of an official's wife, with one telephone.
    Story(-85, ("exposed", "family"), 0),
    # One hand behind two bids, again and again: at one price; the other put aside; the other paid; with a partner.
    Story(-165, ("chain", "direct"), 0, same_price=True),
    Story(-145, ("chain", "direct"), 0, alone_valid=True),
    Story(-125, ("chain", "direct"), 0, hired=1),
    Story(-80, ("chain", "small2", "direct"), 0, joint=(1,)),
    # Reserved, and won by somebody else.
    Story(-55, ("women1", "youth1"), 1, reserved_for="Women", work=3),
    Story(-65, ("abroad", "known"), 0, reserved_for="Citizen Contractor", work=0),
    # What is declared is doubtful: old, by a man of a hundred, of nearly one name, in a circle, unlike another's.
    Story(-48, ("stale", "like", "water1"), 1),
    Story(-57, ("circle", "like"), 0),
    Story(-110, ("namesake", "small2"), 0, unnumbered=1),
)
#: In these there is none, however much they look like it; but for one hand that gets much of one buyer's money.
INNOCENT = (
    # One person behind several winners, who never meet in one tender; by quotations, one after the other.
    Story(-150, ("water1",), 0, work=WATER, price=9_400_000),
    Story(-190, ("water2",), 0, work=WATER + 1, price=12_600_000),
    Story(-118, ("water1",), 0, work=WATER, price=1_900_000, method=QUOTATION),
    Story(-104, ("water2",), 0, work=WATER, price=1_650_000, method=QUOTATION),
    # Reserved, and won by whom they are reserved for.
    Story(-45, ("women1", "women2"), 0, reserved_for="Women", work=3),
    Story(-110, ("women1", "water1"), 0, reserved_for="Women", work=10),
    Story(-160, ("women2", "women1"), 0, reserved_for="Women", work=3),
    Story(-130, ("youth1", "both"), 0, reserved_for="Youth", work=2),
    Story(-90, ("able1", "both"), 0, reserved_for="PWD", work=10),
    # Two who bid together and say so.
    Story(-120, ("known", "small2"), 0, joint=(1,)),
)
