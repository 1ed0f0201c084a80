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
