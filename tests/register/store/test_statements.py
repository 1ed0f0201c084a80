"""Statements are added and never changed; chains are followed from company to company."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from register.store import statements
from register.store.statements import StatementNotFoundError
from tests.factories.declarations import body, draft, held
from tests.factories.declaring import NOW, Supplier, supplier


def above(holder: Supplier) -> str:
    """The key under which `chain` names a company as a body."""
    return holder.company.name.split()[0].lower()


def chain(of: Supplier, *holders: Supplier) -> str:
    """A company declares that the others hold all of it, each with a number and nobody named above."""
    bodies = tuple(
        replace(body(above(each)), scheme=each.company.scheme, number=each.company.number.lower())
        for each in holders
    )
    people = tuple(f"ana{place}" for place in range(len(holders)))
    owners = [held(person, 100, each.key) for person, each in zip(people, bodies, strict=True)]
    shares = [held(each.key, 100 // len(holders)) for each in bodies]
    return of.declare(draft(*owners, *shares, people=people, bodies=bodies))


def number(of: Supplier) -> tuple[str, str]:
    return (of.company.scheme, of.company.number)


def test_statements_come_back_in_the_order_learnt(session: Session) -> None:
    alfa = supplier(session)
    first = alfa.declare(draft(held("ana", 60), people=("ana",)))
    second = alfa.declare(draft(held("ana", 50), people=("ana",)))

    told = statements.of_subject(session, alfa.subject)

    assert [each.declaration for each in told] == sorted(each.declaration or "" for each in told)
    assert {each.declaration for each in told} == {first, second}
    assert statements.statement(session, told[0].statement_id) == told[0]
    assert statements.about(session, f"{alfa.subject}-r-ana") == tuple(
        each for each in told if each.record_id.endswith("-r-ana")
    )


def test_what_was_known_at_a_moment_leaves_out_what_was_learnt_later(session: Session) -> None:
    alfa = supplier(session)
    first = alfa.declare(draft(held("ana", 60), people=("ana",)))
    alfa.declare(draft(held("ana", 50), people=("ana",)))

    known = statements.known_by(session, alfa.subject, NOW + timedelta(hours=1))

    assert {each.declaration for each in known} == {first}
    moments = statements.learnt(session, [each.statement_id for each in known])
    assert set(moments.values()) == {NOW}


@pytest.mark.parametrize("verb", ["UPDATE statement SET record_id = 'x'", "DELETE FROM statement"])
def test_the_database_refuses_to_change_a_statement(session: Session, verb: str) -> None:
    supplier(session).declare(draft(held("ana", 60), people=("ana",)))

    with pytest.raises(DBAPIError, match="only added to"):
        session.execute(text(verb))


def test_chains_are_followed_through_companies_that_declared_themselves(session: Session) -> None:
    alfa, beta, gama, delta = (supplier(session, name) for name in ("alfa", "beta", "gama", "delta"))
    chain(alfa, beta)
    chain(beta, gama)
    chain(gama, alfa)
    chain(delta, gama)

    found = statements.upstream(session, [number(alfa)])

    assert {each.declaration_subject for each in found} == {alfa.subject, beta.subject, gama.subject}
    assert statements.upstream(session, [("KE-RCO", "PVT-NOBODY")]) == ()
    assert statements.subjects_downstream(session, [gama.subject]) == {
        alfa.subject,
        beta.subject,
        gama.subject,
        delta.subject,
    }


def test_a_company_that_is_only_named_in_a_chain_brings_nothing_of_its_own(session: Session) -> None:
    alfa, beta = supplier(session), supplier(session, "beta")
    chain(alfa, beta)

    assert statements.upstream(session, [number(beta)]) == ()


def test_following_a_chain_takes_few_questions_however_wide_it_is(session: Session) -> None:
    alfa = supplier(session)
    holders = [supplier(session, f"holder{place}") for place in range(10)]
    for holder in holders:
        holder.declare(draft(held("ana", 60), people=("ana",)))
    chain(alfa, *holders)
    asked: list[str] = []

    @event.listens_for(session.get_bind(), "before_cursor_execute")
    def _count(_c: object, _k: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    found = statements.upstream(session, [number(alfa)])

    assert len({each.declaration_subject for each in found}) == 11
    assert len(asked) <= 2


def test_following_a_chain_takes_two_questions_however_long_it_is(session: Session) -> None:
    links = [supplier(session, f"link{place}") for place in range(30)]
    for below, above in pairwise((*links, links[3])):
        chain(below, above)
    asked: list[str] = []

    @event.listens_for(session.get_bind(), "before_cursor_execute")
    def _count(_c: object, _k: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    found = statements.upstream(session, [number(links[0])])

    assert {each.declaration_subject for each in found} == {each.subject for each in links}
    assert len(asked) == 2


def test_networks_share_a_body_by_its_number(session: Session) -> None:
    alfa, beta, gama = (supplier(session, name) for name in ("alfa", "beta", "gama"))
    chain(alfa, gama)
    chain(beta, gama)

    assert statements.subjects_sharing(session, alfa.subject) == {beta.subject}


def test_a_statement_nobody_made_is_not_found(session: Session) -> None:
    with pytest.raises(StatementNotFoundError):
        statements.statement(session, "no-such-statement")
