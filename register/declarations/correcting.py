"""A mistake is put right: the corrected statements speak of the day of those they correct, and say what was wrong.

Source: BODS 0.4, information updates: a new statement with the same statement date, the corrected values, and a note
with the motivation `correcting`.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from bods.codelists import AnnotationMotivation, RecordStatus
from bods.lifecycle import statements_between
from bods.records import Agent, Unspecified
from bods.statements import Annotation, Statement
from bods.writing import as_json
from register.declarations.draft import Draft
from register.declarations.former import with_ended
from register.declarations.network import PERSON_SCHEME_NAME, network_of
from register.declarations.stakes import Law
from register.declarations.stamps import declared_stamp
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

    A record that was told wrongly keeps the day of its last statement; where filings since the one that is corrected
    repeated the mistake, each of their days gets the corrected values. One that was forgotten is told of the day of the
    filing that is corrected (of the last day told of, where that one stated nothing); one that should never have been there
    is closed on the day of its last statement. The other arguments are those of `statements.statements`.
    """
    past = told.past(confirmed or {}, withheld, named)
    after = network_of(
        draft, subject_record_id, law, past, person_scheme_name=person_scheme_name, today=today
    )
    before = told.network(subject_record_id)
    after = with_ended(before, after)
    if dict(before.records) == dict(after.records):
        return ()
    stamp = declared_stamp(draft.company.name, _day_of(correction.corrects, told), declaration, new_id)
    made = statements_between(before, after, stamp, ever_closed=told.closed)
    writing = _Writing(told, correction, draft.company.name, today, new_id)
    return tuple(chain.from_iterable(map(writing.corrected, made)))


def _day_of(reference: str, told: Told) -> date:
    days = [each.day for each in told.statements if each.declaration == reference]
    return max(days, default=told.last_day)


@dataclass(frozen=True, slots=True)
class _Writing:
    told: Told
    correction: Correction
    company: str
    today: date
    new_id: Callable[[], str]

    def corrected(self, made: Statement) -> Iterator[Statement]:
        """Give a statement with its notes, before it one for each earlier day on which the mistake was told."""
        before = self.told.open.get(made.record_id)
        noted = replace(made, annotations=tuple(map(self._note, _places(made, before))))
        if before is None:
            yield noted
            return
        if made.record_status is RecordStatus.UPDATED and noted.annotations:
            for day in self._earlier_days(before):
                yield replace(noted, statement_id=self.new_id(), statement_date=day)
        yield replace(noted, statement_date=before.statement_date)

    def _earlier_days(self, before: Statement) -> list[str]:
        days: list[str] = []
        for each in reversed([each for each in self.told.statements if each.record_id == before.record_id]):
            if each.record != before.record:
                break
            days.append(each.statement_date)
            if each.declaration == self.correction.corrects:
                return sorted({*days} - {before.statement_date})
        return []

    def _note(self, place: str) -> Annotation:
        return Annotation(
            statement_pointer_target=place,
            motivation=AnnotationMotivation.CORRECTING,
            description=self.correction.why,
            creation_date=self.today.isoformat(),
            created_by=Agent(name=self.company),
        )


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
