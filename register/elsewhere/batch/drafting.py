"""The rows of one company put together into a draft, and what that draft lacks told by the cells it came from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace

from register.declarations.bodies import EntityKind
from register.declarations.draft import (
    SUBJECT,
    Draft,
    EntityAnswer,
    Holding,
    IndirectClaim,
    Particulars,
    PersonAnswer,
)
from register.declarations.gaps import Gap, Part, blocking, gaps
from register.elsewhere.batch.line import NOBODY, PERSON, Line
from register.elsewhere.batch.reading import CompanyLines
from register.elsewhere.batch.rules import Rules
from register.elsewhere.batch.told_of_company import with_told
from register.elsewhere.fault import CellFault
from register.words import N_

#: Makes a key of a person or body that the draft did not have before.
NewKey = Callable[[], str]
#: Which cell a gap is told at.
_COLUMNS = {
    Part.COMPANY: "company_number",
    Part.PEOPLE: "name",
    Part.BODIES: "name",
    Part.HOLDINGS: "shares",
    Part.NOBODY: "holder",
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A company's draft; with faults nothing of it is to be kept."""

    company: CompanyLines
    draft: Draft
    faults: tuple[CellFault, ...]


def drafted(company: CompanyLines, before: Draft, rules: Rules, new_key: NewKey, sheet: str = "") -> Drafted:
    """Write the rows of a company over its last answers: people and bodies that were in them keep their keys."""
    writing = _Writing(company, before, rules, new_key, sheet)
    draft = writing.draft()
    faults: list[CellFault] = []
    for fault in writing.faults or [writing.at_cell(gap) for gap in _told(draft, rules)]:
        if fault not in faults:
            faults.append(fault)
    return Drafted(company, draft, tuple(faults))


def _told(draft: Draft, rules: Rules) -> Iterator[Gap]:
    place = rules.place
    found = blocking(
        gaps(draft, place.owner_threshold, place.control_majority, rules.today, youth=place.youth_ages)
    )
    yield from (gap for gap in found if not gap.needs_page)


