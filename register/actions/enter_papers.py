"""Enter a sheet of declarations that came on paper: each company’s becomes a paper of its own, whole or not at all."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Permission, Principal
from register.actions.enter_paper import (
    CompanyWritesItselfError,
    NotForStaffError,
    Paper,
    PaperOvertakenError,
    begin_paper,
)
from register.actions.name_company import NamedCompany, NumberMisfitError
from register.elsewhere.batch.columns import SHEET
from register.elsewhere.batch.drafting import drafted
from register.elsewhere.batch.papers import SIGNED_ON, SignedPaper, read_stack
from register.elsewhere.batch.rules import Rules
from register.elsewhere.fault import CellFault
from register.elsewhere.table import read_table
from register.exceptions import RegisterError
from register.jurisdictions import IdentifierScheme, Jurisdiction
from register.store import drafts
from register.store.paper_entries import PaperEntry, PaperOpenError
from register.words import N_

NUMBER = "company_number"
OPEN = N_("A paper of this company is being entered already. Send or give up that one first.")
WRITES_ITSELF = N_("The company is writing its declaration itself. Ask it to finish or to delete that first.")
OVERTAKEN = N_("The company declared on a later day than this paper was signed. Ask it for a newer one.")


@dataclass(frozen=True, slots=True)
class EnteredPapers:
    """The papers that were begun, the names of companies that were left out, and every fault by its cell."""

    made: tuple[PaperEntry, ...]
    left: tuple[str, ...]
    faults: tuple[CellFault, ...]


class _PaperRefusedError(RegisterError):
    """Nothing of one company is taken; carries why."""

    def __init__(self, *faults: CellFault) -> None:
        self.faults = faults
        super().__init__(f"{len(faults)} faults in what was typed from one paper")


def enter_papers(
    session: Session,
    data: bytes,
    *,
    principal: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
) -> EnteredPapers:
    """Read a sheet, and begin the paper of each company that is right, with its answers typed in.

    Whoever sent it looks at each, keeps its scan and sends it; somebody else accepts. Raises NotForStaffError, TableRefusedError.
    """
    if not principal.can(Permission.ENTER):
        raise NotForStaffError(principal.account_id)
    rules = Rules(jurisdiction, today)
    stack = read_stack(read_table(data, SHEET), rules)

    made: list[PaperEntry] = []
    faults, left = list(stack.faults), [each.name or each.number for each in stack.left]
    for paper in stack.papers:
        try:
            with session.begin_nested():
                made.append(_enter(session, paper, principal, now, rules, stack.sheet))
        except _PaperRefusedError as refused:
            faults += refused.faults
            left.append(paper.company.name)

    return EnteredPapers(tuple(made), tuple(left), tuple(sorted(faults, key=lambda fault: fault.row)))


def _enter(
    session: Session, told: SignedPaper, principal: Principal, now: datetime, rules: Rules, sheet: str
) -> PaperEntry:
    entry = _begun(session, told, principal, now, rules, sheet)
    begun = drafts.draft(session, entry.company_id)
    made = drafted(told.company, begun.draft, rules, _new_key, sheet)
    if made.faults:
        raise _PaperRefusedError(*made.faults)
    answers = replace(made.draft, declarant=begun.draft.declarant, answered=begun.draft.answered)
    drafts.save(session, entry.company_id, answers, begun.version, now)
    return entry


def _begun(
    session: Session, told: SignedPaper, principal: Principal, now: datetime, rules: Rules, sheet: str
) -> PaperEntry:
    company = told.company
    paper = Paper(told.title, told.signed_by, told.signed_as, told.signed_on)
    named = NamedCompany(_scheme(company.scheme, rules), company.number, company.name)
    try:
        return begin_paper(session, named, paper, principal=principal, now=now, jurisdiction=rules.place)
    except NumberMisfitError as refused:
        hint = N_("Enter the number as it is printed: %(hint)s")
        fault = CellFault(company.row, NUMBER, hint, sheet, {"hint": refused.scheme.hint})
    except PaperOpenError:
        fault = CellFault(company.row, NUMBER, OPEN, sheet)
    except CompanyWritesItselfError:
        fault = CellFault(company.row, NUMBER, WRITES_ITSELF, sheet)
    except PaperOvertakenError:
        fault = CellFault(company.row, SIGNED_ON, OVERTAKEN, sheet)
    raise _PaperRefusedError(fault)


def _scheme(code: str, rules: Rules) -> IdentifierScheme:
    # The reader of the sheet let no other code pass.
    return next(each for each in rules.place.identifier_schemes if each.code == code)


def _new_key() -> str:
    return secrets.token_hex(8)
