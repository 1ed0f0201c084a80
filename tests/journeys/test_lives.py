"""By keyboard on a phone: changes, corrections, an answer to the registrar, the end of it all, and protection.

EXPECTED=write writes the files of tests/examples/declared/lives anew, to be read by a person.
"""

from pathlib import Path

import pytest

from register.extensions import db
from register.store import published
from tests.factories.expected import expected, faults
from tests.factories.kinds_of_owners import STORIES
from tests.factories.lives_of_declarations import ANA, LIVES, corrected
from tests.factories.plain_ids import with_plain_ids
from tests.journeys.offices import Office

#: Story, engine, and whether the browser runs scripts.
LIVED = [
    pytest.param(life, ("postgresql", "sqlite")[place // 2 % 2], place % 2 == 0, id=life)
    for place, life in enumerate(LIVES)
]


def told(office: Office) -> list[dict[str, object]]:
    """Everything that is published, without what differs from run to run."""
    with office.app.app_context():
        return with_plain_ids(list(published.texts(db.session)))


@pytest.fixture
def declared(office: Office) -> Office:
    """Ana and Juma are declared, and it was accepted."""
    office.accepts(STORIES["two_people"](office.supplier))
    return office


@pytest.mark.parametrize(("life", "engine_name", "scripted"), LIVED, indirect=["engine_name", "scripted"])
def test_what_happens_after_a_declaration_is_told_by_keyboard(
    declared: Office, life: str, tmp_path: Path
) -> None:
    receipt = LIVES[life](declared.supplier)
    declared.accepts(receipt)
    if LIVES[life] is corrected:
        # A correction takes two.
        declared.accepts(receipt, "juma")

    made = told(declared)
    assert made == expected(f"lives/{life}", made)
    assert faults(made, tmp_path) == []


@pytest.mark.parametrize(
    ("engine_name", "scripted"), [("sqlite", False)], indirect=True, ids=["sqlite without script"]
)
def test_a_question_is_answered_with_other_answers_by_keyboard(office: Office, tmp_path: Path) -> None:
    supplier = office.supplier
    asked = STORIES["two_people"](supplier).rpartition("/")[2]
    desk = office.desk()
    desk.opens(f"/review/declarations/{asked}")
    desk.unfolds("Ask the supplier")
    desk.fills_in({"question": "Who holds the rest?"}, "/ask")
    desk.sends()

    supplier.opens(supplier.home)
    supplier.goes_to(f"declarations/{asked}/answer")
    supplier.presses("button[name=change]")
    supplier.holds(ANA, share="65")
    supplier.passes("declarant", capacity="secretary")
    office.accepts(supplier.signs())

    made = told(office)
    assert made == expected("lives/clarified", made)
    assert faults(made, tmp_path) == []


@pytest.mark.parametrize(
    ("engine_name", "scripted"), [("postgresql", True)], indirect=True, ids=["postgresql with script"]
)
@pytest.mark.parametrize("decided", ["grant", "refuse"])
def test_protection_is_proposed_by_one_and_decided_by_another(
    office: Office, decided: str, tmp_path: Path
) -> None:
    office.accepts(STORIES["protected"](office.supplier))
    first, second = office.desk(), office.desk("juma")

    first.opens("/review/protection")
    first.presses("main table a[href*='/protection/']")
    first.fills_in({"do": decided, "reason": "The police report was seen."})
    first.sends()
    second.opens("/review/proposals")
    second.presses("main a[href*='/proposals/']")
    second.fills_in({"outcome": "approved", "reason": "I read it too."})
    second.sends()

    made = told(office)
    assert made == expected(f"lives/protection_{decided}", made)
    # Whoever is named after all was not named before: that is worth a look, and right.
    look = {"withheld_person_in_history"} if decided == "refuse" else set()
    assert {getattr(each, "code", each) for each in faults(made, tmp_path)} == look
