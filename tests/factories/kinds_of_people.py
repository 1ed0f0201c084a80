"""Stories of people who own a company themselves, of those who cannot be named, and of what a company claims."""

from tests.factories.kinds_told import begun, names, signed
from tests.factories.telling import Telling


def person(supplier: Telling) -> str:
    """Ana owns it alone, and leads it; it tells the day on its certificate."""
    begun(supplier, founded__day="14", founded__month="2", founded__year="2011")
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return signed(supplier, ana)


def two_people(supplier: Telling) -> str:
    """Ana and Juma hold it, one of them through a range."""
    begun(supplier)
    ana, juma = names(supplier, "Ana Mwikali"), names(supplier, "Juma Kioko", nationality="Uganda")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="60")
    supplier.holds(juma, kind="range", low="30", high="40")
    return signed(supplier, juma)


def days_apart(supplier: Telling) -> str:
    """Ana holds shares, may appoint the board since later, and had a part of the profit until last year."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100", controls=["appointmentOfBoard", "rightsToProfitOrIncome"])
    supplier.passes(
        f"holdings/{ana}.subject.days",
        since_appointmentOfBoard__day="3",
        since_appointmentOfBoard__month="3",
        since_appointmentOfBoard__year="2024",
        until_rightsToProfitOrIncome__day="31",
        until_rightsToProfitOrIncome__month="12",
        until_rightsToProfitOrIncome__year="2025",
    )
    return signed(supplier, ana)


def no_owner(supplier: Telling) -> str:
    """Nobody reaches the threshold: the person who runs it is named."""
    begun(supplier, kind="cooperative")
    supplier.passes("people", then="nobody")
    supplier.passes("nobody", reason="noBeneficialOwners")
    juma = names(supplier, "Juma Kioko", place="leaders/new", role="senior_managing_official")
    supplier.passes("companies", then="all")
    supplier.passes("leaders", runs=[juma], then="all")
    return supplier.signs()


def unwilling(supplier: Telling) -> str:
    """Ana is named; another owner will not say who they are."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    hidden = supplier.creates(
        "people/new-unnamed",
        key="zunnamed",
        called="The second heir",
        reason="interestedPartyHasNotProvidedInformation",
        description="The heir was asked in writing and has not answered.",
        steps_taken="Letters of 3 January and 4 February 2026.",
    )
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="60")
    supplier.holds(hidden, share="40")
    return signed(supplier, ana)


def unknown(supplier: Telling) -> str:
    """Nobody could be found out."""
    begun(supplier)
    supplier.passes("people", then="nobody")
    supplier.passes(
        "nobody",
        reason="subjectUnableToConfirmOrIdentifyBeneficialOwner",
        description="The shares are held by agents abroad.",
        steps_taken="Two letters to the agents.",
    )
    supplier.passes("companies", then="all")
    supplier.passes("leaders", then="all", nobody_runs="The agents do not say who gives the orders.")
    return supplier.signs()


def protected(supplier: Telling) -> str:
    """Ana's life may be at risk: who she is is withheld."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    supplier.passes(
        f"people/{ana}.risk", protection="y", reason="Threats since January, reported to the police."
    )
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return signed(supplier)


def exposed(supplier: Telling) -> str:
    """Ana is married to a member of the county assembly; what is said of it stays with the registrar."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali", exposed="yes")
    supplier.passes(
        f"people/{ana}.office",
        tie="spouse",
        official="Peter Mwikali",
        office="Member of the county assembly",
        body="County Assembly",
        country="Kenya",
    )
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return signed(supplier, ana)


def claiming(supplier: Telling) -> str:
    """A company of women with a reservation, a joint venture and a subcontractor."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    supplier.passes("claims", groups=["women"], certificate="AGPO/1234", contractor="citizen", barred="no")
    supplier.passes("claims/members", women=[ana])
    venture = supplier.creates(
        "ventures/new", key="zventure", name="Roads together", tender="T/17/2026", share="60", leads="y"
    )
    supplier.creates(
        f"ventures/{venture}.new",
        key="zpartner",
        name="Mbooni Builders Ltd",
        country="Kenya",
        register="none",
        share="40",
    )
    hired = supplier.creates(
        "subcontractors/new",
        key="zhired",
        name="Kibwezi Sand Ltd",
        country="Kenya",
        register="none",
        tender="T/17/2026",
    )
    supplier.passes(f"subcontractors/{hired}.1", full_name="Rose Mutheu", nationality="Kenya", share="100")
    return signed(supplier, ana)
