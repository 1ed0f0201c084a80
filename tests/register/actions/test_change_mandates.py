"""A company's people come, change and go, and somebody always stays who signs."""

import pytest
from sqlalchemy.orm import Session

from register.access import Capacity, CompanyRole
from register.actions.change_mandates import (
    LastAdministratorError,
    change_role,
    leave_company,
    revoke_mandate,
)
from register.actions.claim_company import AlreadyActsError, Asking
from register.actions.invite_colleague import (
    Offer,
    accept_invitation,
    invitation_behind,
    invite_colleague,
    withdraw_invitation,
)
from register.actions.own_declaration import NotTheirCompanyError
from register.store import audit, colleagues, mandates, outbox
from register.store.colleagues import InvitationNotFoundError
from register.store.contacts import Contact, ContactKind
from register.store.links import LinkSpentError
from register.store.mandates import MandateNotFoundError
from tests.factories.acting import LATER, NOW, acting, as_known, company, somebody

BASE = "https://umiliki.example"
JUMA = Contact(ContactKind.EMAIL, "juma@people.example")
EDITOR = Offer(Asking(CompanyRole.EDITOR, Capacity.EMPLOYEE))


def link_sent(session: Session) -> str:
    """The secret of the link in the letter or message that was left last."""
    work, *_ = outbox.newest(session, ("mail", "sms"))
    return work.payload["text"].partition("/company/invitation/")[2].split()[0]


