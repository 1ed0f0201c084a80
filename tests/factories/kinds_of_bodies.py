"""Stories of owners who hold through something: chains, trusts, agreements, the state; and of companies of every kind."""

from collections.abc import Callable

from tests.factories.kinds_told import UNKNOWN_DAY, begun, body, names, signed
from tests.factories.telling import Telling


def chain(supplier: Telling) -> str:
    """Ana holds through two companies in two branches, one of them foreign."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="everyone")
    kaiti = body(supplier, "Kaiti Holdings Ltd")
    mto = body(
        supplier,
        "Mto Capital SA",
        f"new.{kaiti}",
        country="France",
        register="elsewhere",
        number="552 100 554",
    )
    nzaui = body(supplier, "Nzaui Supplies Ltd", number="PVT-NZAUI1")
    supplier.passes("companies", then="all")
    supplier.holds(kaiti, share="50")
    supplier.holds(nzaui, share="50")
    supplier.holds(mto, kaiti, share="80")
    supplier.holds(ana, mto, share="100")
    supplier.holds(ana, nzaui, share="60")
    return signed(supplier, ana)


def trust(supplier: Telling) -> str:
    """A family trust with a settlor, a company as trustee, a protector, and a class of beneficiaries."""
    begun(supplier)
    ana, juma = names(supplier, "Ana Mwikali"), names(supplier, "Juma Kioko")
    supplier.passes("people", then="everyone")
    bank = body(supplier, "Kilungu Trustees Ltd")
    trust = body(
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
    return signed(supplier, ana)


def nominee(supplier: Telling) -> str:
    """Juma is in the books for Ana."""
    begun(supplier)
    ana, juma = names(supplier, "Ana Mwikali"), names(supplier, "Juma Kioko")
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
    return signed(supplier, juma)


def joint(supplier: Telling) -> str:
    """Ana and Juma, a married couple, hold the same shares together."""
    begun(supplier)
    ana, juma = names(supplier, "Ana Mwikali"), names(supplier, "Juma Kioko")
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
    other = names(supplier, "Rose Mutheu")
    supplier.passes(f"holdings/{other}", bodies=["subject"])
    supplier.holds(other, share="85")
    return signed(supplier, other)


def state(supplier: Telling) -> str:
    """A state corporation holds it, and belongs to the Republic of Kenya."""
    begun(supplier)
    supplier.passes("people", then="everyone")
    works = body(
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
    return signed(supplier)


def listed(supplier: Telling) -> str:
    """A listed company holds most of it, Ana the rest."""
    begun(supplier)
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="everyone")
    market = body(
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
    return signed(supplier, ana)


def of_kind(kind: str) -> Callable[[Telling], str]:
    """Ana and Juma hold half each of a company of this kind."""

    def told(supplier: Telling) -> str:
        begun(supplier, kind=kind)
        ana, juma = names(supplier, "Ana Mwikali"), names(supplier, "Juma Kioko")
        supplier.passes("people", then="directly")
        supplier.holds(ana, share="50")
        supplier.holds(juma, share="50")
        return signed(supplier, ana)

    return told


def sole_trader(supplier: Telling) -> str:
    """Ana trades under a registered business name."""
    begun(supplier, kind="sole_trader")
    ana = names(supplier, "Ana Mwikali")
    supplier.passes("people", then="directly")
    supplier.holds(ana, share="100")
    return signed(supplier)
