"""The tables, one file per aggregate; only `store` may import them."""

from register.models import (
    accounts,
    audit,
    companies,
    contracts,
    declarations,
    evidence,
    findings,
    life,
    officials,
    outbox,
    people,
    published,
    signing,
    statements,
    tickets,
    typed,
)
from register.models.base import Base

__all__ = [
    "Base",
    "accounts",
    "audit",
    "companies",
    "contracts",
    "declarations",
    "evidence",
    "findings",
    "life",
    "officials",
    "outbox",
    "people",
    "published",
    "signing",
    "statements",
    "tickets",
    "typed",
]
