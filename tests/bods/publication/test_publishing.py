"""A publication is whole or not there, and what it says of itself is so."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

import pytest

from bods.codelists import InterestType, NameType, RecordStatus, UnspecifiedReason
from bods.exceptions import MissingExtraError
from bods.exports import Format, formats
from bods.parts import Address, Country, Identifier, Source, Unspecified
from bods.publication import (
    DATA,
    GUIDE,
    SUMS,
    About,
    FolderTakenError,
    Licence,
    Origin,
    Publication,
    Publisher,
    Rules,
    publication_in,
    publish,
)
from bods.records import Entity, Interest, Name, Person
from bods.statements import Statement
from bods.writing import as_bytes
from tests.bods.standard import ROOT
from tests.bods.stories import ALFA, ANA, BEN, owns, shares, statement

AT = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
ABOUT = About(
    name="example-register",
    title="Register of an example county",
    description="Who owns the companies of an example county.",
    homepage="https://register.example/data",
    version="up to record 7",
    publisher=Publisher("Example County", "https://register.example/", "data@register.example"),
    licence=Licence(
        "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"
    ),
    origins=(Origin("Declarations of companies", "https://register.example/"),),
    rules=Rules(
        who_declares="Every company that bids declares its owners.",
        owner_threshold=Decimal("12.5"),
        when_published="A declaration is published when it is accepted.",
        deadlines=("Changes are declared within 9 days.",),
        dates="No date is rounded.",
        corrections="A correction is a new statement.",
        redactions="What is redacted says so.",
        never_published=("Numbers of identity cards.",),
        why_left_out="People must be safe.",
        person_scheme_name="EXAMPLE-PERSON",
        how_to_check="Ask the log.",
    ),
)
STORY = (
    statement(
        "alfa", replace(ALFA, identifiers=(Identifier("00123", "KE-RCO"),), founding_date=date(2020, 1, 2))
    ),
    statement("ana", replace(ANA, identifiers=(Identifier("007", scheme_name="EXAMPLE-PERSON"),))),
    statement("ben", BEN, "2023-05-06"),
    statement("ana-alfa", owns("ana", "alfa", shares("33.3"), Interest(type=InterestType.BOARD_CHAIR))),
    statement("none", replace(owns("x", "alfa"), interested_party=Unspecified(UnspecifiedReason.UNKNOWN))),
    replace(
        statement("ana-alfa", owns("ana", "alfa", shares("33.3")), "2024-07-01", status=RecordStatus.CLOSED),
        extra={"colour|`<b>": "green"},
    ),
)


def texts() -> Iterator[bytes]:
    return map(as_bytes, STORY)


def published(folder: Path, statements: Iterable[Statement] = STORY, **more: Any) -> Publication:
    kept = [as_bytes(each) for each in statements]
    return publish(lambda: iter(kept), folder, ABOUT, at=AT, **more)


def package_in(folder: Path) -> dict[str, Any]:
    package: dict[str, Any] = json.loads((folder / DATA).read_text())
    return package


def test_every_form_is_there_with_its_size_and_its_checksum(tmp_path: Path) -> None:
    made = published(tmp_path / "out" / "7")

    assert [each.code for each in made.files] == [each.code for each in formats()]
    for each in made.files:
        content = (made.folder / each.name).read_bytes()
        assert (each.octets, each.sha256) == (len(content), sha256(content).hexdigest())
    there = {path.name for path in made.folder.iterdir()}
    assert there == {*(each.name for each in made.files), DATA, SUMS, GUIDE}
    assert (
        subprocess.run(
            ["sha256sum", "--check", "--strict", SUMS], cwd=made.folder, capture_output=True
        ).returncode
        == 0
    )
    assert len((made.folder / SUMS).read_text().splitlines()) == len(there) - 1


def test_what_was_made_can_be_read_again(tmp_path: Path) -> None:
    made = published(tmp_path / "7")

    assert publication_in(tmp_path / "7") == made
    assert (made.statements, made.version, made.made_at) == (6, "up to record 7", AT)


def test_the_description_is_a_data_package(tmp_path: Path) -> None:
    package = package_in(published(tmp_path / "7").folder)

    assert package["profile"] == "data-package"
    assert package["name"] == "example-register"
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": ABOUT.licence.url, "title": "Creative Commons Attribution 4.0"}
    ]
    assert package["sources"] == [{"title": "Declarations of companies", "path": "https://register.example/"}]
    assert datetime.fromisoformat(package["created"]) == AT
    names = [each["name"] for each in package["resources"]]
    assert len(set(names)) == len(names)
    for each in package["resources"]:
        assert each["name"] == each["name"].lower()
        assert each["hash"].startswith("sha256:")
        assert (tmp_path / "7" / each["path"]).stat().st_size == each["bytes"]
        assert ("encoding" in each) == (
            not each["mediatype"].endswith(("zip", "sheet", "parquet", "sqlite3"))
        )


def test_each_form_says_in_guide_and_description_what_it_leaves_out(tmp_path: Path) -> None:
    made = published(tmp_path / "7")

    told = {each["format"]: each.get("leavesOut") for each in package_in(made.folder)["resources"]}
    guide = (made.folder / GUIDE).read_text()
    assert told == {each.code: each.leaves_out for each in formats()}
    assert all(each.leaves_out in guide for each in formats() if each.leaves_out)


def test_the_guide_counts_what_is_used_and_says_what_it_means(tmp_path: Path) -> None:
    guide = (published(tmp_path / "7").folder / GUIDE).read_text()

    for line in (
        "| `recordDetails/interests/type` | Interests: Type of Interest | 2 |",
        "| `shareholding` | Shares | 2 |",
        "| `boardChair` | Chair of the board | 1 |",
        "| `closed` | Closed | 1 |",
        "| entity | `KE-RCO` | 1 |",
        "| person | EXAMPLE-PERSON (a name without a scheme's code) | 1 |",
        "- colour\\|\\`\\<b\\>: 1 statements",
    ):
        assert line in guide.splitlines()
    assert "`votingRights`" not in guide
    assert "6 statements: 1 about a record of type entity, 2 about a record of type person, 3" in guide
    assert "from 2023-05-06 to 2024-07-01" in guide


def test_the_guide_gives_the_publishers_rules_as_they_are(tmp_path: Path) -> None:
    guide = (published(tmp_path / "7").folder / GUIDE).read_text()

    law = ABOUT.rules
    for said in (
        law.who_declares,
        law.when_published,
        law.dates,
        law.corrections,
        law.redactions,
        law.why_left_out,
    ):
        assert said in guide
    assert "12.5 percent" in guide
    assert all(f"- {each}" in guide for each in (*law.deadlines, *law.never_published))
    assert "EXAMPLE-PERSON" in guide
    assert "data@register.example" in guide


def test_nothing_published_is_a_publication_too(tmp_path: Path) -> None:
    made = published(tmp_path / "0", ())

    assert made.statements == 0
    assert "0 statements." in (made.folder / GUIDE).read_text()


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "7").mkdir()

    with pytest.raises(FolderTakenError):
        published(tmp_path / "7")

    assert list((tmp_path / "7").iterdir()) == []


def broken(_texts: Iterable[bytes], out: BinaryIO) -> None:
    out.write(b"half")
    raise FileNotFoundError


def without_its_library(_texts: Iterable[bytes], _out: BinaryIO) -> None:
    raise MissingExtraError("lib")


def form(write: Any) -> Format:
    return Format("odd", "Odd", "text/plain", ".odd", write, None)


def test_a_publication_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        published(tmp_path / "7", forms=[form(broken)])

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_publication_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / ".unfinished-abc"
    left.mkdir()
    (left / "half").write_bytes(b"half")

    published(tmp_path / "7", forms=formats()[:1])

    assert [path.name for path in tmp_path.iterdir()] == ["7"]


KILLED = """
import os, signal, sys
from pathlib import Path
from bods.publication import publish
from tests.bods.publication.test_publishing import ABOUT, AT, texts

