"""Send six digits to an address or number, to prove that it is somebody's; tells nobody whether it is known."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from register.access import Role
from register.actions.sign_in import neighbourhood
from register.actions.tell import Notice, tell
from register.exceptions import RegisterError
from register.store import accounts, audit, sent_codes, throttles
from register.store.accounts import Account
from register.store.contacts import Contact
from register.store.sent_codes import LASTS, Asked, Purpose

DAY = timedelta(days=1)
#: Codes that one address or number is sent at most, and that one neighbourhood of the network may ask for.
CODES_AN_HOUR = 3
CODES_A_DAY = 20
CODES_OF_NEIGHBOURHOOD = 100


class TooManyCodesError(RegisterError):
    """So many codes were asked for that no more is sent for a while; said of known and unknown contacts alike."""

    def __init__(self) -> None:
        super().__init__("too many codes were asked for")


@dataclass(frozen=True, slots=True, repr=False)
class Answers:
    """What may be sent: the code, or why there is none to send. All are one letter, or one message, long."""

    code: Callable[[str], Notice]
    #: Somebody registers with, or changes to, what an account has already.
    taken: Notice
    #: A new passphrase is wanted where there is no account, or one that gets none this way.
    none_here: Notice


def ask_code(
    session: Session,
    purpose: Purpose,
    contact: Contact,
    answers: Answers,
    *,
    address: str,
    now: datetime,
    account_id: int | None = None,
    name: str = "",
    language: str = "en",
    instead_of: str | None = None,
) -> str:
    """Leave a code for the worker to send, and return the secret of the request for the asking browser only.

    `account_id` is whose contact is to change. What the browser asked before (`instead_of`) counts no more.
    Raises TooManyCodesError.
    """
    known = accounts.by_contact(session, contact.value)
    _count(session, contact, neighbourhood(address), now)

    good = _is_sent(purpose, known)
    code = sent_codes.new_code() if good else None
    refusal = answers.none_here if purpose is Purpose.PASSPHRASE else answers.taken

    if instead_of:
        sent_codes.drop(session, instead_of)
    about = known.id if known and purpose is Purpose.PASSPHRASE else account_id
    wanted = Asked(purpose, about, contact, name, language, proved=False)
    secret = sent_codes.ask(session, wanted, code, now=now)
    notice = refusal if code is None else answers.code(code)
    tell(session, contact, notice, f"code|{secret[:16]}", now=now, until=now + LASTS)
    told = "account:unknown" if about is None else f"account:{about}"
    facts = {"for": purpose.value}
    audit.record(session, actor="public", action="code asked", about=told, at=now, facts=facts)
    return secret


def _is_sent(purpose: Purpose, known: Account | None) -> bool:
    if purpose is Purpose.PASSPHRASE:
        # Staff get a new link from an administrator, who sees them: a mailbox alone is no second factor.
        return known is not None and known.active and known.role is Role.SUPPLIER
    return known is None


def _count(session: Session, contact: Contact, where: str, now: datetime) -> None:
    counted = (
        ("code to", contact.value, throttles.HOUR, CODES_AN_HOUR),
        ("code to, a day", contact.value, DAY, CODES_A_DAY),
        ("codes from", where, throttles.HOUR, CODES_OF_NEIGHBOURHOOD),
    )
    over = [
        throttles.count(session, what, who, now=now, within=span) > most for what, who, span, most in counted
    ]
    if any(over):
        # What was not sent is not counted: nobody can be kept from their codes by others who ask on and on.
        for what, who, span, _most in counted:
            throttles.give_back(session, what, who, now=now, within=span)
        raise TooManyCodesError
