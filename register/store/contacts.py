"""Addresses of mail and mobile numbers, in the one way of writing by which people are found."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

import phonenumbers

#: Something, an @, something with a dot, no spaces: whether it exists only a letter can tell.
EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]{1,189}\.[^@\s]{1,63}")
#: Digits and what people write between them.
PHONE = re.compile(r"\+?[\d\s().\-/]{6,30}")


class ContactKind(StrEnum):
    """The ways to reach a person."""

    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Contact:
    """Where a person is reached: an address folded to lower case, or a number in E.164 (+254712345678)."""

    kind: ContactKind
    value: str = field(repr=False)


def folded(email: str) -> str:
    """The one way of writing an address by which accounts are found."""
    return email.strip().casefold()


def contact(typed: str, country: str) -> Contact | None:
    """What was typed as an address or number; None when it is neither. A number without + is of the country (KE)."""
    if "@" in typed:
        address = folded(typed)
        return Contact(ContactKind.EMAIL, address) if EMAIL.fullmatch(address) else None
    number = phone(typed, country)
    return None if number is None else Contact(ContactKind.PHONE, number)


def phone(typed: str, country: str) -> str | None:
    """A telephone number in E.164, as messages are sent to it; None when it cannot be one."""
    if not PHONE.fullmatch(typed.strip()):
        return None
    try:
        number = phonenumbers.parse(typed, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number) or number.extension:
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def spelled(typed: str, country: str) -> str:
    """What was typed, in the way of writing by which it would be found; a text that is no contact stays folded."""
    known = contact(typed, country)
    return folded(typed) if known is None else known.value


def masked(of: Contact) -> str:
    """Enough of a contact for its owner to know it again, in letters of any phone: j***@kaiti.example, +254***678."""
    if of.kind is ContactKind.PHONE:
        return f"{of.value[:4]}***{of.value[-3:]}"
    name, _, host = of.value.partition("@")
    return f"{name[:1]}***@{host}"
