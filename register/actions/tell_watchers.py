"""Tell the officers who watch a company that its owners changed; who came and who went stands in the register alone."""

from datetime import datetime

from sqlalchemy.orm import Session

from register.access import MAY, Permission
from register.actions.tell_account import tell_account
from register.actions.tell_supplier import News
from register.store import accounts, owner_changes, sameness_pages, watches
from register.words import N_

PATH = "/tenders/watched"
CHANGED = News(
    subject=N_("The owners of %(company)s changed"),
    text=N_(
        "Other people or bodies stand behind %(company)s than before.\n\n"
        "See who came and who went: %(address)s\n\n"
        "You get this letter because you watch it. On the same page you can stop."
    ),
    short=N_("Umiliki: the owners of %(company)s changed. See %(address)s"),
)


def tell_watchers(session: Session, company: str, *, contracted: bool, now: datetime, base_url: str) -> int:
    """Leave a letter for each who watches the company (by record id), and give how many; done again, they get one."""
    told = [
        each for each in watches.watchers(session, company, contracted=contracted) if _may_know(session, each)
    ]
    key = f"watched|{company}|{owner_changes.newest_of(session, company)}"

    name = sameness_pages.company_names(session, [company])[company]
    facts = {"company": name, "address": f"{base_url.rstrip('/')}{PATH}"}

    for each in told:
        tell_account(session, each, CHANGED, key=key, facts=facts, now=now)
    return len(told)


def _may_know(session: Session, account_id: int) -> bool:
    """Whether somebody still works here, in an office that sees bidders."""
    account = accounts.account(session, account_id)
    return account.active and Permission.SCREEN in MAY[account.role]
