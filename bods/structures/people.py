"""People: named, withheld or not known; and whether they are politically exposed.

Source: BODS 0.4, person record.
"""

from datetime import date

from bods.codelists import NameType, PepStatus, PersonType, UnspecifiedReason
from bods.parts import Country, Jurisdiction, Unspecified
from bods.records import Name, PepDetail, Person, PoliticalExposure


def person(
    full_name: str,
    *nationalities: Country,
    birth: str | None = None,
    exposure: PoliticalExposure | None = None,
) -> Person:
    """Describe a named person; `birth` is YYYY, YYYY-MM or YYYY-MM-DD, of which publicly the month is enough.

    `exposure` is left out where the law does not ask for it. All else that the standard knows of a person, set on the
    record itself.
    """
    return Person(
        names=(Name(full_name, NameType.LEGAL),),
        nationalities=nationalities,
        birth_date=birth,
        political_exposure=exposure,
    )


def anonymous_person(reason: UnspecifiedReason, description: str | None = None) -> Person:
    """Describe a person whose name is known and withheld, and say why."""
    return Person(type=PersonType.ANONYMOUS_PERSON, unspecified=Unspecified(reason, description))


def unknown_person(reason: UnspecifiedReason, description: str | None = None) -> Person:
    """Describe a person who exists and could not be identified, and say why."""
    return Person(type=PersonType.UNKNOWN_PERSON, unspecified=Unspecified(reason, description))


def exposed(
    reason: str | None = None,
    jurisdiction: Jurisdiction | None = None,
    since: date | None = None,
    until: date | None = None,
) -> PoliticalExposure:
    """Say that a person is politically exposed, by which office, where and when; without any of it, only that."""
    if (reason, jurisdiction, since, until) == (None, None, None, None):
        return PoliticalExposure(PepStatus.IS_PEP)
    detail = PepDetail(reason=reason, jurisdiction=jurisdiction, start_date=since, end_date=until)
    return PoliticalExposure(PepStatus.IS_PEP, (detail,))


def not_exposed() -> PoliticalExposure:
    """Say that a person was asked and is not politically exposed."""
    return PoliticalExposure(PepStatus.IS_NOT_PEP)


def exposure_unknown(why: str | None = None) -> PoliticalExposure:
    """Say that it should be known whether a person is politically exposed, and is not; `why` in words."""
    details = () if why is None else (PepDetail(missing_info_reason=why),)
    return PoliticalExposure(PepStatus.UNKNOWN, details)
