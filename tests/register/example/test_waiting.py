"""What waits for the registrars of the invented county: told in a story, and found in the queue it belongs to."""

from datetime import date

from register.declarations.draft import Draft
from register.example.county import county
from register.example.waiting import FIRST_PERSON, scan, waiting
from register.uploads import paper

DAY = date(2026, 3, 9)


def test_what_waits_is_the_same_for_one_county_and_changes_nothing_in_it() -> None:
    made = county(DAY)

    story = waiting(made)

    assert story == waiting(made)
    assert made == county(DAY)


def test_nobody_in_what_waits_has_the_document_of_somebody_in_the_county() -> None:
    story = waiting(county(DAY))

    drafts: tuple[Draft, ...] = (story.late, story.asked, story.answered, story.protected, story.paper)
    numbers = [each.document_number for draft in drafts for each in draft.particulars.values()]

    assert len(numbers) == len(set(numbers)) >= 10
    assert min(numbers) > f"9{FIRST_PERSON:07d}"


def test_the_change_names_a_newcomer_who_bought_half_on_the_day_it_tells_of() -> None:
    story = waiting(county(DAY))
    before = story.changes.declarations[-1][1]

    assert len(story.change.people) == len(before.people) + 1
    assert story.change.holdings[0].since == story.change.holdings[-1].since == story.happened_on
    assert story.change.holdings[1:-1] == before.holdings[1:]


def test_the_registry_disagrees_with_what_was_asked_about() -> None:
    story = waiting(county(DAY))

    named = {each.full_name for each in story.asked.people}

    assert {name for name, _ in story.registered} - named == {"Hilda Mwende Kyule"}


def test_the_invented_paper_passes_the_gate_for_papers() -> None:
    assert paper("disclosure form.pdf", scan()).media_type == "application/pdf"
