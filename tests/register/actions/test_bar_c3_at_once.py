"""bar-C3: two deeds at the very same moment, each in a transaction of its own: one of them wins, and nothing is between."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.accept_declaration import accept_declaration
from register.actions.answer_clarification import answer_clarification
from register.actions.ask_clarification import ask_clarification
from register.actions.lapse_clarifications import lapse_clarifications
from register.actions.reject_declaration import reject_declaration
from register.actions.withdraw_declaration import withdraw_declaration
from register.declarations.life import Move, MoveNotAllowedError, State
from register.store import clarifications, declarations, life, statements
from register.store.declarations import DeclarationAlreadyDecidedError
from register.store.engine import session_factory
from register.store.vault import Vault
from tests.factories.declarations import draft, held, ids
from tests.factories.declaring import BASE, NOW, REVIEWED, Supplier, registrar, supplier

ROUNDS = 200 if os.environ.get("BARS") == "full" else 4
TOLD = draft(held("ana", 60), people=("ana",))
OTHER = draft(held("ana", 40), people=("ana",))
LONG_AFTER = NOW + timedelta(days=60)


@dataclass
class Round:
    """One declaration, who may move it, and a prefix for its statements."""

    reference: str
    of: Supplier
    rehema: Principal
    number: int

    def accepts(self, session: Session) -> None:
        new_id = ids(f"round{self.number}").__next__
        accept_declaration(
            session,
            self.reference,
            by=self.rehema,
            now=NOW,
            jurisdiction=REVIEWED,
            new_id=new_id,
            base_url=BASE,
        )

    def rejects(self, session: Session) -> None:
        reject_declaration(session, self.reference, "Not so.", by=self.rehema, now=NOW)

    def withdraws(self, session: Session) -> None:
        withdraw_declaration(session, self.reference, by=self.of.principal, now=NOW)

    def answers(self, session: Session) -> None:
        answer_clarification(session, self.reference, "So it is.", by=self.of.principal, now=NOW)

    def lapses(self, session: Session) -> None:
        lapse_clarifications(session, now=LONG_AFTER, jurisdiction=REVIEWED)

    def asks(self, session: Session) -> None:
        ask_clarification(
            session,
            self.reference,
            "Is it so?",
            by=self.rehema,
            now=NOW,
            jurisdiction=REVIEWED,
            base_url=BASE,
        )

    def signs_again(self, session: Session) -> None:
        there = Supplier(session, self.of.company, self.of.principal, REVIEWED, days=1)
        there.submit(f"again {self.number}")


Deed = Callable[[Round, Session], None]
#: Two deeds, whether a question is open, and where the declaration may stand afterwards.
PAIRS: dict[str, tuple[Deed, Deed, bool, set[State]]] = {
    "accept and withdraw": (Round.accepts, Round.withdraws, False, {State.PUBLISHED, State.WITHDRAWN}),
    "reject and withdraw": (Round.rejects, Round.withdraws, False, {State.REJECTED, State.WITHDRAWN}),
    "accept and reject": (Round.accepts, Round.rejects, False, {State.PUBLISHED, State.REJECTED}),
    "accept and accept": (Round.accepts, Round.accepts, False, {State.PUBLISHED}),
    "accept and ask": (
        Round.accepts,
        Round.asks,
        False,
        {State.PUBLISHED, State.CLARIFICATION_ASKED},
    ),
    "answer and lapse": (Round.answers, Round.lapses, True, {State.IN_REVIEW}),
    "answer and withdraw": (Round.answers, Round.withdraws, True, {State.WITHDRAWN}),
    "accept and sign again": (Round.accepts, Round.signs_again, False, {State.PUBLISHED, State.WITHDRAWN}),
}


@pytest.mark.parametrize("pair", PAIRS)
def test_bar_c3_of_two_deeds_at_once_one_wins(engine: Engine, vault: Vault, pair: str) -> None:
    one, other, open_question, allowed = PAIRS[pair]
    factory = session_factory(engine, vault)
    with factory() as session:
        of, rehema = supplier(session, law=REVIEWED), registrar(session)
        session.commit()

    for number in range(ROUNDS):
        with factory() as session:
            here = Supplier(session, of.company, of.principal, REVIEWED, days=number)
            here.save(TOLD)
            story = Round(here.submit(f"round {number}"), of, rehema, number)
            if open_question:
                story.asks(session)
            if other is Round.signs_again:
                here.save(OTHER)
            session.commit()

        at_once(
            factory,
            lambda session, deed=one, told=story: deed(told, session),
            lambda session, deed=other, told=story: deed(told, session),
        )

        with factory() as session:
            made = declarations.declaration(session, story.reference)
            moves = life.moves(session, story.reference)
            stated = [
                each
                for each in statements.of_subject(session, of.company.subject_record_id)
                if each.declaration == story.reference
            ]
            asked = clarifications.of(session, story.reference)
        assert made.stage in allowed
        assert moves[-1].state is made.stage
        assert len([each for each in moves if each.move in DECIDING]) <= 1
        assert bool(stated) is (made.stage is State.PUBLISHED)
        assert all(each.answered_at or each.lapsed_at or made.state is not State.IN_REVIEW for each in asked)


DECIDING = (Move.ACCEPT, Move.REJECT, Move.WITHDRAW, Move.REPLACE)


def at_once(factory: Callable[[], Session], *deeds: Callable[[Session], None]) -> None:
    """Do each in a thread and a transaction of its own; only refusals that the rules know are allowed."""
    together, failed = threading.Barrier(len(deeds)), list[BaseException]()

    def do(deed: Callable[[Session], None]) -> None:
        with factory() as session:
            together.wait()
            try:
                deed(session)
                session.commit()
            except (DeclarationAlreadyDecidedError, MoveNotAllowedError):
                session.rollback()
            except Exception as error:  # noqa: BLE001 (told below, in the thread of the test)
                failed.append(error)

    threads = [threading.Thread(target=do, args=(deed,)) for deed in deeds]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert failed == []
