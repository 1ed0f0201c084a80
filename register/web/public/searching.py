"""Search: names of companies and people, official numbers and tender codes, however they are spelled."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from register.access import Permission
from register.actions import published_contracts
from register.extensions import db
from register.store import published, published_pages
from register.store.published import FoundName
from register.store.published_pages import Declarer
from register.web.guard import allow
from register.web.public import twins
from register.web.public.door import door
from register.web.public.paging import Page, asked_page
from register.web.public.winners import Winner, winners

#: Names on one page; contracts beside them; names looked at before they are told apart; letters that are read.
ON_A_PAGE = 20
CONTRACTS = 10
LOOKED_AT = 1000
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Result:
    """Something that was found. `kind`: "company" (has a page), "body" (stands in others' chains) or "person".

    `others` are the companies in whose declarations a person or body stands; `address` is None where it has no page.
    """

    kind: str
    name: str
    address: str
    identifier: str | None
    declared: Declarer | None
    others: tuple[Declarer, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """What a search found: one page of names, and the contracts the words fit."""

    words: str
    names: tuple[Result, ...]
    page: Page
    contracts: tuple[Winner, ...]

    @property
    def total(self) -> int:
        return self.page.total + len(self.contracts)


@door.get("/search")
@allow(Permission.READ_PUBLIC)
def search() -> ResponseReturnValue:
    return render_template("public/search.html", results=found_by(db.session, _words(), asked_page()))


@door.get("/search.json")
@allow(Permission.READ_PUBLIC)
def search_data() -> ResponseReturnValue:
    return twins.answer(twins.results(found_by(db.session, _words(), asked_page())))


def _words() -> str:
    return " ".join(request.args.get("q", "")[:LONGEST].split())


def found_by(session: Session, words: str, number: int) -> Results:
    """Search for words; contracts are looked for on the first page alone."""
    grouped = _one_each(published.search(session, words, LOOKED_AT, 0).names) if words else []
    page = Page(number, ON_A_PAGE, len(grouped))
    some = grouped[page.offset : page.offset + page.size]
    known = published_pages.declarers(session, {name.declaration_subject for names in some for name in names})
    awards = published_contracts.contracts_called(session, words, CONTRACTS) if words and number == 1 else ()
    return Results(words, tuple(_result(names, known) for names in some), page, winners(session, awards))


def _one_each(names: Iterable[FoundName]) -> list[list[FoundName]]:
    """Records of one confirmed person are one result; so are a company's own record and those in others' chains."""
    groups: dict[tuple[str, str], list[FoundName]] = {}
    for name in names:
        groups.setdefault((name.kind, name.identifier or name.record_id), []).append(name)
    return list(groups.values())


def _result(names: list[FoundName], known: Mapping[str, Declarer]) -> Result:
    own = next((name for name in names if name.record_id == name.declaration_subject), None)
    first = own or names[0]
    others = tuple(
        known[subject]
        for subject in dict.fromkeys(name.declaration_subject for name in names)
        if subject in known and (own is None or subject != own.declaration_subject)
    )
    if first.kind == "person":
        return Result("person", first.name, _of_person(first), first.identifier, None, others)
    kind = "company" if own else "body"
    address = url_for("public.company", subject=first.declaration_subject)
    declared = known.get(own.declaration_subject) if own else None
    return Result(kind, first.name, address, first.identifier, declared, others)


def _of_person(name: FoundName) -> str:
    if name.identifier:
        return url_for("public.person", identifier=name.identifier)
    return url_for("public.company", subject=name.declaration_subject)
