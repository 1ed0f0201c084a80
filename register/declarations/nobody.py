"""That nobody is named: why, in a code and in words, and what was done to find out."""

from dataclasses import dataclass

from bods.codelists import UnspecifiedReason


@dataclass(frozen=True, slots=True)
class NoOwner:
    """That nobody can be named as an owner of the company, of a body in its chain, or who a person is; and why.

    `description` is published with the reason. `steps_taken` says who was asked, when and how: it may name others, and
    stays with the officers.
    """

    reason: UnspecifiedReason
    description: str = ""
    steps_taken: str = ""


#: Reasons that must be preceded by a search.
SOUGHT = frozenset(
    {
        UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER,
        UnspecifiedReason.INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION,
    }
)


def not_sought(why: NoOwner) -> bool:
    """Whether nobody has said what was done to find out somebody who exists."""
    return why.reason in SOUGHT and not why.steps_taken.strip()
