"""Make drafts of a file of declarations: every fault told at once, all of a company taken or nothing of it."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from register.declarations.draft import SUBJECT, Draft, EntityAnswer, EntityKind
from register.elsewhere.batch.columns import SHEET
from register.elsewhere.batch.drafting import drafted
from register.elsewhere.batch.reading import Batch, CompanyLines, read_batch
from register.elsewhere.batch.rules import Rules
from register.elsewhere.fault import CellFault
from register.elsewhere.table import TableRefusedError, read_table
from register.jurisdictions import Jurisdiction
from register.store import accounts, audit, companies, declarations, drafts, outbox, uploads
from register.store.companies import Company
from register.store.declarations import DeclarationState
from register.store.drafts import NONE_YET
from register.store.uploads import Progress, Taken, Upload, UploadState
from register.words import N_

#: So many companies are done at once; a larger file is left to the worker, a portion at a time.
AT_ONCE = 25
KIND = "declarations"

NOT_YOURS = N_("You may not declare for this company. Ask to act for it first, or check the number.")
UNDER_WAY = N_("A declaration of this company is under way. Finish it or discard it first.")


def take_in_declarations(
    session: Session, upload_id: int, *, now: datetime, today: date, jurisdiction: Jurisdiction
) -> Upload:
    """Read a file and do the first or the next portion of its companies; what is left is left to the worker.

    Asked again once all is done, nothing happens. Raises UploadNotFoundError.
    """
    data = uploads.contents(session, upload_id)
    upload = uploads.upload(session, upload_id)
    if data is None:
        return upload
    rules = Rules(jurisdiction, today)
    try:
        table = read_table(data, SHEET)
    except TableRefusedError as refused:
        fault = CellFault(0, "", refused.message, "", refused.facts)
        uploads.keep(session, upload_id, Progress(UploadState.REFUSED, 0, 0, (fault,)), now)
        return uploads.upload(session, upload_id)

    batch = read_batch(table, rules)
    portion = batch.companies[upload.done : upload.done + AT_ONCE]
    faults = batch.faults if upload.done == 0 else upload.faults
    taken: list[Taken] = list(upload.taken)
    for company in portion:
        found, company_id = _take(session, upload, batch, company, rules, now)
        faults = (*faults, *found)
        taken.append(Taken(company.name, company.number, company.row, company_id))

    done = upload.done + len(portion)
    state = UploadState.DONE if done == len(batch.companies) else UploadState.READING
    uploads.keep(
        session, upload_id, Progress(state, len(batch.companies), done, _in_order(faults), tuple(taken)), now
    )
    if state is UploadState.READING:
        outbox.add(session, KIND, f"{KIND}:{upload_id}:{done}", {"upload": str(upload_id)}, now=now)
    return uploads.upload(session, upload_id)


def _in_order(faults: Iterable[CellFault]) -> tuple[CellFault, ...]:
    return tuple(sorted(faults, key=lambda fault: fault.row))


def _take(
    session: Session, upload: Upload, batch: Batch, company: CompanyLines, rules: Rules, now: datetime
) -> tuple[tuple[CellFault, ...], int | None]:
    sheet = batch.sheet
    known = companies.find(session, company.scheme, company.number)
    allowed = set(upload.allowed) & set(accounts.companies_of(session, upload.account_id, now=now))
    if known is None or known.id not in allowed:
        # One answer for a company nobody knows and for another's.
        return (CellFault(company.row, "company_number", NOT_YOURS, sheet),), None
    if drafts.exists(session, known.id):
        return (CellFault(company.row, "company_number", UNDER_WAY, sheet),), None
    if company.key in batch.faulty:
        # What the cells lack is told; what the whole lacks would repeat it.
        return (), None
    made = drafted(company, _before(session, known, rules), rules, _new_key, sheet)
    if made.faults:
        return made.faults, None
    drafts.save(session, known.id, replace(made.draft, declarant=None), NONE_YET, now)
    audit.record(
        session,
        actor=f"account:{upload.account_id}",
        action="draft made from a file",
        about=known.subject_record_id,
        at=now,
        facts={"upload": upload.handle},
    )
    return (), known.id


def _before(session: Session, company: Company, rules: Rules) -> Draft:
    """What the company last declared, so that people and bodies stay who they are; else nothing but the company."""
    last = declarations.last(session, company.id, DeclarationState.ACCEPTED, DeclarationState.REJECTED)
    if last is not None:
        return declarations.particulars_of(session, last.reference)
    answer = EntityAnswer(
        SUBJECT, company.name, EntityKind.COMPANY, rules.home, company.scheme, company.number
    )
    return Draft(company=answer)


def _new_key() -> str:
    return secrets.token_hex(8)
