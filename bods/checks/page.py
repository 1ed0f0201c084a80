"""The page that lists every check, made from what the checks say of themselves."""

import inspect
import sys

from bods.checks import Check, Severity, checks

_INTRODUCTION = """\
# The checks

`bods validate` asks the official schema of BODS 0.4 and then these checks. Those with a long name in words joined by
`_` that the official checker (libcovebods) has too bear its identifier and give its verdict; where ours is different,
the check says why. This page is made by `bods checks` from the checks themselves.

What the schema faults has the identifier `schema_` and the schema's keyword; a line or a part of a file that is no JSON
is `unreadable`; a statement of BODS 0.1, 0.2 or 0.3 is `older_version`.
"""


def page() -> str:
    """Give the page as Markdown: the checks by severity, each with its rule, reason, source and remedy."""
    parts = [_INTRODUCTION]
    for severity in Severity:
        chosen = {code: check for code, check in checks().items() if check.severity is severity}
        parts.append(f"## {severity[0].upper()}{severity[1:]}\n")
        parts += [_section(code, check) for code, check in chosen.items()]
    return "\n".join(parts)


def _section(code: str, check: Check) -> str:
    words = inspect.getdoc(sys.modules[f"bods.checks.{code}"]) or ""
    return f"### {code}\n\n{words}\n\n*What to do:* {check.remedy}\n"
