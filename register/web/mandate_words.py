"""The words for what people may do for a company, why they may, and the papers that prove it."""

from collections.abc import Mapping

from flask_babel import gettext

from register.access import Capacity, CompanyRole
from register.store.claims import ClaimState
from register.words import N_

ROLES: Mapping[CompanyRole, str] = {
    CompanyRole.ADMIN: N_("Signs and says who else acts"),
    CompanyRole.EDITOR: N_("Writes"),
    CompanyRole.VIEWER: N_("Reads"),
}
ROLE_HINTS: Mapping[CompanyRole, str] = {
    CompanyRole.ADMIN: N_("Writes, signs declarations, invites colleagues and takes their access away."),
    CompanyRole.EDITOR: N_("Fills in declarations with all private answers; somebody else signs them."),
    CompanyRole.VIEWER: N_("Sees declarations and receipts, without private answers. Changes nothing."),
}
CAPACITIES: Mapping[Capacity, str] = {
    Capacity.DIRECTOR: N_("Director"),
    Capacity.OWNER: N_("Owner or partner"),
    Capacity.EMPLOYEE: N_("Employee"),
    Capacity.ATTORNEY: N_("Holder of a power of attorney"),
    Capacity.AGENT: N_("Agent, such as a lawyer, secretary or accountant’s firm"),
}
#: How somebody is called, where the others are not beside it to choose from.
CALLED: Mapping[Capacity, str] = {**CAPACITIES, Capacity.AGENT: N_("Agent")}
PAPERS: Mapping[str, str] = {
    "power_of_attorney": N_("Power of attorney"),
    "board_resolution": N_("Resolution of the board"),
    "registration_certificate": N_("Certificate of registration"),
    "other": N_("Another paper"),
}
STATES: Mapping[ClaimState, tuple[str, str]] = {
    ClaimState.WAITING: (N_("Waits for an answer"), "now"),
    ClaimState.APPROVED: (N_("Approved"), "done"),
    ClaimState.REFUSED: (N_("Refused"), "bad"),
    ClaimState.WITHDRAWN: (N_("Taken back"), ""),
}


def role_words(role: CompanyRole) -> str:
    """What a person may do, in the reader's language."""
    return gettext(ROLES[role])


def capacity_words(capacity: Capacity | None, firm: str = "") -> str:
    """Why a person may act, with the firm of an agent; empty when the register was not told."""
    if capacity is None:
        return ""
    called = gettext(CALLED[capacity])
    return f"{called}, {firm}" if firm else called


def state_words(state: ClaimState) -> tuple[str, str]:
    """Where a claim stands, in words, and how the word looks."""
    words, look = STATES[state]
    return gettext(words), look


def paper_words() -> dict[str, str]:
    """The kinds of papers in the reader's language."""
    return {kind: gettext(words) for kind, words in PAPERS.items()}
