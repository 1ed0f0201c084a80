"""Ana, Ben, Cleo and the companies around Alfa Works, to tell small stories of answers with."""

from bods.codelists import DirectOrIndirect, InterestType
from bods.network import Network
from bods.records import Jurisdiction, Relationship
from bods.structures import (
    Answer,
    Answers,
    Party,
    company,
    joint_arrangement,
    nomination,
    person,
    state,
    trust,
)

KENYA = Jurisdiction("Kenya", "KE")

CAST: dict[str, Party] = {
    "alfa": company("Alfa Works Ltd", KENYA),
    "beta": company("Beta Holdings Ltd", KENYA),
    "gamma": company("Gamma Holdings Ltd", KENYA),
    "ana": person("Ana Example"),
    "ben": person("Ben Example"),
    "cleo": person("Cleo Example"),
    "family": trust("Example Family Trust"),
    "deal": nomination("Example agreement"),
    "pair": joint_arrangement(),
    "republic": state("Republic of Examplia", Jurisdiction("Examplia")),
}


def about_alfa(*told: Answer, **others: Party) -> Answers:
    """Give answers about Alfa, with everybody of the cast whom they name."""
    text = repr(told)
    named = {key: party for key, party in {**CAST, **others}.items() if f"'{key}'" in text or key == "alfa"}
    return Answers("alfa", named, told)


def relationships(network: Network) -> dict[str, Relationship]:
    return {key: record for key, record in network.records.items() if isinstance(record, Relationship)}


def held(link: Relationship) -> list[tuple[InterestType | None, DirectOrIndirect | None, bool | None]]:
    """Give the kind of each interest, how it is held, and whether it makes a beneficial owner."""
    return [
        (each.type, each.direct_or_indirect, each.beneficial_ownership_or_control) for each in link.interests
    ]
