"""A mistake is put right: the corrected statements speak of the day of those they correct, and say what was wrong.

Source: BODS 0.4, information updates: a new statement with the same statement date, the corrected values, and a note
with the motivation `correcting`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from bods.codelists import AnnotationMotivation, RecordStatus
from bods.lifecycle import statements_between
from bods.records import Agent, Unspecified
from bods.statements import Annotation, Statement
from bods.writing import as_json
from register.declarations.draft import Draft
from register.declarations.network import PERSON_SCHEME_NAME, network_of
from register.declarations.stakes import Law
from register.declarations.statements import declared_stamp
from register.declarations.told import Told

_DETAILS = "recordDetails"


@dataclass(frozen=True, slots=True)
class Correction:
    """Which filing had the mistake, and in what it lay; `why` is published with each corrected statement."""

    corrects: str
    why: str


def correction_statements(
    draft: Draft,
    subject_record_id: str,
    told: Told,
    correction: Correction,
    *,
    law: Law,
    today: date,
    declaration: str,
    new_id: Callable[[], str],
    confirmed: Mapping[str, str] | None = None,
    person_scheme_name: str = PERSON_SCHEME_NAME,
    withheld: Mapping[str, Unspecified] | None = None,
    named: Collection[str] = (),
) -> tuple[Statement, ...]:
    """Give the statements by which the answers, corrected, replace what was told; none when nothing differs.

    A record that was told wrongly keeps the day of its last statement. One that was forgotten is told of the day of the
    filing that is corrected (of the last filing, where that one stated nothing); one that should never have been there
    is closed on the day of its last statement. The other arguments are those of `statements.statements`.
    """
    past = told.past(confirmed or {}, withheld, named)
    after = network_of(draft, subject_record_id, law, past, person_scheme_name=person_scheme_name)
    before = told.network(subject_record_id)
    if dict(before.records) == dict(after.records):
        return ()
    stamp = declared_stamp(draft.company.name, _day_of(correction.corrects, told), declaration, new_id)
    made = statements_between(before, after, stamp, ever_closed=told.closed)
    standing = told.open
    return tuple(
        _corrected(each, standing.get(each.record_id), correction, draft.company.name, today) for each in made
    )


def _day_of(reference: str, told: Told) -> date:
    days = [each.day for each in told.statements if each.declaration == reference]
    return max(days, default=told.last_day)


def _corrected(
    made: Statement, before: Statement | None, correction: Correction, company: str, today: date
) -> Statement:
    day = before.statement_date if before else made.statement_date
    notes = tuple(
        Annotation(
            statement_pointer_target=place,
            motivation=AnnotationMotivation.CORRECTING,
            description=correction.why,
            creation_date=today.isoformat(),
            created_by=Agent(name=company),
        )
        for place in _places(made, before)
    )
    return replace(made, statement_date=day, annotations=notes)


def _places(made: Statement, before: Statement | None) -> Iterator[str]:
    """Give pointers to what is corrected: the fields that changed, or the whole of a record that comes or goes."""
    if before is None or made.record_status is RecordStatus.CLOSED:
        yield ""
        return
    now, earlier = as_json(made)[_DETAILS], as_json(before)[_DETAILS]
    if earlier.keys() - now.keys():
        yield f"/{_DETAILS}"
        return
    yield from (f"/{_DETAILS}/{name}" for name in now if earlier.get(name) != now[name])
