"""The statements that declarations make stay good BODS, whatever is declared after what."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bods.checks import Severity
from bods.examination import examine
from bods.parts import Agent, Identifier
from bods.records import Person
from bods.statements import PublicationDetails, Statement
from bods.validation import faults
from bods.writing import as_json
from register.declarations.draft import Draft
from register.declarations.statements import Told, changed, confirmed_statements, statements
from tests.factories.declarations import KENYA, days, ids
from tests.factories.random_drafts import lives
from tests.oracle import libcovebods_faults, undocumented

PUBLICATION = PublicationDetails("2026-06-01", publisher=Agent(name="Register of Wote"), license=None)


def declared(*told: Draft, confirm: Iterable[int] = ()) -> list[tuple[Statement, ...]]:
    """Declare one draft after another, a day apart, and give the statements of each; after some, people confirm."""
    past, made, new_id = Told(), [], ids().__next__
    confirming = set(confirm)
    for number, (answers, day) in enumerate(zip(told, days(), strict=False)):
        confirmed = {
            each.record_id.removeprefix("alfa-p-").partition("-")[0]: each.record.identifiers[0].id or ""
            for each in past.open.values()
            if isinstance(each.record, Person) and each.record.identifiers
        }
        born = statements(
            answers,
            "alfa",
            past,
            law=KENYA,
            today=day,
            declaration=f"UM-2026-{number:06}",
            new_id=new_id,
            confirmed=confirmed,
        )
        past = changed(past, born)
        made.append(born)
        if number in confirming:
            for record_id in [key for key, each in past.records.items() if isinstance(each, Person)]:
                mark = Identifier(id=f"public-{record_id}", scheme_name="UMILIKI-PERSON")
                more = confirmed_statements(past, record_id, mark, today=day, new_id=new_id)
                past = changed(past, more)
                made.append(more)
    return made


def complaints(made: Iterable[tuple[Statement, ...]], folder: Path) -> list[object]:
    """What our validation and the official checker say of the whole append-only history."""
    published = [replace(each, publication=PUBLICATION) for some in made for each in some]
    path = folder / "history.json"
    values = [as_json(each) for each in published]
    path.write_text(json.dumps(values))
    ours = [each for each in examine(path, today=date(2030, 1, 1)) if each.severity is not Severity.LOOK]
    return [*faults(values), *ours, *undocumented(libcovebods_faults(path))]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(told=lives(), confirm=st.sets(st.integers(0, 3)))
def test_any_history_of_declarations_is_good_bods(
    told: list[Draft], confirm: set[int], tmp_path_factory: object
) -> None:
    folder = tmp_path_factory.mktemp("history")  # type: ignore[attr-defined]

    made = declared(*told, confirm=confirm)

    assert complaints(made, folder) == []
