"""What somebody changed after the page to sign was shown is never signed unseen, on either engine."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from register.actions import submit_declaration as submitting
from register.actions.save_draft import save_draft
from register.actions.sign_as_it_stands import OtherDeclarationStandsError, sign_as_it_stands
from register.actions.submit_declaration import Signing
from register.declarations.draft import Declarant
from register.declarations.life import Kind
from register.store import declarations, drafts
from register.store.declarations import About
from register.store.drafts import DraftChangedElsewhereError
from register.store.engine import session_factory
from register.store.vault import Vault
from tests.factories.declarations import draft, held, private
from tests.factories.declaring import BASE, NOW, Supplier, supplier

TOLD = draft(held("ana", 60), people=("ana",))
OTHERWISE = draft(held("ana", 10), people=("ana",))


def written(engine: Engine, vault: Vault) -> tuple[Supplier, int]:
    """A supplier whose page to sign was just shown, and the version that it showed."""
    with session_factory(engine, vault)() as session:
        alfa = supplier(session)
        alfa.save(TOLD)
        shown = drafts.draft(session, alfa.company.id).version
        session.commit()
    return alfa, shown


def test_what_an_editor_saved_after_the_page_was_shown_is_not_signed(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    alfa, shown = written(engine, vault)
    with factory() as session:
        save_draft(session, alfa.company.id, alfa.own(OTHERWISE), shown, NOW)
        session.commit()

    with factory() as session, pytest.raises(DraftChangedElsewhereError):
        replace(alfa, session=session).submit(version=shown)

    with factory() as session:
        assert declarations.of_company(session, alfa.company.id) == ()
        assert drafts.draft(session, alfa.company.id).draft.holdings == OTHERWISE.holdings


def test_a_changed_particular_alone_is_not_signed_unseen_either(engine: Engine, vault: Vault) -> None:
    factory = session_factory(engine, vault)
    alfa, shown = written(engine, vault)
    moved = replace(private("ana"), home_address="Plot 12, Wote")
    with factory() as session:
        told = replace(alfa.own(TOLD), particulars={"ana": moved})
        save_draft(session, alfa.company.id, told, shown, NOW)
        session.commit()

    with factory() as session, pytest.raises(DraftChangedElsewhereError):
        replace(alfa, session=session).submit(version=shown)


def test_while_a_declaration_is_being_signed_an_editor_changes_nothing(
    engine: Engine, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    factory = session_factory(engine, vault)
    alfa, shown = written(engine, vault)
    refused: list[type[BaseException]] = []

    def edits() -> None:
        with factory() as session:
            try:
                save_draft(session, alfa.company.id, alfa.own(OTHERWISE), shown, NOW)
                session.commit()
            except DraftChangedElsewhereError as error:
                refused.append(type(error))

    editor, judged = threading.Thread(target=edits), submitting.blocking

    def meanwhile(found: object) -> object:
        # The draft was loaded; now, before anything of it is kept, the editor saves.
        editor.start()
        editor.join(0.3)
        return judged(found)  # type: ignore[arg-type]

    monkeypatch.setattr(submitting, "blocking", meanwhile)
    with factory() as session:
        reference = replace(alfa, session=session).submit(version=shown)
        session.commit()
    editor.join(30)

    with factory() as session:
        assert declarations.particulars_of(session, reference).holdings == TOLD.holdings
        assert not drafts.exists(session, alfa.company.id)
    assert refused == [DraftChangedElsewhereError]


def test_what_was_accepted_after_the_page_was_shown_is_not_confirmed_unseen(
    engine: Engine, vault: Vault
) -> None:
    with session_factory(engine, vault)() as session:
        alfa = supplier(session)
        shown = alfa.declare(TOLD)
        alfa.declare(OTHERWISE)

        with pytest.raises(OtherDeclarationStandsError):
            sign_as_it_stands(
                session,
                alfa.company.id,
                About(Kind.CONFIRMATION),
                Declarant("Grace Wanza", "director"),
                Signing("again", b"<p>As shown</p>", "Kept.", "1", "en", consent=True),
                shown,
                principal=alfa.principal,
                now=alfa.now,
                today=alfa.today,
                jurisdiction=alfa.law,
                new_id=alfa.new_id,
                base_url=BASE,
            )
