"""All statements of a file are of one version of the standard.

Why: the same field means different things in different versions.
Source: BODS 0.4, `bodsVersion`: all statements of a dataset are of the same version. The official checker does not ask it
of files of 0.4. A statement that names no version is not counted.
"""

from bods.checks.check import NOTHING, FileCheck, Found, Problem, Severity
from bods.facts import Versions

_NAMED = 5
_WRITTEN = 12


def find(versions: Versions) -> Found:
    if len(versions.counts) <= 1:
        return NOTHING
    most = sorted(versions.counts.items(), key=lambda version: -version[1])
    named = [f"{version[:_WRITTEN]} ({count} of them)" for version, count in most[:_NAMED]]
    if len(most) > _NAMED:
        named.append("others")
    return [
        Problem(
            "/publicationDetails/bodsVersion",
            f"The statements are of different versions: {', '.join(named)}.",
        )
    ]


CHECK = FileCheck(
    severity=Severity.BREAKS,
    remedy="Bring all statements to version 0.4, or publish those of other versions in a file of their own.",
    find=find,
)
