"""Parties and links as FollowTheMoney has them, judged by its own library in an environment of its own."""

import io
import json
import subprocess
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bods.codelists import (
    DirectOrIndirect,
    EntityType,
    InterestType,
    NameType,
    PepStatus,
    PersonType,
    RecordStatus,
    UnspecifiedReason,
)
from bods.exports.followthemoney import write
from bods.money.countries import KNOWN
from bods.parts import Address, Country, Identifier, Jurisdiction, Unspecified
from bods.reading import read_statements
from bods.records import Entity, Interest, Name, PepDetail, Person, PoliticalExposure, Share
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.standard import ROOT, good_examples, official_examples, official_valid
from tests.bods.stories import ALFA, ANA, BEN, owns, shares, statement

JUDGE = ROOT / ".venv" / "judges" / "bin" / "python"
SCRIPT = Path(__file__).parent / "judge_followthemoney.py"
Told = dict[str, Any]


def written(statements: Iterable[Statement]) -> bytes:
    out = io.BytesIO()
    write(map(as_bytes, statements), out)
    return out.getvalue()


def told(*statements: Statement) -> list[Told]:
    return [json.loads(line) for line in written(statements).splitlines()]


def links(*statements: Statement) -> list[Told]:
    return [each for each in told(*statements) if "status" in each["properties"]]


def one_link(interest: Interest | None, subject: Entity = ALFA) -> Told:
    link = owns("ana", "alfa", *([interest] if interest else []))
    (made,) = links(statement("alfa", subject), statement("ana", ANA), statement("link", link))
    return made


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not JUDGE.exists():
        pytest.skip(
            "NO JUDGE: what we write for FollowTheMoney was not judged by it. Get it: make .venv/judges"
        )
    return tmp_path_factory.mktemp("judged")


