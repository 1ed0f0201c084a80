"""Begin to tell of a change, to correct a mistake, or to answer a question with other answers."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.declarations.ceasing import carried_on
from register.declarations.draft import Draft
from register.declarations.gaps import Part
from register.declarations.life import STANDING, Kind
from register.exceptions import RegisterError
from register.store import declarations, drafts
from register.store.declarations import About, StoredDeclaration
from register.store.drafts import NONE_YET, StoredDraft


class NothingDeclaredError(RegisterError):
    """The company has no accepted declaration that could be changed, corrected or confirmed."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} has no accepted declaration")


class DraftUnderWayError(RegisterError):
    """The company is writing a declaration already: it is finished or given up first."""

    def __init__(self, company_id: int) -> None:
        self.company_id = company_id
        super().__init__(f"company {company_id} is writing a declaration")


class WhyMissingError(RegisterError):
    """A correction says what was wrong."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        super().__init__(f"say what was wrong with {reference}")


def begin_change(session: Session, company_id: int, *, happened_on: date, now: datetime) -> StoredDraft:
    """Begin to tell of a change, from what stands. Raises NothingDeclaredError, DraftUnderWayError."""
    stands = last_standing(session, company_id)

    return _begin(session, stands, About(Kind.CHANGE, happened_on=happened_on), now)


def begin_correction(session: Session, company_id: int, why: str, *, now: datetime) -> StoredDraft:
    """Begin to put a mistake right in what stands; `why` is published with the correction.

    Raises NothingDeclaredError, DraftUnderWayError, WhyMissingError.
    """
    stands = last_standing(session, company_id)
    if not why.strip():
        raise WhyMissingError(stands.reference)

    about = About(Kind.CORRECTION, why=why.strip(), corrects=stands.reference)

    return _begin(session, stands, about, now)


def begin_answer(session: Session, reference: str, *, now: datetime) -> StoredDraft:
    """Begin to answer a question about a declaration with other answers; what it tells stays what it told.

    Raises DeclarationNotFoundError, DraftUnderWayError.
    """
    asked = declarations.declaration(session, reference)

    return _begin(session, asked, replace(asked.about, clarifies=reference), now)


def last_standing(session: Session, company_id: int) -> StoredDeclaration:
    """The company's last accepted declaration. Raises NothingDeclaredError."""
    stands = declarations.last(session, company_id, *STANDING)
    if stands is None:
        raise NothingDeclaredError(company_id)
    return stands


def _begin(session: Session, base: StoredDeclaration, about: About, now: datetime) -> StoredDraft:
    if drafts.exists(session, base.company_id):
        raise DraftUnderWayError(base.company_id)
    answers = anew(declarations.particulars_of(session, base.reference), base.statement_date)
    drafts.save(session, base.company_id, answers, NONE_YET, now)
    drafts.tell_of(session, base.company_id, about)
    return drafts.draft(session, base.company_id)


def anew(answers: Draft, told_on: date) -> Draft:
    """Answers to begin with: what was over on the day they were told is left out; who declares says anew who they are."""
    kept = carried_on(answers, told_on)
    return replace(kept, declarant=None, answered=kept.answered - {Part.DECLARANT.value})
