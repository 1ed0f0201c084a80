"""A joint shareholding: several hold something together, as one holder.

The body is made by `joint_arrangement` and holds what they hold together (a `Holding`, often 100 % of one block of
shares); the members hold parts of the arrangement. People who own parts of a company side by side need none of this:
each has a holding of their own.
Source: BODS 0.4, example of joint ownership.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bods.codelists import EntityType, InterestType
from bods.records import Entity
from bods.shares import Share
from bods.structures.arrangements import Arrangement, Part
from bods.structures.holdings import OF_ARRANGEMENTS
from bods.structures.stakes import Stake, shares


@dataclass(frozen=True, slots=True)
class JointHolding(Arrangement):
    """Who holds together: `JointHolding("pair", (member("ana", 50), member("ben", 50)))`."""

    roles: ClassVar[frozenset[InterestType]] = frozenset(InterestType) - OF_ARRANGEMENTS


def joint_arrangement(name: str = "Joint shareholding") -> Entity:
    """Describe the arrangement in which several hold together."""
    return Entity(type=EntityType.ARRANGEMENT, name=name)


def is_joint(body: Entity) -> bool:
    """Whether a body only says that several hold something together.

    A partnership is one of its own, and says so; whatever has an official number is one too.
    """
    numbered = any(each.scheme and each.id for each in body.identifiers)
    said = body.subtype is not None or bool(body.type_details)
    return body.type is EntityType.ARRANGEMENT and not (said or numbered)


def member(
    party: str,
    share: Share | int | str | None = None,
    since: date | None = None,
    *,
    beneficial: bool = True,
) -> Part:
    """Give the part of one who holds with others, in percent of the whole that they hold together.

    Unlike the links of a chain this may be beneficial ownership itself: the standard has no relationship of its own
    between a member and the company. Say `beneficial=False` of a body, and of whoever has an `IndirectHolding`.
    """
    if share is None:
        return Part(party, (Stake(InterestType.SHAREHOLDING, None, since, beneficial=beneficial),))
    return Part(party, (shares(share, since, beneficial=beneficial),))
