"""Which findings wait for an answer: those of flags that tell a risk; the others help to read them."""

from functools import cache

from register.flags import registry
from register.flags.flag import Finding, Kind


@cache
def context_codes() -> frozenset[str]:
    """Give the codes of the flags that are for context alone."""
    return frozenset(flag.code for flag in registry() if flag.kind is Kind.CONTEXT)


def is_context(finding: Finding) -> bool:
    """Whether a finding only helps to read others: an officer may answer it, and need not."""
    return finding.code in context_codes()
