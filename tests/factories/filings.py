"""A company's filings, one after another, as the register would state them."""

from datetime import date

from bods.statements import Statement
from register.declarations.closing import dissolution_statements
from register.declarations.confirming import confirmation_statements
from register.declarations.correcting import Correction, correction_statements
from register.declarations.draft import Draft
from register.declarations.statements import Told, changed, statements
from register.declarations.withholding import withheld_statements
from tests.factories.declarations import ALFA, KENYA, ids

FIRST = date(2026, 1, 5)
Filings = tuple[tuple[Statement, ...], ...]


class Life:
    """A company's filings, one after another."""

    def __init__(self, told: Draft) -> None:
        self.new_id = ids("declared").__next__
        self.told, self.filings = Told(), tuple[tuple[Statement, ...], ...]()
        self.then(told, FIRST)

    def add(self, born: tuple[Statement, ...]) -> "Life":
        self.told, self.filings = changed(self.told, born), (*self.filings, born)
        return self

    def then(self, told: Draft, day: date, **more: object) -> "Life":
        return self.add(
            statements(
                told,
                "alfa",
                self.told,
                law=KENYA,
                today=day,
                declaration=self.reference,
                new_id=self.new_id,
                **more,  # type: ignore[arg-type]
            )
        )

    @property
    def reference(self) -> str:
        return f"UM-2026-{len(self.filings) + 1:06}"

    def confirmed(self, day: date) -> "Life":
        return self.add(
            confirmation_statements(
                self.told,
                "alfa",
                ALFA.name,
                today=day,
                declaration=self.reference,
                new_id=self.new_id,
            )
        )

    def corrected(self, told: Draft, why: str, day: date) -> "Life":
        return self.add(
            correction_statements(
                told,
                "alfa",
                self.told,
                Correction("UM-2026-000001", why),
                law=KENYA,
                today=day,
                declaration=self.reference,
                new_id=self.new_id,
            )
        )

    def dissolved(self, day: date) -> "Life":
        return self.add(
            dissolution_statements(
                self.told,
                "alfa",
                ALFA.name,
                dissolved=day,
                today=day,
                declaration=self.reference,
                new_id=self.new_id,
            )
        )

    def withheld(self, record_id: str, day: date) -> "Life":
        return self.add(withheld_statements(self.told, record_id, today=day, new_id=self.new_id))