settle, left = os.fsync, [int(sys.argv[1])]

def killed_at_last(handle):
    settle(handle)
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)

os.fsync = killed_at_last
publish(texts, Path(sys.argv[2]), ABOUT, at=AT)
"""
#: Each file is settled on disk, then the folder, and last, when it has its name, the folder above.
SETTLINGS = len(formats()) + 5


@pytest.mark.parametrize(
    "settling",
    range(1, SETTLINGS + 1) if os.environ.get("BARS") == "full" else [1, 7, SETTLINGS - 1, SETTLINGS],
)
def test_a_publication_that_is_killed_is_whole_or_not_there(tmp_path: Path, settling: int) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(settling), str(tmp_path / "7")],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL
    assert (tmp_path / "7").exists() == (settling == SETTLINGS)
    published(tmp_path / "8")
    for folder in tmp_path.iterdir():
        assert subprocess.run(["sha256sum", "--check", SUMS], cwd=folder, capture_output=True).returncode == 0
    assert {folder.name for folder in tmp_path.iterdir()} - {"7"} == {"8"}


def test_a_form_whose_library_is_not_there_is_passed_over(tmp_path: Path) -> None:
    made = published(tmp_path / "7", forms=[form(without_its_library), *formats()[:1]])

    assert [each.code for each in made.files] == [formats()[0].code]
    assert not list(made.folder.glob("*.odd"))


def test_all_that_a_statement_may_hold_is_counted(tmp_path: Path) -> None:
    where = Address(address="Road", country=Country("Kenya", "KE"))
    person = Person(names=(Name("A", NameType.BIRTH), Name("B", NameType.BIRTH)), addresses=(where, where))
    source = Source(description="Letter")

    guide = (
        published(
            tmp_path / "7", [replace(statement("p", person), source=source), statement("e", Entity(name="E"))]
        ).folder
        / GUIDE
    ).read_text()

    assert "| `birth` | Name at birth | 2 |" in guide
    assert "| `recordDetails/addresses/country/code` | Addresses: Country: Country Code | 1 |" in guide
    assert "| `source/description` | Source: Description | 1 |" in guide
