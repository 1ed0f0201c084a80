"""What an accepted declaration states, by what kind of declaration it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from bods.parts import Unspecified
from bods.statements import NewStatementId, Statement
from register.declarations.closing import dissolution_statements
from register.declarations.confirming import confirmation_statements
from register.declarations.correcting import Correction, correction_statements
from register.declarations.draft import Draft
from register.declarations.field_names import shown
from register.declarations.life import Kind
from register.declarations.stakes import Law
from register.declarations.statements import statements
from register.declarations.told import Told
from register.jurisdictions import Jurisdiction
from register.store.declarations import StoredDeclaration


@dataclass(frozen=True, slots=True)
class _Telling:
    declaration: StoredDeclaration
    answers: Draft
    subject: str
    told: Told
    law: Law
    scheme_name: str
    new_id: NewStatementId
    confirmed: Mapping[str, str]
    withheld: Mapping[str, Unspecified]
    named: frozenset[str]

    def by_kind(self) -> tuple[Statement, ...]:
        match self.declaration.about.kind:
            case Kind.CONFIRMATION:
                return self._confirmed()
            case Kind.CORRECTION:
                return self._corrected()
            case Kind.DISSOLUTION:
                return self._dissolved()
            case _:
                return self._declared()

    def _declared(self) -> tuple[Statement, ...]:
        return self._stated(statements)

    def _confirmed(self) -> tuple[Statement, ...]:
        return confirmation_statements(
            self.told,
            self.subject,
            self.answers.company.name,
            today=self.declaration.statement_date,
            declaration=self.declaration.reference,
            new_id=self.new_id,
        )

    def _corrected(self) -> tuple[Statement, ...]:
        about = self.declaration.about
        correction = Correction(about.corrects or "", about.why or "")
        return self._stated(partial(correction_statements, correction=correction))

    def _stated(self, state: Callable[..., tuple[Statement, ...]]) -> tuple[Statement, ...]:
        """What the answers state by one way of stating them: as new, or as a correction."""
        return state(
            self.answers,
            self.subject,
            self.told,
            law=self.law,
            today=self.declaration.statement_date,
            declaration=self.declaration.reference,
            new_id=self.new_id,
            confirmed=self.confirmed,
            person_scheme_name=self.scheme_name,
            withheld=self.withheld,
            named=self.named,
        )

    def _dissolved(self) -> tuple[Statement, ...]:
        return dissolution_statements(
            self.told,
            self.subject,
            self.answers.company.name,
            dissolved=self.declaration.about.happened_on or self.declaration.statement_date,
            today=self.declaration.statement_date,
            declaration=self.declaration.reference,
            new_id=self.new_id,
        )


def declared_statements(
    declaration: StoredDeclaration,
    answers: Draft,
    subject: str,
    told: Told,
    *,
    jurisdiction: Jurisdiction,
    new_id: NewStatementId,
    confirmed: Mapping[str, str],
    withheld: Mapping[str, Unspecified] | None = None,
    named: frozenset[str] = frozenset(),
) -> tuple[Statement, ...]:
    """Give the statements of a declaration against everything told of its company before.

    They speak of the day it was signed; those of a correction, of the days of what they correct. `confirmed` gives
    public identifiers by person key, `withheld` why whom the register protects, `named` whose protection it refused.
    Of the answers only what the place lets everybody see is stated.
    """
    law = Law(jurisdiction.owner_threshold, jurisdiction.control_majority)
    name = jurisdiction.person_identifier_scheme_name
    public = shown(answers, jurisdiction.audiences.public)
    return _Telling(
        declaration, public, subject, told, law, name, new_id, confirmed, withheld or {}, named
    ).by_kind()
