"""Who may sign in: people, their roles, what they prove themselves with, and the companies they speak for."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from register.access import CompanyRole, Role
from register.exceptions import RegisterError
from register.models.accounts import AccountRow
from register.store import mandates
from register.store.contacts import Contact, ContactKind, folded
from register.store.engine import vault_of
from register.store.mandates import Mandate


class ContactTakenError(RegisterError):
    """Somebody has an account with this address or number already. Keeps neither: errors end in logs."""

    def __init__(self) -> None:
        super().__init__("an account already has this address or number")


class EmailTakenError(ContactTakenError):
    """Somebody has an account with this address already."""


class AccountUnknownError(RegisterError):
    """No account has this number."""

    def __init__(self, account_id: int) -> None:
        self.account_id = account_id
        super().__init__(f"there is no account {account_id}")


@dataclass(frozen=True, slots=True)
class Account:
    """One person who may sign in, without any secret."""

    id: int
    #: None for who signs in by mobile number alone.
    email: str | None
    name: str
    role: Role
    language: str
    active: bool
    #: Whether a passphrase (and, for staff, the code) was chosen and proved.
    enrolled: bool
    created_at: datetime
    #: The mobile number one signs in with, in E.164.
    phone: str | None = field(default=None, repr=False)

    @property
    def actor(self) -> str:
        """How the audit trail names this person."""
        return f"account:{self.id}"

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Where the person is reached: by letter first, then by message."""
        known = ((ContactKind.EMAIL, self.email), (ContactKind.PHONE, self.phone))
        return tuple(Contact(kind, value) for kind, value in known if value)


def create(
    session: Session, email: str, name: str, role: Role, *, now: datetime, language: str = "en"
) -> Account:
    """A new account that nobody can use before enrolling.

    Raises EmailTakenError.
    """
    if by_email(session, email) is not None:
        raise EmailTakenError
    row = AccountRow(
        email=folded(email), name=name, role=role.value, language=language, active=False, created_at=now
    )
    try:
        with session.begin_nested():
            session.add(row)
    except IntegrityError:
        # Another transaction was quicker.
        raise EmailTakenError from None
    return _account(session, row)


def create_for(
    session: Session, contact: Contact, name: str, role: Role, *, now: datetime, language: str = "en"
) -> Account:
    """A new account that is found by an address or by a mobile number, as yet without passphrase.

    Raises ContactTakenError.
    """
    if contact.kind is ContactKind.EMAIL:
        return create(session, contact.value, name, role, now=now, language=language)
    row = AccountRow(name=name, role=role.value, language=language, active=False, created_at=now)
    session.add(row)
    session.flush()
    set_contact(session, row.id, contact)
    return account(session, row.id)


def account(session: Session, account_id: int) -> Account:
    """One account. Raises AccountUnknownError."""
    return _account(session, _row(session, account_id))


def by_email(session: Session, email: str) -> Account | None:
    """Whose account has this address; None when nobody's."""
    row = session.scalars(select(AccountRow).where(AccountRow.email == folded(email))).first()
    return None if row is None else _account(session, row)


def by_phone(session: Session, number: str) -> Account | None:
    """Whose account has this number (E.164); None when nobody's."""
    hashed = vault_of(session).blind("phone", number)
    row = session.scalars(select(AccountRow).where(AccountRow.phone_hash == hashed)).first()
    return None if row is None else _account(session, row)


def by_contact(session: Session, spelled: str) -> Account | None:
    """Whose account has this address or number, spelled as `contacts.spelled` does; None when nobody's."""
    return by_phone(session, spelled) if spelled.startswith("+") else by_email(session, spelled)


def set_contact(session: Session, account_id: int, contact: Contact) -> None:
    """From now on the person signs in with this address or number. Raises ContactTakenError."""
    holder = by_contact(session, contact.value)
    if holder is not None and holder.id != account_id:
        raise ContactTakenError
    row = _row(session, account_id)
    try:
        with session.begin_nested():
            if contact.kind is ContactKind.EMAIL:
                row.email = contact.value
            else:
                row.phone_hash = vault_of(session).blind("phone", contact.value)
                row.phone_sealed = vault_of(session).seal(contact.value.encode(), _phone_place(account_id))
    except IntegrityError:
        raise ContactTakenError from None


