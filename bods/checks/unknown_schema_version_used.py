"""The file says that it is of a version of the standard that exists.

Why: the same field means different things in different versions.
Source: BODS 0.4, `bodsVersion`; libcovebods 0.16, which asks the first statement only. `mixed_versions` asks the others.
"""

from bods.checks.check import NOTHING, FileCheck, Found, Problem, Severity
from bods.facts import Versions

_KNOWN = frozenset({"0.2", "0.3", "0.4"})


def find(versions: Versions) -> Found:
    if versions.first is None or versions.first in _KNOWN:
        return NOTHING
    return [
        Problem("/publicationDetails/bodsVersion", "The first statement names a version that does not exist.")
    ]


CHECK = FileCheck(severity=Severity.BREAKS, remedy='Write "0.4" as bodsVersion.', find=find)
