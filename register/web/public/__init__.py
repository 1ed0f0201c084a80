"""The public's door: what the register publishes, as pages and as data, for anyone and without an account."""

from register.web.public import (
    companies,
    contracts,
    downloads,
    filters,
    home,
    keeping,
    meaning,
    methods,
    people,
    searching,
    statements,
)
from register.web.public.door import door

__all__ = [
    "companies",
    "contracts",
    "door",
    "downloads",
    "filters",
    "home",
    "keeping",
    "meaning",
    "methods",
    "people",
    "searching",
    "statements",
]