def people(
    session: Session, *, staff: bool, limit: int = 50, after: tuple[str, int] | None = None
) -> tuple[Account, ...]:
    """Accounts of staff, or of suppliers, by name; `after` is name and number of the last one seen."""
    ours = AccountRow.role != Role.SUPPLIER.value if staff else AccountRow.role == Role.SUPPLIER.value
    query = select(AccountRow).where(ours).order_by(AccountRow.name, AccountRow.id).limit(limit)
    if after is not None:
        name, number = after
        query = query.where(or_(AccountRow.name > name, (AccountRow.name == name) & (AccountRow.id > number)))
    return tuple(_account(session, row) for row in session.scalars(query))


def names(session: Session, account_ids: Iterable[int]) -> dict[int, str]:
    """What the people behind these numbers are called."""
    query = select(AccountRow.id, AccountRow.name).where(AccountRow.id.in_(set(account_ids)))
    return dict(session.execute(query).all())


def set_active(session: Session, account_id: int, *, active: bool) -> None:
    """Let a person in, or no more. Raises AccountUnknownError."""
    _row(session, account_id).active = active
    session.flush()


def passphrase_hash(session: Session, account_id: int) -> str | None:
    """What the passphrase is checked against; None before enrolment."""
    return _row(session, account_id).passphrase_hash


def set_passphrase_hash(session: Session, account_id: int, hashed: str | None) -> None:
    """Keep the hash of a new passphrase, or forget the old one."""
    _row(session, account_id).passphrase_hash = hashed
    session.flush()


def code_secret(session: Session, account_id: int) -> str | None:
    """The secret of the person's one-time codes, in base 32; None when there is none."""
    sealed = _row(session, account_id).totp_sealed
    return None if sealed is None else vault_of(session).unseal(sealed, _place(account_id)).decode()


def set_code_secret(session: Session, account_id: int, secret: str | None) -> None:
    """Seal a new secret of one-time codes, or forget the old one; no code of it is proved yet."""
    row = _row(session, account_id)
    row.totp_sealed = None if secret is None else vault_of(session).seal(secret.encode(), _place(account_id))
    row.totp_last_step = None
    session.flush()


def last_step(session: Session, account_id: int) -> int | None:
    """The latest 30-second step whose code was used."""
    return _row(session, account_id).totp_last_step


def use_step(session: Session, account_id: int, step: int) -> bool:
    """Take a 30-second step's code, once; False when it or a later one was used before."""
    done = session.execute(
        update(AccountRow)
        .where(
            AccountRow.id == account_id,
            or_(AccountRow.totp_last_step.is_(None), AccountRow.totp_last_step < step),
        )
        .values(totp_last_step=step)
    )
    assert isinstance(done, CursorResult)  # noqa: S101 (for the type checker)
    return done.rowcount == 1


def grant_authority(session: Session, account_id: int, company_id: int, now: datetime) -> None:
    """Let a person do everything for a company, from now on and for good; said twice it is said once."""
    everything = Mandate(account_id, company_id, CompanyRole.ADMIN)
    held = {each.company_id: each for each in mandates.held_by(session, account_id, now=now)}
    if not held.get(company_id, everything).keeps_the_company or company_id not in held:
        mandates.grant(session, everything, now=now)


def companies_of(session: Session, account_id: int, *, now: datetime) -> tuple[int, ...]:
    """The companies whose declarations a person may write at a moment."""
    held = mandates.held_by(session, account_id, now=now)
    return tuple(each.company_id for each in held if each.role is not CompanyRole.VIEWER)


def _row(session: Session, account_id: int) -> AccountRow:
    row = session.get(AccountRow, account_id)
    if row is None:
        raise AccountUnknownError(account_id)
    return row


def _place(account_id: int) -> str:
    return f"account|totp_sealed|{account_id}"


def _phone_place(account_id: int) -> str:
    return f"account|phone_sealed|{account_id}"


def _account(session: Session, row: AccountRow) -> Account:
    role = Role(row.role)
    sealed = row.phone_sealed
    phone = None if sealed is None else vault_of(session).unseal(sealed, _phone_place(row.id)).decode()
    proved = role is Role.SUPPLIER or row.totp_last_step is not None
    return Account(
        id=row.id,
        email=row.email,
        name=row.name,
        role=role,
        language=row.language,
        active=row.active,
        enrolled=row.passphrase_hash is not None and proved,
        created_at=row.created_at,
        phone=phone,
    )
