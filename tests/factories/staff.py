"""Members of staff who propose and decide: as many pairs of eyes as a story needs."""

from sqlalchemy.orm import Session

from register.access import Principal, Role
from register.store import accounts
from tests.factories.declaring import NOW

PEOPLE = {
    "rehema": ("Rehema Kioko", Role.REGISTRAR),
    "juma": ("Juma Mwangangi", Role.REGISTRAR),
    "amina": ("Amina Wanza", Role.ADMINISTRATOR),
    "otieno": ("Otieno Baraka", Role.OFFICER),
}


def staff(session: Session, key: str) -> Principal:
    """One of the people above, with an account of their own. Commits nothing."""
    name, role = PEOPLE[key]
    account = accounts.create(session, f"{key}@county.example", name, role, now=NOW)
    accounts.set_active(session, account.id, active=True)
    return Principal(account.id, name, role, "en")
