"""Who may see each field of a declaration in a place: everybody, its officers, or its registrars alone."""

from dataclasses import dataclass
from enum import StrEnum


class Audience(StrEnum):
    """Who may see a field; each includes those after it."""

    PUBLIC = "public"
    OFFICERS = "officers"
    REGISTRAR = "registrar"


@dataclass(frozen=True, slots=True)
class Audiences:
    """The fields that each may see, as `shape.field`: `person.full_name`, `particulars.tax_number`."""

    public: frozenset[str]
    officers: frozenset[str]
    registrar: frozenset[str]

    def of(self, field: str) -> Audience:
        """Who may see a field; one that the place says nothing of is the registrars' alone."""
        if field in self.public:
            return Audience.PUBLIC
        return Audience.OFFICERS if field in self.officers else Audience.REGISTRAR

    @property
    def said(self) -> frozenset[str]:
        """Every field that the place says something of."""
        return self.public | self.officers | self.registrar

    @property
    def said_twice(self) -> frozenset[str]:
        """Fields that stand in two lists."""
        return (
            (self.public & self.officers) | (self.public & self.registrar) | (self.officers & self.registrar)
        )