@dataclass(slots=True)
class _Writing:
    company: CompanyLines
    before: Draft
    rules: Rules
    new_key: NewKey
    sheet: str
    faults: list[CellFault] = field(default_factory=list)
    people: dict[str, PersonAnswer] = field(default_factory=dict)
    private: dict[str, Particulars] = field(default_factory=dict)
    bodies: dict[str, EntityAnswer] = field(default_factory=dict)
    holdings: dict[tuple[str, str], Holding] = field(default_factory=dict)
    indirect: dict[str, IndirectClaim] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    def draft(self) -> Draft:
        keys = {line.row: self._holder(line) for line in self.company.lines if line.holder != NOBODY}
        no_owner = None
        for line in self.company.lines:
            held = self._held(line)
            if line.holder == NOBODY and held == SUBJECT:
                no_owner = line.nobody
            elif line.holder == NOBODY and held in self.bodies:
                self.bodies[held] = replace(self.bodies[held], no_holder=line.nobody)
            elif line.holder != NOBODY:
                self._hold(line, keys[line.row], held)
                self._claim(line, keys[line.row])
        told = with_told(self.before.company, self.company.lines)
        told = replace(told, name=self.company.name or told.name)
        named = {SUBJECT, *self.people, *self.bodies}
        return replace(
            self.before,
            company=told,
            declarant=None,
            people=tuple(self.people.values()),
            entities=tuple(self.bodies.values()),
            holdings=tuple(self.holdings.values()),
            no_owner=no_owner,
            particulars=dict(self.private),
            answered=frozenset(),
            posts=tuple(each for each in self.before.posts if {each.holder, each.held} <= named),
            indirect=tuple(each for key, each in self._claims().items() if key in named),
        )

    def at_cell(self, gap: Gap) -> CellFault:
        """Where a gap of the draft stands in the sheet."""
        key, _, held = gap.place.partition(".")
        row = self.rows.get(f"{key}.{held}") or self.rows.get(key) or self.company.row
        return CellFault(row, _COLUMNS.get(gap.step, "name"), gap.message, self.sheet, gap.facts)

    def _holder(self, line: Line) -> str:
        return self._person(line) if line.holder == PERSON else self._body(line)

    def _person(self, line: Line) -> str:
        key = self._same_person(self.people, self.private, line)
        if key is None:
            key = self._same_person(
                {each.key: each for each in self.before.people}, self.before.particulars, line
            )
            key = key or self.new_key()
            self.rows[key] = line.row
            self._name_person(key, line)
            return key
        known = self.people[key]
        if known.full_name.casefold() != line.name.casefold():
            message = N_("Row %(row)s gives this person another name. Write one name.")
            self._fault(line, "name", message, self.rows[key])
        return key

    def _name_person(self, key: str, line: Line) -> None:
        """What the sheet has no column for stays as it was last declared."""
        kept = next((each for each in self.before.people if each.key == key), None)
        before = kept or PersonAnswer(key, line.name, line.country, line.lives_in)
        self.people[key] = replace(
            before,
            full_name=line.name,
            nationality=line.country,
            residence=line.lives_in,
            more_nationalities=line.other_nationalities or before.more_nationalities,
        )
        private, told = self.before.particulars.get(key), line.particulars
        self.private[key] = told if private is None else _privately(private, told)

    def _same_person(
        self, people: dict[str, PersonAnswer], private: Mapping[str, Particulars], line: Line
    ) -> str | None:
        """A person is the same by the number of the document; without one, by the very name."""
        mine = _document(line.particulars)
        for key, each in people.items():
            theirs = _document(private.get(key, Particulars("", "")))
            if mine and mine == theirs:
                return key
            if not (mine and theirs) and each.full_name.casefold() == line.name.casefold():
                return key
        return None

    def _body(self, line: Line) -> str:
        kept = {each.key: each for each in self.before.entities}
        key = _same_body(self.bodies, line)
        if key is None:
            key = _same_body(kept, line) or self.new_key()
            self.rows[key] = line.row
            before = kept.get(key)
            answer = EntityAnswer(
                key=key,
                name=line.name,
                kind=EntityKind(line.holder),
                country=line.country,
                scheme=line.body_scheme or (self.rules.first_scheme if line.body_number else ""),
                number=line.body_number,
                listing=line.listing,
            )
            self.bodies[key] = _filled_in(before, answer) if before else answer
        elif self.bodies[key].kind.value != line.holder:
            message = N_("Row %(row)s says that this is another kind of body. Write one kind.")
            self._fault(line, "holder", message, self.rows[key])
        return key

    def _held(self, line: Line) -> str:
        if not line.holds_in or line.holds_in.casefold() in (
            self.company.name.casefold(),
            self.company.number.casefold(),
        ):
            return SUBJECT
        sought = line.holds_in.casefold()
        for key, each in self.bodies.items():
            if sought in (each.name.casefold(), each.number.casefold()):
                return key
        message = N_(
            "No other row of this company names that body as a holder. Add its row, or empty the cell."
        )
        self._fault(line, "holds_in", message, 0)
        return ""

    def _hold(self, line: Line, holder: str, held: str) -> None:
        if not held:
            return
        if holder == held:
            self._fault(
                line, "holds_in", N_("A body cannot be told to hold itself. Change one of the two."), 0
            )
        if (holder, held) in self.holdings:
            row = self.rows[f"{holder}.{held}"]
            self._fault(line, "holds_in", N_("Row %(row)s tells of this holding already. Keep one."), row)
            return
        self.rows[f"{holder}.{held}"] = line.row
        self.holdings[holder, held] = Holding(
            holder, held, line.shares, line.votes, line.controls, line.since, line.until
        )

    def _claims(self) -> dict[str, IndirectClaim]:
        """What is claimed in the sheet, and what was claimed before of those of whom it says nothing."""
        return {each.holder: each for each in self.before.indirect} | self.indirect

    def _claim(self, line: Line, holder: str) -> None:
        if line.indirect_shares is None and line.indirect_votes is None:
            return
        claim = IndirectClaim(holder, line.indirect_shares, line.indirect_votes)
        if self.indirect.setdefault(holder, claim) != claim:
            message = N_(
                "Another row tells otherwise what this holder holds through others. Write one figure."
            )
            self._fault(line, "indirect_shares", message, 0)

    def _fault(self, line: Line, column: str, message: str, row: int) -> None:
        self.faults.append(CellFault(line.row, column, message, self.sheet, {"row": str(row)} if row else {}))


def _document(private: Particulars) -> str:
    number = "".join(each for each in private.document_number.upper() if each.isalnum())
    return f"{private.document_scheme}:{number}" if number and private.document_scheme else ""


def _same_body(bodies: dict[str, EntityAnswer], line: Line) -> str | None:
    for key, each in bodies.items():
        if line.body_number and each.number and line.body_number == each.number.upper():
            return key
        if not (line.body_number and each.number) and each.name.casefold() == line.name.casefold():
            return key
    return None


def _privately(before: Particulars, told: Particulars) -> Particulars:
    """What the sheet says stands; what it leaves empty stays as it was last declared."""
    said = {each.name: getattr(told, each.name) for each in fields(told)}
    return replace(before, **{name: value for name, value in said.items() if value not in ("", None, ())})


def _filled_in(before: EntityAnswer, told: EntityAnswer) -> EntityAnswer:
    """What the sheet has no column for stays as it was last declared."""
    return replace(
        before,
        name=told.name,
        kind=told.kind,
        country=told.country or before.country,
        scheme=told.scheme or before.scheme,
        number=told.number or before.number,
        listing=told.listing or before.listing,
        no_holder=None,
    )
