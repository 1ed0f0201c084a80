"""Changes, ceasing, confirmations, corrections and the end of a company give the right statements, faultless to all.

Each story is compared with a file of tests/examples/declared, and judged by the official checker and by our own.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.accept_declaration import accept_declaration
from register.actions.begin_declaration import begin_declaration
from register.actions.begin_telling import (
    DraftUnderWayError,
    NothingDeclaredError,
    begin_change,
    begin_correction,
    last_standing,
)
from register.actions.cease_owners import cease_owners
from register.actions.sign_as_it_stands import DeclarationWaitsError, sign_as_it_stands
from register.actions.submit_declaration import Signing
from register.declarations.draft import Declarant
from register.declarations.life import Kind, State
from register.store import accounts, declarations, drafts, published
from register.store.declarations import About
from tests.factories.declarations import draft, held
from tests.factories.declaring import BASE, KENYA, NOW, REVIEWED, Supplier, registrar, supplier
from tests.factories.expected import expected, faults, published_of

CHAIN = draft(
    held("ana", 60, "delta"), held("delta", 70), held("ben", 30), people=("ana", "ben"), bodies=("delta",)
)
GRACE = Declarant("Grace Wanza", "Director")


def signs_again(alfa: Supplier, about: About, key: str = "again") -> str:
    signing = Signing(key, b"<p>As shown</p>", "Your data are kept.", "1", "en", consent=True)
    reference = sign_as_it_stands(
        alfa.session,
        alfa.company.id,
        about,
        GRACE,
        signing,
        last_standing(alfa.session, alfa.company.id).reference,
        principal=alfa.principal,
        now=alfa.now,
        today=alfa.today,
        jurisdiction=alfa.law,
        new_id=alfa.new_id,
        base_url=BASE,
    )
    alfa.days += 1
    return reference


def signs(alfa: Supplier) -> str:
    version = drafts.draft(alfa.session, alfa.company.id)
    drafts.save(
        alfa.session, alfa.company.id, replace(version.draft, declarant=GRACE), version.version, alfa.now
    )
    reference = alfa.submit()
    alfa.days += 1
    return reference


def corrects(alfa: Supplier) -> str:
    begin_correction(
        alfa.session, alfa.company.id, "Ana's part was typed as 60 %; it was 40 %.", now=alfa.now
    )
    begun = drafts.draft(alfa.session, alfa.company.id)
    holdings = tuple(
        replace(each, shares=held("ana", 40).shares) if each.holder == "ana" else each
        for each in begun.draft.holdings
    )
    drafts.save(
        alfa.session, alfa.company.id, replace(begun.draft, holdings=holdings), begun.version, alfa.now
    )
    reference = signs(alfa)
    second = accounts.create(alfa.session, "two@umiliki.example", "Musa Mutiso", Role.REGISTRAR, now=NOW)
    for by in (registrar(alfa.session), Principal(second.id, second.name, Role.REGISTRAR, "en")):
        accept_declaration(
            alfa.session,
            reference,
            by=by,
            now=alfa.now,
            jurisdiction=alfa.law,
            new_id=alfa.new_id,
            base_url=BASE,
        )
    return reference


def ceases(alfa: Supplier) -> str:
    begun = begin_change(alfa.session, alfa.company.id, happened_on=date(2026, 2, 20), now=alfa.now)
    cease_owners(
        alfa.session,
        alfa.company.id,
        {"ben"},
        date(2026, 2, 20),
        expected_version=drafts.draft(alfa.session, alfa.company.id).version,
        now=alfa.now,
    )
    assert begun.about.kind is Kind.CHANGE
    return signs(alfa)


def renames(alfa: Supplier) -> str:
    begin_change(alfa.session, alfa.company.id, happened_on=date(2026, 2, 25), now=alfa.now)
    begun = drafts.draft(alfa.session, alfa.company.id)
    renamed = replace(begun.draft, company=replace(begun.draft.company, name="Alfa Works Ltd"))
    drafts.save(alfa.session, alfa.company.id, renamed, begun.version, alfa.now)
    return signs(alfa)


def confirms(alfa: Supplier) -> str:
    return signs_again(alfa, About(Kind.CONFIRMATION))


def dissolves(alfa: Supplier) -> str:
    return signs_again(alfa, About(Kind.DISSOLUTION, happened_on=date(2026, 2, 27)))


STORIES: dict[str, Callable[[Supplier], str]] = {
    "cease": ceases,
    "confirmation": confirms,
    "correction": corrects,
    "dissolution": dissolves,
    "rename": renames,
}


@pytest.mark.parametrize("name", STORIES)
def test_each_kind_of_declaration_states_what_its_example_says(
    session: Session, name: str, tmp_path: Path
) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)

    reference = STORIES[name](alfa)

    made = published_of(session, alfa.subject)
    assert declarations.declaration(session, reference).stage is State.PUBLISHED
    assert made == expected(name, made)
    assert faults(made, tmp_path) == []


def test_one_company_lives_through_all_of_them(session: Session, tmp_path: Path) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)

    for story in (confirms, corrects, renames, ceases, dissolves):
        alfa.days += 30
        story(alfa)

    assert faults(published_of(session, alfa.subject), tmp_path) == []


def test_a_correction_speaks_of_the_day_it_corrects_and_is_published_later(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)
    alfa.days += 40

    reference = corrects(alfa)

    made = published.of_declaration(session, reference)
    assert {each.statement.day for each in made} == {date(2026, 3, 2)}
    assert {each.statement.annotations[0].motivation.value for each in made} == {"correcting"}
    assert all(each.published_at > NOW + timedelta(days=39) for each in made)


def test_a_confirmation_states_every_open_record_again(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)
    before = {each.statement.record_id for each in published.of_subject(session, alfa.subject)}
    alfa.days += 360

    reference = confirms(alfa)

    made = published.of_declaration(session, reference)
    assert {each.statement.record_id for each in made} == before
    assert {each.statement.day for each in made} == {alfa.today - timedelta(days=1)}


def test_the_same_confirmation_sent_twice_is_one(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)

    first = signs_again(alfa, About(Kind.CONFIRMATION), "same")
    second = signs_again(alfa, About(Kind.CONFIRMATION), "same")

    assert first == second
    assert len(declarations.of_company(session, alfa.company.id)) == 2


def test_nothing_is_confirmed_changed_or_corrected_before_something_stands(session: Session) -> None:
    alfa = supplier(session)

    with pytest.raises(NothingDeclaredError):
        confirms(alfa)
    with pytest.raises(NothingDeclaredError):
        begin_change(session, alfa.company.id, happened_on=date(2026, 2, 1), now=NOW)
    with pytest.raises(NothingDeclaredError):
        begin_correction(session, alfa.company.id, "Wrong.", now=NOW)


def test_nothing_is_confirmed_while_a_declaration_is_looked_at(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(CHAIN)
    alfa.law = REVIEWED
    alfa.declare(CHAIN)

    with pytest.raises(DeclarationWaitsError):
        confirms(alfa)


def test_a_change_does_not_overwrite_what_is_being_written(session: Session) -> None:
    alfa = supplier(session, law=KENYA)
    alfa.declare(CHAIN)
    begin_declaration(session, alfa.company.id, now=NOW, jurisdiction=KENYA)

    with pytest.raises(DraftUnderWayError):
        begin_change(session, alfa.company.id, happened_on=date(2026, 2, 1), now=NOW)
