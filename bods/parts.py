"""The small things that records and statements are made of: countries, addresses, identifiers, sources.

Each keeps in `extra` the fields that the standard does not know, so that nothing is lost on the way through.
Source: BODS 0.4, `components.json`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bods.codelists import AddressType, SourceType, UnspecifiedReason


@dataclass(frozen=True, slots=True)
class Country:
    """A country by name, with its ISO 3166-1 code of two letters where known."""

    name: str
    code: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place with laws of its own: a country or a part of one; `code` is ISO 3166-1 or 3166-2 (2 to 6 letters)."""

    name: str
    code: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number given by somebody: `scheme` is a code (org-id.guide for entities), `scheme_name` its name in words.

    The standard asks for at least one of the two.
    """

    id: str | None = None
    scheme: str | None = None
    scheme_name: str | None = None
    uri: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody or something is to be found; `address` is the text without postcode and country."""

    type: AddressType | None = None
    address: str | None = None
    post_code: str | None = None
    country: Country | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Unspecified:
    """What stands in the place of a party or its details when they are not given: the reason why."""

    reason: UnspecifiedReason
    description: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Agent:
    """Who publishes, asserts or annotates: a name, a web address, or both."""

    name: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Source:
    """Where information came from; `retrieved_at` is an ISO date or date-time, kept as it was written."""

    type: tuple[SourceType, ...] = ()
    description: str | None = None
    url: str | None = None
    retrieved_at: str | None = None
    asserted_by: tuple[Agent, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