def test_the_last_who_signs_does_not_leave(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")
    acting(session, alfa, "Peter", CompanyRole.EDITOR)

    with pytest.raises(LastAdministratorError):
        leave_company(session, alfa.id, principal=grace, now=NOW)
    with pytest.raises(LastAdministratorError):
        change_role(session, alfa.id, grace.account_id, CompanyRole.VIEWER, None, by=grace, now=NOW)

    assert as_known(session, grace.account_id).acts_for(alfa.id)


def test_somebody_whose_time_ends_does_not_keep_the_company(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")
    acting(session, alfa, "Peter", ends_at=LATER)

    with pytest.raises(LastAdministratorError):
        leave_company(session, alfa.id, principal=grace, now=NOW)
    with pytest.raises(LastAdministratorError):
        change_role(session, alfa.id, grace.account_id, CompanyRole.ADMIN, LATER, by=grace, now=NOW)


def test_who_leaves_reads_nothing_any_more(session: Session) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace")
    peter = acting(session, alfa, "Peter")

    leave_company(session, alfa.id, principal=peter, now=NOW)

    assert not as_known(session, peter.account_id).may_view(alfa.id)
    with pytest.raises(MandateNotFoundError):
        leave_company(session, alfa.id, principal=peter, now=NOW)


def test_who_signs_takes_away_and_changes_what_others_may_do(session: Session) -> None:
    alfa = company(session)
    grace, peter = acting(session, alfa, "Grace"), acting(session, alfa, "Peter", CompanyRole.EDITOR)

    change_role(session, alfa.id, peter.account_id, CompanyRole.VIEWER, LATER, by=grace, now=NOW)
    before, after = as_known(session, peter.account_id), as_known(session, peter.account_id, now=LATER)
    revoke_mandate(session, alfa.id, peter.account_id, by=grace, now=NOW)

    assert (before.may_view(alfa.id), before.may_write(alfa.id)) == (True, False)
    assert not after.may_view(alfa.id)
    assert not as_known(session, peter.account_id).may_view(alfa.id)
    assert [each.action for each in audit.newest(session, 2)] == ["authority taken back", "authority changed"]


@pytest.mark.parametrize("role", [CompanyRole.EDITOR, CompanyRole.VIEWER])
def test_who_does_not_sign_says_nothing_about_others(session: Session, role: CompanyRole) -> None:
    alfa = company(session)
    grace, peter = acting(session, alfa, "Grace"), acting(session, alfa, "Peter", role)

    with pytest.raises(NotTheirCompanyError):
        revoke_mandate(session, alfa.id, grace.account_id, by=peter, now=NOW)
    with pytest.raises(NotTheirCompanyError):
        change_role(session, alfa.id, peter.account_id, CompanyRole.ADMIN, None, by=peter, now=NOW)
    with pytest.raises(NotTheirCompanyError):
        invite_colleague(session, alfa.id, JUMA, EDITOR, by=peter, now=NOW, base_url=BASE)


def test_a_delegate_gives_nothing_for_longer_than_they_stay(session: Session) -> None:
    alfa = company(session)
    acting(session, alfa, "Grace")
    delegate, peter = (
        acting(session, alfa, "Dan", ends_at=LATER),
        acting(session, alfa, "Peter", CompanyRole.EDITOR),
    )

    change_role(session, alfa.id, peter.account_id, CompanyRole.ADMIN, None, by=delegate, now=NOW)
    made = invite_colleague(session, alfa.id, JUMA, EDITOR, by=delegate, now=NOW, base_url=BASE)

    assert mandates.one(session, peter.account_id, alfa.id, now=NOW).ends_at == LATER
    assert made.ends_at == LATER


@pytest.mark.parametrize(
    "contact", [JUMA, Contact(ContactKind.PHONE, "+254712345678")], ids=["by letter", "by message"]
)
def test_an_invited_colleague_acts_after_pressing_the_button_once(session: Session, contact: Contact) -> None:
    alfa = company(session)
    grace, juma, other = acting(session, alfa, "Grace"), somebody(session, "Juma"), somebody(session, "Zippy")
    invite_colleague(session, alfa.id, contact, EDITOR, by=grace, now=NOW, base_url=BASE)
    secret = link_sent(session)

    assert invitation_behind(session, secret, now=NOW).company_id == alfa.id
    accept_invitation(session, secret, principal=juma, now=NOW)
    with pytest.raises(LinkSpentError):
        accept_invitation(session, secret, principal=other, now=NOW)

    after = as_known(session, juma.account_id)
    assert (after.may_write(alfa.id), after.acts_for(alfa.id)) == (True, False)
    assert not as_known(session, other.account_id).may_view(alfa.id)


def test_an_invitation_dies_with_the_say_of_whoever_made_it(session: Session) -> None:
    alfa = company(session)
    grace, peter = acting(session, alfa, "Grace"), acting(session, alfa, "Peter")
    invite_colleague(session, alfa.id, JUMA, EDITOR, by=peter, now=NOW, base_url=BASE)
    secret = link_sent(session)

    revoke_mandate(session, alfa.id, peter.account_id, by=grace, now=NOW)

    with pytest.raises(LinkSpentError):
        accept_invitation(session, secret, principal=somebody(session, "Juma"), now=NOW)
    assert colleagues.open_for(session, alfa.id, now=NOW) == ()


def test_an_invitation_taken_back_leads_nowhere(session: Session) -> None:
    alfa, beta = company(session), company(session, "Beta")
    grace, other = acting(session, alfa, "Grace"), acting(session, beta, "Otieno")
    made = invite_colleague(session, alfa.id, JUMA, EDITOR, by=grace, now=NOW, base_url=BASE)
    secret = link_sent(session)

    with pytest.raises(InvitationNotFoundError):
        withdraw_invitation(session, beta.id, made.id, by=other, now=NOW)
    withdraw_invitation(session, alfa.id, made.id, by=grace, now=NOW)

    with pytest.raises(LinkSpentError):
        invitation_behind(session, secret, now=NOW)


def test_an_invitation_changes_nothing_for_who_acts_already(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")
    invite_colleague(session, alfa.id, JUMA, EDITOR, by=grace, now=NOW, base_url=BASE)

    with pytest.raises(AlreadyActsError):
        accept_invitation(session, link_sent(session), principal=grace, now=NOW)

    assert as_known(session, grace.account_id).acts_for(alfa.id)


def test_where_a_colleague_was_written_to_is_kept_sealed(session: Session) -> None:
    alfa = company(session)
    grace = acting(session, alfa, "Grace")

    made = invite_colleague(session, alfa.id, JUMA, EDITOR, by=grace, now=NOW, base_url=BASE)

    assert colleagues.one(session, made.id, now=NOW).contact == JUMA.value
    assert JUMA.value not in repr(made)
    assert JUMA.value not in str(audit.newest(session))
