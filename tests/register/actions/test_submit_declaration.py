"""A signed declaration is kept as shown, once; what is private goes nowhere but into its seal."""

import threading
from dataclasses import replace
from hashlib import sha256

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.actions.begin_declaration import begin_declaration
from register.actions.own_declaration import NotTheirCompanyError
from register.declarations.gaps import DeclarationIncompleteError, Part
from register.models.declarations import DeclarationRow
from register.models.statements import StatementRow
from register.store import audit, declarations, drafts, identities, outbox, published, statements
from register.store.declarations import DeclarationState
from register.store.drafts import DraftNotFoundError
from register.store.engine import session_factory
from register.store.vault import Vault
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import KENYA, NOW, REVIEWED, supplier

TOLD = draft(held("ana", 60, "delta"), held("delta", 70), people=("ana",), bodies=("delta",))


def test_where_declarations_are_accepted_at_once_statements_are_born_and_public(session: Session) -> None:
    alfa = supplier(session)

    reference = alfa.declare(TOLD)

    kept = declarations.declaration(session, reference)
    assert (reference, kept.state) == ("UM-2026-000001", DeclarationState.ACCEPTED)
    told = statements.of_subject(session, alfa.subject)
    assert len(told) == 6
    assert {each.declaration for each in told} == {reference}
    assert [each.statement.statement_id for each in published.of_subject(session, alfa.subject)] == [
        each.statement_id for each in told
    ]


def test_where_a_registrar_decides_nothing_is_stated_yet(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)

    reference = alfa.declare(TOLD)

    assert declarations.declaration(session, reference).state is DeclarationState.SUBMITTED
    assert statements.of_subject(session, alfa.subject) == ()
    assert published.latest(session) is None


def test_the_answers_are_kept_as_signed_with_a_hash_of_what_was_shown(session: Session) -> None:
    alfa = supplier(session)

    reference = alfa.declare(TOLD)

    kept = declarations.particulars_of(session, reference)
    signature = declarations.declaration(session, reference).signature
    assert kept == alfa.own(TOLD)
    assert signature.shown_hash == sha256(b"<p>What was shown and signed</p>").hexdigest()
    assert (signature.name, signature.capacity, signature.at) == ("Grace Wanza", "Director", NOW)
    assert (signature.notice_version, signature.ruleset) == ("1", KENYA.ruleset)
    assert not drafts.exists(session, alfa.company.id)


def test_an_incomplete_declaration_is_refused_and_nothing_is_written(session: Session) -> None:
    alfa = supplier(session)
    alfa.save(draft(held("ana", 60), people=("ana", "ben")))
    events = audit.count(session)

    with pytest.raises(DeclarationIncompleteError) as refusal:
        alfa.submit()

    assert [gap.step for gap in refusal.value.gaps] == [Part.HOLDINGS]
    assert session.scalars(select(DeclarationRow)).all() == []
    assert session.scalars(select(StatementRow)).all() == []
    assert audit.count(session) == events
    assert outbox.newest(session, ("mail", "sms", "screen")) == ()
    assert drafts.exists(session, alfa.company.id)


