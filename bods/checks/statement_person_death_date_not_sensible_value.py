"""A person dies after birth, within 120 years of it, not before 1800 and not in the future.

Why: mostly it is a slip of the keyboard; who is dead owns nothing.
Source: libcovebods 0.16, which reads a year, or a year and month, as its first day, and so faults a death in 1990 of who
was born in May of that year; here such a death is good. It also fails on a birth date that it cannot read.
"""

from datetime import date, timedelta

from bods.checks.check import NOTHING, About, Ask, FieldCheck, Found, Problem, Severity

_EARLIEST = "1800"
_YEARS = 120
_LONGEST = timedelta(days=43_830)
_DAY = len("2024-01-31")


def find(death: str, at: str, about: About) -> Found:
    if death > about.today:
        return [Problem(at, "The person's death is yet to come.")]
    if death < _EARLIEST:
        return [Problem(at, f"The person died before {_EARLIEST}.")]
    birth = about.details.get("birthDate")
    if birth is None:
        return NOTHING
    if death < birth[: len(death)]:
        return [Problem(at, "The person died before being born.")]
    if _is_too_long(birth, death):
        return [Problem(at, f"The person died more than {_YEARS} years after being born.")]
    return NOTHING


def _is_too_long(birth: str, death: str) -> bool:
    if int(death[:4]) - int(birth[:4]) > _YEARS + 1:
        return True
    return _first_day(death) - _first_day(birth) > _LONGEST


def _first_day(text: str) -> date:
    return date.fromisoformat(f"{text}-01-01"[:_DAY])


CHECK = FieldCheck(
    severity=Severity.GUIDANCE,
    remedy="Correct the date of death or of birth.",
    asks=(Ask("person", ("deathDate",)),),
    find=find,
)
