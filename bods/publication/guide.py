"""The guide to the use of the data: made anew with each publication, from its files, its rules and what it uses.

Source: BODS 0.4, guidance: publishers should say how they publish, in a guide that goes with the data.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bods.publication.about import About
from bods.publication.files import SUMS, PublishedFile
from bods.publication.rules_said import reading, rules
from bods.publication.used import CODELISTS, Used, title_of
from bods.tables.fields import Known, statement_fields


def guide(about: About, files: Sequence[PublishedFile], used: Used, at: datetime) -> str:
    """Give the text of `GUIDE.md`, in Markdown."""
    parts = (
        _beginning(about, used, at),
        _files(files),
        _licence(about, at),
        rules(about),
        reading(about),
        _fields(used),
        _codes(used),
        _schemes(used),
        _checking(about),
    )
    return "\n".join(line for part in parts for line in part)


def _beginning(about: About, used: Used, at: datetime) -> Iterator[str]:
    kinds = ", ".join(
        f"{count:,} about a record of type {_plain(kind)}" for kind, count in sorted(used.statements.items())
    )
    total = sum(used.statements.values())
    yield from (f"# {about.title}: a guide to the data", "", about.description, "")
    yield f"Made on {at.date().isoformat()}, {about.version}. {total:,} statements{': ' + kinds if kinds else ''}."
    if used.first_day:
        yield f"They speak of days from {used.first_day} to {used.last_day}."
    yield from (
        "",
        (
            "The data follows the [Beneficial Ownership Data Standard](https://standard.openownership.org/en/0.4.0/) (BODS), "
            "version 0.4."
        ),
        "",
    )


def _files(files: Iterable[PublishedFile]) -> Iterator[str]:
    yield from (
        "## Files and their limits",
        "",
        "| File | Form | Bytes | What it leaves out |",
        "| --- | --- | ---: | --- |",
    )
    for each in files:
        yield f"| {each.name} | {each.title} | {each.octets:,} | {each.leaves_out or 'Nothing'} |"
    yield ""


def _licence(about: About, at: datetime) -> Iterator[str]:
    publisher = about.publisher
    yield from (
        "## Licence and source",
        "",
        (
            f"[{about.licence.title}]({about.licence.url}). Name the source as: {publisher.name}, {publisher.url}, "
            f"{at.date().isoformat()}."
        ),
        *(("", f"Questions and faults found: {publisher.contact}.") if publisher.contact else ()),
        "",
    )


def _fields(used: Used) -> Iterator[str]:
    yield from (
        "## Fields that are used",
        "",
        "Names are parted by slashes; a place in a list is left out. The figure counts statements that have the field.",
        "",
        "| Field | What it is | Statements |",
        "| --- | --- | ---: |",
    )
    for path in _paths(statement_fields(), ""):
        if count := used.fields[path]:
            yield f"| `{path}` | {_plain(title_of(path))} | {count:,} |"
    yield ""
    if used.beyond:
        yield from ("Fields that are not of the standard:", "")
        yield from (f"- {_plain(path)}: {count:,} statements" for path, count in sorted(used.beyond.items()))
        yield ""


def _paths(known: Known, path: str) -> Iterator[str]:
    """Give the paths of all fields in the order of the standard's schema."""
    if path:
        yield path
    inside = known.item.fields if known.item else known.fields
    for name, each in inside.items():
        yield from _paths(each, f"{path}/{name}" if path else name)


def _codes(used: Used) -> Iterator[str]:
    yield from ("## Codes that are used", "")
    for path, codes in CODELISTS.items():
        found = [(code, used.codes[path, code]) for code in codes if used.codes[path, code]]
        if not found:
            continue
        yield from (f"### `{path}`", "", "| Code | What it means | Times |", "| --- | --- | ---: |")
        yield from (f"| `{code}` | {code.label} | {count:,} |" for code, count in found)
        yield ""


def _schemes(used: Used) -> Iterator[str]:
    if not used.schemes:
        return
    yield from ("## Identifiers that are used", "", "| Of | Scheme | Times |", "| --- | --- | ---: |")
    for (kind, scheme, is_code), count in sorted(used.schemes.items()):
        name = f"`{_plain(scheme)}`" if is_code else f"{_plain(scheme)} (a name without a scheme's code)"
        yield f"| {_plain(kind)} | {name} | {count:,} |"
    yield from ("", "Codes of schemes for companies are those of org-id.guide.", "")


def _checking(about: About) -> Iterator[str]:
    yield from (
        "## Checking the files",
        "",
        (
            f"Run `sha256sum --check {SUMS}` in the folder of the files. Each text in the JSON and JSON Lines files is, byte for "
            "byte, the statement as it was published."
        ),
        *(("", about.rules.how_to_check) if about.rules.how_to_check else ()),
        "",
    )


def _plain(text: str) -> str:
    """Write a text that came with the data so that it stays within its cell and its line."""
    return "".join(f"\\{letter}" if letter in "|`<>[]*_\\" else letter for letter in " ".join(text.split()))