def judged(folder: Path, *texts: bytes) -> dict[str, list[str]]:
    files = [folder / f"{place}.ftm.json" for place in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_bytes(text)
    answer = subprocess.run([JUDGE, SCRIPT, *files], capture_output=True, check=True)
    said: dict[str, list[str]] = json.loads(answer.stdout)
    return said


def test_the_library_finds_nothing_amiss_in_any_good_example(judge: Path) -> None:
    files = [*good_examples(), *official_valid(), *official_examples()]

    texts = [written(read_statements(path)) for path in files]

    assert sum(text.count(b"\n") for text in texts) > 50
    assert judged(judge, *texts)["complaints"] == []


def test_the_library_finds_nothing_amiss_in_odd_texts(judge: Path) -> None:
    odd = [
        "",
        " ",
        '""',
        "'\"'",
        "\u200b",
        "\ufeff",
        ";",
        "\x00\x1f",
        "é\u0301",
        "<BR>",
        "ESQ,",
        "x" * 70_000,
        "zz",
    ]
    story: list[Statement] = []
    for place, text in enumerate(odd):
        number = Identifier(id=text, scheme="KE-RCO", uri=text)
        where = Address(address=text, post_code=text, country=Country(text, "zz"))
        body = Entity(
            name=text, alternate_names=(text,), identifiers=(number, replace(number, scheme="XI-LEI")),
            jurisdiction=Jurisdiction(text, "ke-17"), addresses=(where,), uri=f"http://{text}", type_details=text,
        )  # fmt: skip
        human = Person(
            names=(Name(text, given_name=text),), identifiers=(number,), birth_date=text, addresses=(where,)
        )
        link = owns(f"p{place}", f"e{place}", shares(5, details=text))
        story += [
            statement(f"e{place}", body),
            statement(f"p{place}", human),
            statement(f"l{place}" + text[:20], link),
            statement(
                f"n{place}", replace(link, interested_party=Unspecified(UnspecifiedReason.UNKNOWN, text))
            ),
        ]

    assert judged(judge, written(story))["complaints"] == []


def test_our_list_of_countries_is_the_librarys(judge: Path) -> None:
    assert judged(judge, b"")["countries"] == sorted(KNOWN)


def test_the_judge_is_awake(judge: Path) -> None:
    bad = {
        "id": "x",
        "schema": "Person",
        "properties": {"name": ["A"], "nationality": ["kenia-land"], "wings": ["2"]},
    }

    assert len(judged(judge, json.dumps(bad).encode())["complaints"]) >= 2


def test_records_with_one_identifier_are_one_party_and_like_names_are_not() -> None:
    number = Identifier("PVT-1", "KE-RCO")
    here, there = (
        replace(ALFA, identifiers=(number,)),
        Entity(name="ALFA WORKS", identifiers=(Identifier("pvt -1", "KE-RCO"), Identifier("P0", "KE-KRA"))),
    )
    third = Entity(name="Alfa W.", identifiers=(Identifier("P0", "KE-KRA"),))
    own = Identifier("8f", scheme_name="REGISTER-PERSON")

    made = told(
        statement("a", here),
        statement("b", there),
        statement("c", third),
        statement("d", ALFA),
        statement("p", replace(ANA, identifiers=(own,))),
        statement("q", replace(ANA, identifiers=(own,))),
        statement("r", ANA),
        statement("e", replace(ALFA, identifiers=(own,))),
    )

    assert [each["recordIds"] for each in made] == [["a", "b", "c"], ["d"], ["p", "q"], ["r"], ["e"]]
    assert made[0]["properties"]["name"] == ["Alfa Works Ltd", "ALFA WORKS", "Alfa W."]
    assert made[0]["properties"]["registrationNumber"] == ["PVT-1", "pvt -1", "P0"]


def test_the_id_of_a_party_stays_when_another_record_joins_it() -> None:
    here = replace(ALFA, identifiers=(Identifier("PVT-1", "KE-RCO"),))

    alone, joined = told(statement("a", here)), told(statement("a", here), statement("b", here))

    assert [each["id"] for each in alone] == [each["id"] for each in joined]


def test_a_share_is_an_ownership_with_its_figures_and_days() -> None:
    held = shares(1, share=Share.between("25", 50, minimum_excluded=True), end_date=date(2024, 6, 1))

    made = one_link(held)

    properties = made["properties"]
    assert made["schema"] == "Ownership"
    assert (properties["percentage"], properties["role"]) == (["25-50"], ["Shares"])
    assert (properties["startDate"], properties["endDate"]) == (["2020-01-01"], ["2024-06-01"])
    assert "more than 25 and at most 50 percent" in properties["summary"]
    assert "Beneficial ownership or control." in properties["summary"]
    assert (properties["recordId"], made["statementIds"]) == (
        ["link"],
        [statement("link", owns("ana", "alfa")).statement_id],
    )


@pytest.mark.parametrize(
    ("kind", "subject", "schema"),
    [
        (InterestType.SHAREHOLDING, EntityType.ARRANGEMENT, "Ownership"),
        (InterestType.VOTING_RIGHTS, EntityType.REGISTERED_ENTITY, "UnknownLink"),
        (InterestType.BOARD_CHAIR, EntityType.REGISTERED_ENTITY, "Directorship"),
        (InterestType.BOARD_CHAIR, EntityType.ARRANGEMENT, "UnknownLink"),
        (InterestType.SENIOR_MANAGING_OFFICIAL, EntityType.STATE_BODY, "Directorship"),
        (InterestType.SETTLOR, EntityType.ARRANGEMENT, "UnknownLink"),
        (InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT, EntityType.LEGAL_ENTITY, "UnknownLink"),
        (InterestType.NOMINEE, EntityType.ARRANGEMENT, "Representation"),
        (InterestType.NOMINATOR, EntityType.ARRANGEMENT, "Representation"),
        (None, EntityType.REGISTERED_ENTITY, "UnknownLink"),
    ],
)
def test_each_interest_is_the_link_that_it_is(
    kind: InterestType | None, subject: EntityType, schema: str
) -> None:
    made = one_link(Interest(type=kind), Entity(type=subject, name="Alfa"))

    assert made["schema"] == schema
    assert made["properties"]["role"] == [(kind or InterestType.UNKNOWN_INTEREST).label]


def test_the_nominee_acts_for_the_nominator() -> None:
    agreement = Entity(type=EntityType.ARRANGEMENT, name="Agreement")
    made = told(
        statement("n", agreement),
        statement("ana", ANA),
        statement("ben", BEN),
        statement("1", owns("ana", "n", Interest(type=InterestType.NOMINEE))),
        statement("2", owns("ben", "n", Interest(type=InterestType.NOMINATOR))),
    )
    ids = {each["recordIds"][0]: each["id"] for each in made}
    acts = {(*each["properties"]["agent"], *each["properties"]["client"]) for each in made[3:]}

    assert acts == {(ids["ana"], ids["n"]), (ids["n"], ids["ben"])}


def test_a_relationship_without_interests_is_still_a_link() -> None:
    assert one_link(None)["properties"]["role"] == ["Interest of unknown kind"]


def test_a_chain_is_told_with_the_warning_not_to_add_it_up() -> None:
    held = shares(10, direct_or_indirect=DirectOrIndirect.INDIRECT)
    part, whole = links(
        statement("alfa", ALFA),
        statement("ana", ANA),
        statement("part", owns("ana", "alfa", held, is_component=True)),
        statement("whole", owns("ana", "alfa", held, components=("part",))),
    )

    assert any("Do not add" in line for line in part["properties"]["summary"])
    assert any("Do not add" in line for line in whole["properties"]["summary"])


def test_a_closed_record_has_an_end() -> None:
    story = statement("alfa", ALFA), statement("ana", ANA)
    closed = statement("link", owns("ana", "alfa", shares(10)), "2025-02-03", status=RecordStatus.CLOSED)

    (made,) = links(*story, closed)

    assert (made["properties"]["status"], made["properties"]["endDate"]) == (["closed"], ["2025-02-03"])
    assert "Closed by a statement of that day; no other end was given." in made["properties"]["summary"]


def test_an_owner_who_is_not_named_is_a_note_and_one_who_is_withheld_has_no_invented_name() -> None:
    nobody = Unspecified(UnspecifiedReason.SUBJECT_EXEMPT_FROM_DISCLOSURE, "Listed abroad")
    hidden = Person(type=PersonType.ANONYMOUS_PERSON, unspecified=Unspecified(UnspecifiedReason.UNKNOWN))

    alfa, person, link = told(
        statement("alfa", ALFA),
        statement("hidden", hidden),
        statement("none", replace(owns("x", "alfa"), interested_party=nobody)),
        statement("link", owns("hidden", "alfa", shares(10))),
    )

    assert alfa["properties"]["notes"] == [
        "Its owner is not named: The company need not declare its owners. Listed abroad"
    ]
    assert person["properties"]["name"] == ["Unnamed, record hidden"]
    assert PersonType.ANONYMOUS_PERSON.label in person["properties"]["notes"]
    assert link["properties"]["owner"] == [person["id"]]


def test_a_person_is_told_with_names_countries_and_exposure() -> None:
    ana = Person(
        names=(
            Name("Ana Example", NameType.LEGAL, family_name="Example", given_name="Ana"),
            Name("Ana Before", NameType.FORMER),
            Name("A. Example", NameType.ALTERNATIVE),
        ),
        nationalities=(Country("Kenya", "KE"), Country("Nowhere", "QQ")),
        birth_date="1980-03",
        identifiers=(Identifier("1", "KEN-PASSPORT"), Identifier("2", scheme_name="REGISTER-PERSON")),
        addresses=(Address(address="1 Road", post_code="90300", country=Country("Kenya", "KE")),),
        political_exposure=PoliticalExposure(PepStatus.IS_PEP, (PepDetail(reason="Member of an assembly"),)),
    )

    (made,) = told(statement("ana", ana))

    assert made["schema"] == "Person"
    assert made["properties"] == {
        "name": ["Ana Example"], "previousName": ["Ana Before"], "alias": ["A. Example"],
        "firstName": ["Ana"], "lastName": ["Example"], "nationality": ["ke"], "birthDate": ["1980-03"],
        "passportNumber": ["1"], "idNumber": ["2"], "address": ["1 Road, 90300, Kenya"], "country": ["ke"],
        "topics": ["role.pep"], "notes": ["Member of an assembly"], "modifiedAt": ["2024-01-01"],
    }  # fmt: skip


def test_a_small_figure_is_written_out() -> None:
    made = one_link(shares(1, share=Share.exactly(Decimal("0.0000001"))))

    assert made["properties"]["percentage"] == ["0.0000001"]
