"""Who may do what: one table of roles and permissions, and the person who asks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What a signed-in person is to the register. The public has no role and no account."""

    SUPPLIER = "supplier"
    OFFICER = "officer"
    CLERK = "clerk"
    REGISTRAR = "registrar"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class CompanyRole(StrEnum):
    """What a supplier's person may do for one company: a viewer reads, an editor writes, an administrator also signs.

    Only administrators sign and invite: a signature binds the company under a penalty, so it needs the authority that
    was proved to a registrar or given by somebody whose authority was.
    """

    ADMIN = "admin"
    EDITOR = "editor"
    VIEWER = "viewer"


class Capacity(StrEnum):
    """Why somebody may act for a company."""

    DIRECTOR = "director"
    OWNER = "owner"
    EMPLOYEE = "employee"
    ATTORNEY = "attorney"
    AGENT = "agent"


class Permission(StrEnum):
    """What a route may ask of the person who opens it."""

    READ_PUBLIC = "read what is published"
    SIGN_OUT = "leave"
    CHOOSE_CONTACTS = "choose how one is reached"
    PROVE_TWICE = "keep a second proof of who one is"
    DECLARE_CONFLICT = "declare conflicts about a tender"
    ANSWER = "answer for a company"
    ACT = "ask to act for a company, and invite others to"
    ENTER = "enter declarations from paper"
    SCREEN = "see bidders, findings and their proof"
    DECIDE = "decide about findings"
    IMPORT = "bring contracts in"
    REVIEW = "see declarations before they are accepted"
    ACCEPT = "accept and reject declarations, confirm who a person is"
    SECOND = "decide about what a colleague proposes"
    SET_RULES = "propose and approve changes of thresholds and deadlines"
    INVITE = "invite suppliers to declare"
    MANAGE_PEOPLE = "give and take access"
    READ_AUDIT = "read the audit trail"


EVERYONE = frozenset({Permission.READ_PUBLIC})
EVERY_STAFF = EVERYONE | {
    Permission.SIGN_OUT,
    Permission.CHOOSE_CONTACTS,
    Permission.PROVE_TWICE,
    Permission.DECLARE_CONFLICT,
}

MAY: Mapping[Role, frozenset[Permission]] = {
    Role.SUPPLIER: EVERYONE
    | {Permission.SIGN_OUT, Permission.CHOOSE_CONTACTS, Permission.ANSWER, Permission.ACT},
    Role.OFFICER: EVERY_STAFF | {Permission.SCREEN, Permission.DECIDE, Permission.IMPORT, Permission.INVITE},
    Role.CLERK: EVERY_STAFF | {Permission.ENTER},
    Role.REGISTRAR: EVERY_STAFF
    | {
        Permission.REVIEW,
        Permission.ACCEPT,
        Permission.ENTER,
        Permission.INVITE,
        Permission.SECOND,
        Permission.SET_RULES,
    },
    Role.ADMINISTRATOR: EVERY_STAFF | {Permission.MANAGE_PEOPLE, Permission.SECOND, Permission.SET_RULES},
    Role.AUDITOR: EVERY_STAFF | {Permission.SCREEN, Permission.REVIEW, Permission.READ_AUDIT},
}

STAFF = frozenset(Role) - {Role.SUPPLIER}


@dataclass(frozen=True, slots=True)
class Principal:
    """The signed-in person, as views see them."""

    account_id: int
    name: str
    role: Role
    language: str
    #: The companies a supplier may do everything for: sign, invite, take access away.
    companies: tuple[int, ...] = ()
    #: When the passphrase (and code) was last given.
    proved_at: datetime | None = None
    #: The companies whose declaration they may write, and not sign.
    edits: tuple[int, ...] = ()
    #: The companies whose declarations they may read.
    views: tuple[int, ...] = ()
    #: Companies new to the register that they ask to act for: they may begin the first declaration meanwhile.
    claims: tuple[int, ...] = ()
    #: Companies for which this member of staff is entering a declaration from paper.
    enters: tuple[int, ...] = ()

    def can(self, permission: Permission) -> bool:
        """Whether the role allows it; which company it is about is asked apart, see `acts_for`.

        Staff answer for a company while they enter its paper, and for no other.
        """
        entering = permission is Permission.ANSWER and bool(self.enters)
        return permission in MAY[self.role] or (entering and Permission.ENTER in MAY[self.role])

    def acts_for(self, company_id: int) -> bool:
        """Whether this person may sign for the company, and say who else may act for it."""
        return self.role is Role.SUPPLIER and company_id in self.companies

    def may_write(self, company_id: int) -> bool:
        """Whether this person may write the company's declaration."""
        if self.role is Role.SUPPLIER:
            return company_id in (*self.companies, *self.edits, *self.claims)
        return self.can(Permission.ENTER) and company_id in self.enters

    def may_view(self, company_id: int) -> bool:
        """Whether this person may read what the company declares, private particulars left out for viewers."""
        return self.may_write(company_id) or (self.role is Role.SUPPLIER and company_id in self.views)

    def belongs_to(self, company_id: int) -> bool:
        """Whether this person acts for the company in any role: they may read what it declared before."""
        return self.role is Role.SUPPLIER and company_id in (*self.companies, *self.edits, *self.views)

    @property
    def all_companies(self) -> tuple[int, ...]:
        """Every company that this person may read for."""
        held = (*self.companies, *self.edits, *self.views, *self.claims, *self.enters)
        return tuple(each for each in dict.fromkeys(held) if self.may_view(each))

    @property
    def actor(self) -> str:
        """How the audit trail names this person."""
        return f"account:{self.account_id}"


def allowed(principal: Principal | None, permission: Permission) -> bool:
    """Whether someone, signed in or not, may do a thing."""
    return permission in EVERYONE if principal is None else principal.can(permission)
