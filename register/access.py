"""Who may do what: one table of roles and permissions, and the person who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a signed-in person is to the register. The public has no role and no account."""

    SUPPLIER = "supplier"
    OFFICER = "officer"
    REGISTRAR = "registrar"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """What a route may ask of the person who opens it."""

    READ_PUBLIC = "read what is published"
    SIGN_OUT = "leave"
    ANSWER = "answer for a company"
    SCREEN = "see bidders, findings and their proof"
    DECIDE = "decide about findings"
    REVIEW = "see declarations before they are accepted"
    ACCEPT = "accept and reject declarations, confirm who a person is"
    MANAGE_PEOPLE = "give and take access"
    READ_AUDIT = "read the audit trail"


EVERYONE = frozenset({Permission.READ_PUBLIC})

MAY: Mapping[Role, frozenset[Permission]] = {
    Role.SUPPLIER: EVERYONE | {Permission.SIGN_OUT, Permission.ANSWER},
    Role.OFFICER: EVERYONE | {Permission.SIGN_OUT, Permission.SCREEN, Permission.DECIDE},
    Role.REGISTRAR: EVERYONE | {Permission.SIGN_OUT, Permission.REVIEW, Permission.ACCEPT},
    Role.ADMINISTRATOR: EVERYONE | {Permission.SIGN_OUT, Permission.MANAGE_PEOPLE},
    Role.AUDITOR: EVERYONE
    | {Permission.SIGN_OUT, Permission.SCREEN, Permission.REVIEW, Permission.READ_AUDIT},
}

STAFF = frozenset(Role) - {Role.SUPPLIER}


@dataclass(frozen=True, slots=True)
class Principal:
    """The signed-in person, as views see them."""

    account_id: int
    name: str
    role: Role
    language: str
    #: The companies a supplier may declare for.
    companies: tuple[int, ...] = ()
    #: When the passphrase (and code) was last given.
    proved_at: datetime | None = None

    def can(self, permission: Permission) -> bool:
        """Whether the role allows it; which company it is about is asked apart, see `acts_for`."""
        return permission in MAY[self.role]

    def acts_for(self, company_id: int) -> bool:
        """Whether this person may declare for the company."""
        return self.role is Role.SUPPLIER and company_id in self.companies

    @property
    def actor(self) -> str:
        """How the audit trail names this person."""
        return f"account:{self.account_id}"


def allowed(principal: Principal | None, permission: Permission) -> bool:
    """Whether someone, signed in or not, may do a thing."""
    return permission in EVERYONE if principal is None else principal.can(permission)
