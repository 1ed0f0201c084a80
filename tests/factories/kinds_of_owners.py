"""A story for every kind of owner and structure, told page by page up to the signature."""

import re
from collections.abc import Callable, Mapping

import orjson

from tests.factories.telling import Telling

UNKNOWN_DAY = {"since_unknown": "y"}


def _begun(supplier: Telling, **company: str) -> None:
    supplier.begin()
    supplier.about_the_company(**company)


def _signed(supplier: Telling, board: str | None = None) -> str:
    supplier.passes("leaders", board=[board] if board else [], then="all")
    return supplier.signs()


def _names(supplier: Telling, name: str, **answers: str | list[str]) -> str:
    """Name a person under a key of their own, the same in every run: statements are published in the order of keys."""
    return supplier.names(name, key=_key(name), **answers)


def _body(supplier: Telling, name: str, above: str = "new", **answers: str | list[str]) -> str:
    return supplier.names_body(name, above, key=_key(name), **answers)


def _key(name: str) -> str:
    """After all keys that are random: those are figures and letters up to f."""
    return f"z{''.join(name.lower().split())}"[:32]


def person(supplier: Telling) -> str:
    """Ana owns it alone, and leads it."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return _signed(supplier, ana)


def two_people(supplier: Telling) -> str:
    """Ana and Juma hold it, one of them through a range."""
    _begun(supplier)
    ana, juma = _names(supplier, "Ana Mwikali"), _names(supplier, "Juma Kioko", nationality="Uganda")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="60")
    supplier.holds(juma, kind="range", low="30", high="40")
    return _signed(supplier, juma)


def chain(supplier: Telling) -> str:
    """Ana holds through two companies in two branches, one of them foreign."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
    supplier.passes("people", then="everyone")
    kaiti = _body(supplier, "Kaiti Holdings Ltd")
    mto = _body(
        supplier,
        "Mto Capital SA",
        f"new.{kaiti}",
        country="France",
        register="elsewhere",
        number="552 100 554",
    )
    nzaui = _body(supplier, "Nzaui Supplies Ltd", number="PVT-NZAUI1")
    supplier.passes("companies", then="all")
    supplier.holds(kaiti, share="50")
    supplier.holds(nzaui, share="50")
    supplier.holds(mto, kaiti, share="80")
    supplier.holds(ana, mto, share="100")
    supplier.holds(ana, nzaui, share="60")
    return _signed(supplier, ana)


def trust(supplier: Telling) -> str:
    """A family trust with a settlor, a company as trustee, a protector, and a class of beneficiaries."""
    _begun(supplier)
    ana, juma = _names(supplier, "Ana Mwikali"), _names(supplier, "Juma Kioko")
    supplier.passes("people", then="everyone")
    bank = _body(supplier, "Kilungu Trustees Ltd")
    trust = _body(
        supplier, "Nzuki Family Trust", kind="trust", register="none", number="", local_kind="Family trust"
    )
    supplier.passes(
        f"companies/{trust}.behind",
        settlors=[ana],
        trustees=[bank],
        protectors=[juma],
        described="The grandchildren of Ana Mwikali",
    )
    supplier.passes(
        f"companies/{bank}.above",
        who="nobody",
        reason="subjectExemptFromDisclosure",
        description="It is supervised as a bank.",
    )
    supplier.passes("companies", then="all")
    supplier.holds(trust, share="100")
    return _signed(supplier, ana)


def nominee(supplier: Telling) -> str:
    """Juma is in the books for Ana."""
    _begun(supplier)
    ana, juma = _names(supplier, "Ana Mwikali"), _names(supplier, "Juma Kioko")
    supplier.passes("people", then="everyone")
    agreement = supplier.creates(
        "companies/new-nominee",
        key="zagreement",
        nominee=juma,
        nominators=[ana],
        held="subject",
        **UNKNOWN_DAY,
    )
    supplier.passes("companies", then="all")
    supplier.holds(agreement, share="70")
    supplier.passes(f"holdings/{ana}", bodies=["subject", agreement])
    supplier.holds(ana, share="30")
    return _signed(supplier, juma)


def joint(supplier: Telling) -> str:
    """Ana and Juma, a married couple, hold the same shares together."""
    _begun(supplier)
    ana, juma = _names(supplier, "Ana Mwikali"), _names(supplier, "Juma Kioko")
    supplier.passes("people", then="everyone")
    together = supplier.creates(
        "companies/new-joint",
        key="zjoint",
        together=[ana, juma],
        parts="equal",
        held="subject",
        **UNKNOWN_DAY,
    )
    supplier.passes("companies", then="all")
    supplier.holds(together, share="15")
    other = _names(supplier, "Rose Mutheu")
    supplier.passes(f"holdings/{other}", bodies=["subject"])
    supplier.holds(other, share="85")
    return _signed(supplier, other)