def test_a_declaration_under_another_companys_number_is_refused(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    alfa.save(TOLD)
    own = drafts.draft(session, alfa.company.id)
    stolen = replace(own.draft, company=replace(own.draft.company, number=beta.company.number))
    drafts.save(session, alfa.company.id, stolen, own.version, NOW)

    with pytest.raises(DeclarationIncompleteError) as refusal:
        alfa.submit()

    assert [gap.step for gap in refusal.value.gaps] == [Part.COMPANY]


def test_whoever_may_not_declare_for_the_company_is_refused(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    alfa.save(TOLD)
    alfa.principal = beta.principal

    with pytest.raises(NotTheirCompanyError):
        alfa.submit()


def test_an_officer_may_not_declare(session: Session) -> None:
    alfa = supplier(session)
    alfa.save(TOLD)
    alfa.principal = Principal(alfa.principal.account_id, "Otieno", Role.OFFICER, "en", (alfa.company.id,))

    with pytest.raises(NotTheirCompanyError):
        alfa.submit()


def test_a_double_click_makes_one_declaration(session: Session) -> None:
    alfa = supplier(session)
    alfa.save(TOLD)

    first, second = alfa.submit("same"), alfa.submit("same")

    assert first == second
    assert len(session.scalars(select(DeclarationRow)).all()) == 1
    with pytest.raises(DraftNotFoundError):
        alfa.submit("another")


def test_clicks_at_once_make_one_declaration(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    with factory() as session:
        alfa = supplier(session)
        alfa.save(TOLD)
        session.commit()
    clicks, references, failures = threading.Barrier(6), [], []

    def click() -> None:
        try:
            clicks.wait()
            with factory() as session:
                references.append(replace(alfa, session=session).submit("same"))
                session.commit()
        except BaseException as failure:  # noqa: BLE001 (a thread's failure is told by the test)
            failures.append(failure)

    threads = [threading.Thread(target=click) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failures == []
    assert references == ["UM-2026-000001"] * 6
    with factory() as session:
        assert len(session.scalars(select(DeclarationRow)).all()) == 1


def test_a_declaration_that_waits_gives_way_to_the_next(session: Session) -> None:
    alfa = supplier(session, law=REVIEWED)
    first = alfa.declare(TOLD)

    second = alfa.declare(TOLD)

    assert declarations.declaration(session, first).state is DeclarationState.WITHDRAWN
    assert [each.reference for each in declarations.waiting(session)] == [second]


def test_the_next_declaration_begins_with_the_last_answers_and_a_new_declarant(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)

    begun = begin_declaration(session, alfa.company.id, now=NOW, jurisdiction=KENYA)

    assert begun.draft == replace(alfa.own(TOLD), declarant=None)
    assert begin_declaration(session, alfa.company.id, now=NOW, jurisdiction=KENYA) == begun


def test_the_first_declaration_begins_with_the_company_alone(session: Session) -> None:
    alfa = supplier(session)

    told = begin_declaration(session, alfa.company.id, now=NOW, jurisdiction=KENYA).draft

    assert (told.company.name, told.company.number, told.company.country) == (
        alfa.company.name,
        alfa.company.number,
        "KE",
    )
    assert (told.people, told.holdings) == ((), ())


def test_each_owner_is_asked_by_a_link_and_the_declarant_learns_nothing(session: Session) -> None:
    alfa = supplier(session)

    alfa.declare(TOLD)

    (letter,) = outbox.newest(session, ("mail",))
    assert letter.payload["to"] == private("ana").email
    assert "https://umiliki.example/" in letter.payload["text"]
    assert private("ana").document_number not in letter.payload["text"]
    claim = identities.claim_of(session, f"{alfa.subject}-p-ana")
    assert claim.confirmed_at is None


def test_no_private_answer_stands_in_anything_but_its_seal(session: Session) -> None:
    alfa = supplier(session)
    alfa.declare(TOLD)
    alfa.declare(replace(TOLD, people=(replace(TOLD.people[0], nationality="UG"),)))

    kept = [row.answers for row in session.scalars(select(DeclarationRow))]
    kept += [row.body for row in session.scalars(select(StatementRow))]
    kept += [text.decode() for text in published.texts(session)]
    kept += [f"{event.about} {dict(event.facts)}" for event in audit.newest(session, limit=1000)]
    everything = "\n".join(kept)

    hidden = private("ana")
    assert "Ana" in everything
    for value in (
        hidden.document_number,
        hidden.tax_number,
        hidden.phone,
        hidden.phone.removeprefix("+254"),
        hidden.email,
        hidden.home_address,
        "Canary",
        "1980-02",
        "KEN-IDCARD",
    ):
        assert value not in everything
