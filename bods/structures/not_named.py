"""Nobody is named as owner, and why: there is none, none was found, none will say, or none need be told.

Only when nothing at all is known of who holds. Of a person who is known and protected, or of whom it is known that they
exist, there is a record: `anonymous_person`, `unknown_person`.
Source: BODS 0.4, representing beneficial owners; codelist unspecifiedReason.
"""

from dataclasses import dataclass
from datetime import date

from bods.codelists import InterestType, UnspecifiedReason
from bods.structures.holdings import Holding
from bods.structures.stakes import Stake


@dataclass(frozen=True, slots=True)
class NotNamed:
    """Why nobody is named above `held` (a key; None: the subject), in a code and perhaps in words.

    `stakes` is what the one who is not named holds, where that much is known; for most reasons there are none.
    """

    reason: UnspecifiedReason
    held: str | None = None
    description: str | None = None
    stakes: tuple[Stake, ...] = ()


def no_owner(description: str | None = None, held: str | None = None) -> NotNamed:
    """Say that there is no beneficial owner to declare."""
    return NotNamed(UnspecifiedReason.NO_BENEFICIAL_OWNERS, held, description)


def owner_not_found(description: str | None = None, held: str | None = None) -> NotNamed:
    """Say that the company could not find out, or not confirm, who its owner is."""
    return NotNamed(
        UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER, held, description
    )


def owner_will_not_say(description: str | None = None, held: str | None = None) -> NotNamed:
    """Say that the owner was asked and has not given the information."""
    return NotNamed(UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION, held, description)


def exempt(description: str | None = None, held: str | None = None) -> NotNamed:
    """Say that the company need not declare its owners, such as one that is listed on an exchange."""
    return NotNamed(UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE, held, description)


def owner_exempt(description: str | None = None, held: str | None = None) -> NotNamed:
    """Say that the owner need not be told of."""
    return NotNamed(UnspecifiedReason.INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE, held, description)


def senior_official(person: str, since: date | None = None, details: str | None = None) -> Holding:
    """Give who runs the subject day by day, which is told where there is no beneficial owner to declare."""
    return Holding(person, (Stake(InterestType.SENIOR_MANAGING_OFFICIAL, None, since, details=details),))
