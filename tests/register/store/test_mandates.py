"""Who may act for which company, in which role, and until when."""

import threading

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole, Permission, Principal, Role
from register.actions.change_mandates import LastAdministratorError, leave_company
from register.store import accounts, mandates
from register.store.engine import session_factory
from register.store.mandates import Mandate
from register.store.vault import Vault
from tests.factories.acting import LATER, NOW, acting, as_known, company, somebody


def test_a_person_acts_for_several_companies_in_a_role_for_each(session: Session) -> None:
    alfa, beta, gamma = company(session), company(session, "Beta"), company(session, "Gamma")
    ana = acting(session, alfa, "Ana")
    for each, role in ((beta, CompanyRole.EDITOR), (gamma, CompanyRole.VIEWER)):
        mandates.grant(session, Mandate(ana.account_id, each.id, role), now=NOW)

    known = as_known(session, ana.account_id)

    assert (known.companies, known.edits, known.views) == ((alfa.id,), (beta.id,), (gamma.id,))
    assert [known.acts_for(each.id) for each in (alfa, beta, gamma)] == [True, False, False]
    assert [known.may_write(each.id) for each in (alfa, beta, gamma)] == [True, True, False]
    assert [known.may_view(each.id) for each in (alfa, beta, gamma)] == [True, True, True]
    assert accounts.companies_of(session, ana.account_id, now=NOW) == (alfa.id, beta.id)


def test_a_delegation_ends_by_itself_at_its_instant(session: Session) -> None:
    alfa = company(session)
    ana = acting(session, alfa, "Ana", ends_at=LATER)

    assert as_known(session, ana.account_id).acts_for(alfa.id)
    assert as_known(session, ana.account_id, now=LATER).all_companies == ()
    assert accounts.companies_of(session, ana.account_id, now=LATER) == ()


def test_what_staff_grant_holds_for_good_whatever_was_held_before(session: Session) -> None:
    alfa = company(session)
    ended = acting(session, alfa, "Ana", CompanyRole.VIEWER, ends_at=LATER)

    accounts.grant_authority(session, ended.account_id, alfa.id, LATER)

    held = mandates.one(session, ended.account_id, alfa.id, now=LATER)
    assert (held.role, held.ends_at) == (CompanyRole.ADMIN, None)


def test_said_twice_it_is_said_once_and_why_one_may_stays_known(session: Session) -> None:
    alfa = company(session)
    agent = acting(session, alfa, "Ana", capacity=Capacity.AGENT, firm="Baraka & Co")

    accounts.grant_authority(session, agent.account_id, alfa.id, LATER)

    held = mandates.one(session, agent.account_id, alfa.id, now=LATER)
    assert (held.capacity, held.firm, held.granted_at) == (Capacity.AGENT, "Baraka & Co", NOW)


def test_staff_act_for_no_company_whatever_is_written_in_their_name(session: Session) -> None:
    alfa = company(session)
    clerk = somebody(session, "Charles", Role.CLERK)
    mandates.grant(session, Mandate(clerk.account_id, alfa.id, CompanyRole.ADMIN), now=NOW)

    known = as_known(session, clerk.account_id)

    assert known.all_companies == ()
    assert not known.can(Permission.ANSWER)
    forged = Principal(clerk.account_id, "Charles", Role.CLERK, "en", (alfa.id,), edits=(alfa.id,))
    assert not forged.may_view(alfa.id)


def test_of_two_who_leave_at_once_one_stays(engine: Engine, vault: Vault) -> None:
    open_session = session_factory(engine, vault)
    with open_session() as session:
        alfa = company(session)
        both = [acting(session, alfa, name) for name in ("Ana", "Ben")]
        session.commit()
    start, refused = threading.Barrier(2), []

    def leave(who: Principal) -> None:
        start.wait()
        with open_session() as session:
            try:
                leave_company(session, alfa.id, principal=who, now=NOW)
                session.commit()
            except LastAdministratorError:
                refused.append(who)

    leaving = [threading.Thread(target=leave, args=(who,)) for who in both]
    for each in leaving:
        each.start()
    for each in leaving:
        each.join()

    assert len(refused) == 1
    with open_session() as session:
        assert len(mandates.of_company(session, alfa.id, now=NOW)) == 1