def state(supplier: Telling) -> str:
    """A state corporation holds it, and belongs to the Republic of Kenya."""
    _begun(supplier)
    supplier.passes("people", then="everyone")
    works = _body(
        supplier,
        "Makueni Water Works",
        kind="government",
        state_body="corporation",
        statute="Water Act 2016",
        register="none",
        number="",
    )
    supplier.passes("companies", then="all")
    supplier.holds(works, share="100")
    return _signed(supplier)


def listed(supplier: Telling) -> str:
    """A listed company holds most of it, Ana the rest."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
    supplier.passes("people", then="everyone")
    market = _body(
        supplier,
        "Ukambani Cement PLC",
        kind="listed",
        exchange="Nairobi Securities Exchange",
        ticker="UKC",
        isin="ke0000000307",
        market="XNAI",
    )
    supplier.passes("companies", then="all")
    supplier.holds(market, share="75")
    supplier.passes(f"holdings/{ana}", bodies=["subject"])
    supplier.holds(ana, share="25")
    return _signed(supplier, ana)


def _of_kind(kind: str) -> Callable[[Telling], str]:
    def told(supplier: Telling) -> str:
        _begun(supplier, kind=kind)
        ana, juma = _names(supplier, "Ana Mwikali"), _names(supplier, "Juma Kioko")
        supplier.passes("people", then="directly")
        supplier.holds(ana, share="50")
        supplier.holds(juma, share="50")
        return _signed(supplier, ana)

    return told


def sole_trader(supplier: Telling) -> str:
    """Ana trades under a registered business name."""
    _begun(supplier, kind="sole_trader")
    ana = _names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return _signed(supplier)


def no_owner(supplier: Telling) -> str:
    """Nobody reaches the threshold: the person who runs it is named."""
    _begun(supplier, kind="cooperative")
    supplier.passes("people", then="nobody")
    supplier.passes("nobody", reason="noBeneficialOwners")
    juma = _names(supplier, "Juma Kioko", place="leaders/new", role="senior_managing_official")
    supplier.passes("companies", then="all")
    supplier.passes("leaders", runs=[juma], then="all")
    return supplier.signs()


def unwilling(supplier: Telling) -> str:
    """Ana is named; another owner will not say who they are."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
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
    return _signed(supplier, ana)


def unknown(supplier: Telling) -> str:
    """Nobody could be found out."""
    _begun(supplier)
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
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
    supplier.passes(
        f"people/{ana}.risk", protection="y", reason="Threats since January, reported to the police."
    )
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return _signed(supplier)


def exposed(supplier: Telling) -> str:
    """Ana is married to a member of the county assembly; what is said of it stays with the registrar."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali", exposed="yes")
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
    return _signed(supplier, ana)


def claiming(supplier: Telling) -> str:
    """A company of women with a reservation, a joint venture and a subcontractor."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
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
    return _signed(supplier, ana)


def days_apart(supplier: Telling) -> str:
    """Ana holds shares, may appoint the board since later, and had a part of the profit until last year."""
    _begun(supplier)
    ana = _names(supplier, "Ana Mwikali")
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
    return _signed(supplier, ana)


STORIES: Mapping[str, Callable[[Telling], str]] = {
    "person": person,
    "two_people": two_people,
    "days_apart": days_apart,
    "chain": chain,
    "trust": trust,
    "nominee": nominee,
    "joint": joint,
    "state": state,
    "listed": listed,
    "partnership": _of_kind("partnership"),
    "limited_liability_partnership": _of_kind("limited_liability_partnership"),
    "sole_trader": sole_trader,
    "self_help_group": _of_kind("self_help_group"),
    "cooperative": _of_kind("cooperative"),
    "association": _of_kind("association"),
    "no_owner": no_owner,
    "unwilling": unwilling,
    "unknown": unknown,
    "protected": protected,
    "exposed": exposed,
    "claiming": claiming,
}


def with_plain_ids(texts: list[bytes]) -> list[dict[str, object]]:
    """Published statements with the ids and days that differ from run to run replaced, in their order."""
    text = b"\n".join(texts).decode()
    statements = [str(orjson.loads(each)["statementId"]) for each in texts]
    for place, found in enumerate(statements):
        text = text.replace(found, f"00000000-0000-4000-8000-{place:012}")
    for place, found in enumerate(dict.fromkeys(re.findall(r"um-[0-9a-f]{16}", text))):
        text = text.replace(found, f"um-{place:016}")
    for place, found in enumerate(dict.fromkeys(re.findall(r"(?<=-)[0-9a-f]{12}(?=[-\"])", text))):
        if not found.startswith("0000000"):
            text = text.replace(found, f"key{place}")
    plain = [orjson.loads(each) for each in text.split("\n")]
    day = "2026-03-02"
    for each in plain:
        each["statementDate"] = day
        each["declaration"] = f"UM-2026-{each['declaration'][-6:]}"
        each["publicationDetails"]["publicationDate"] = day
        for note in each.get("annotations", ()):
            note["creationDate"] = day
    return plain
