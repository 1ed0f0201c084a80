"""A declaration is compared with the registry's extract in words; a like name is enough to ask, never to accuse."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bods.records import Share
from register.declarations.draft import Post, PostRole
from register.elsewhere.extract_file import read_extracts
from register.elsewhere.extracts import CompanyStatus, Extract, Party, PartyRole, differences
from register.elsewhere.table import read_table
from tests.factories.declarations import draft, held, person

ON = date(2026, 3, 1)
EXTRACT = Extract(
    "KE-RCO",
    "PVT-ALFA01",
    "ALFA BUILDERS LIMITED",
    CompanyStatus.ACTIVE,
    ON,
    "CR12 number 7",
    (
        Party(PartyRole.DIRECTOR, "MWIKALI ANA"),
        Party(PartyRole.SHAREHOLDER, "ANA MWIKALI", Decimal(600)),
        Party(PartyRole.SHAREHOLDER, "BEN MUSYOKA", Decimal(400)),
    ),
)
TOLD = replace(
    draft(
        held("ana", 60), held("ben", 40), people=(person("ana", "Ana Mwikali"), person("ben", "Ben Musyoka"))
    ),
    posts=(Post("ana", PostRole.BOARD_MEMBER),),
)


def said(extract: Extract, told: object = TOLD) -> list[str]:
    return [each.message % each.facts for each in differences(extract, told)]  # type: ignore[arg-type]


def test_a_declaration_that_says_the_same_differs_in_nothing() -> None:
    assert said(EXTRACT) == []


def test_a_range_that_holds_the_registry_s_figure_says_the_same() -> None:
    ranged = replace(TOLD, holdings=(held("ana", Share(Decimal(50), Decimal(75))), held("ben", 40)))

    assert said(EXTRACT, ranged) == []


def test_each_difference_is_told_in_words() -> None:
    other = replace(
        EXTRACT,
        name="Gamma Traders Ltd",
        status=CompanyStatus.STRUCK_OFF,
        parties=(
            Party(PartyRole.DIRECTOR, "Otieno Baraka"),
            Party(PartyRole.SHAREHOLDER, "Ana Mwikali", Decimal(900)),
            Party(PartyRole.SHAREHOLDER, "Otieno Baraka", Decimal(100)),
        ),
    )

    assert said(other) == [
        "The registry says that the company is not active.",
        "The registry calls the company Gamma Traders Ltd.",
        "Ana Mwikali holds 90\u00a0% in the registry; the declaration says 60\u00a0%.",
        "Otieno Baraka is a shareholder in the registry (10\u00a0%) and is not declared.",
        "Ben Musyoka is declared as a shareholder and is not in the registry.",
        "Otieno Baraka is a director in the registry and is not declared as one.",
        "Ana Mwikali is declared as a director and is not one in the registry.",
    ]


def test_rows_of_one_number_and_day_make_one_extract() -> None:
    data = (
        b"number,name,status,extracted_on,role,party,shares,party_number\n"
        b"PVT-ALFA01,Alfa Builders Ltd,active,2026-03-01,director,Ana Mwikali,,\n"
        b'PVT-ALFA01,Alfa Builders Ltd,active,2026-03-01,shareholder,Ana Mwikali,"1,600",\n'
        b"PVT-BETA01,Beta Roads Ltd,gone,2026-03-01,shareholder,Ben,x,\n"
    )

    read = read_extracts(read_table(data), source="A list", scheme="KE-RCO", today=date(2026, 3, 9))

    assert [(each.number, len(each.parties)) for each in read.extracts] == [("PVT-ALFA01", 2)]
    assert read.extracts[0].shareholders[0].shares == Decimal(1600)
    assert [(each.row, each.column) for each in read.faults] == [(4, "status"), (4, "shares")]
