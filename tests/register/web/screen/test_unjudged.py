"""What could not be judged stands once a question, with everybody of whom it is open and what would settle it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from register.flags import shared_contact
from register.flags.flag import NO_DECLARATION, Unclear
from register.web.screen.unjudged import AGAIN, DECLARE, DECLARE_MORE, unjudged


@pytest.fixture(autouse=True)
def reader(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def no_declaration(code: str, *bidders: str) -> list[Unclear]:
    return [Unclear(code, each, NO_DECLARATION, {"bidder": f"{each} Ltd"}) for each in bidders]


def test_one_question_open_of_two_bidders_is_one_entry() -> None:
    (entry,) = unjudged(no_declaration("shared-owner", "Alfa", "Beta"))

    assert (entry.questions, entry.bidders) == (("Two bidders share an owner",), 2)
    assert [(each.words, each.settled_by) for each in entry.why] == [
        (("No declaration: Alfa Ltd, Beta Ltd.",), DECLARE)
    ]


def test_questions_open_for_the_same_reason_stand_together() -> None:
    both = [*no_declaration("long-chain", "Alfa"), *no_declaration("shared-owner", "Alfa")]

    (entry,) = unjudged(both)

    assert entry.questions == ("A long chain", "Two bidders share an owner")
    assert entry.why[0].words == ("Alfa Ltd has no declaration.",)


def test_questions_open_of_other_bidders_stand_apart() -> None:
    entries = unjudged(
        [*no_declaration("long-chain", "Alfa"), *no_declaration("shared-owner", "Alfa", "Beta")]
    )

    assert [(each.questions, each.bidders) for each in entries] == [
        (("A long chain",), 1),
        (("Two bidders share an owner",), 2),
    ]


def test_reasons_that_differ_stand_apart_in_one_question() -> None:
    contact = Unclear("shared-contact", "Gama", shared_contact.UNKNOWN, {"bidder": "Gama Ltd"})

    (entry,) = unjudged([contact, *no_declaration("shared-contact", "Alfa")])

    assert entry.bidders == 2
    assert [each.settled_by for each in entry.why] == [DECLARE_MORE, DECLARE]
    assert entry.why[1].words == ("Alfa Ltd has no declaration.",)


def test_one_sentence_tells_of_all_whose_contacts_are_unknown() -> None:
    unknown = [
        Unclear("shared-contact", each, shared_contact.UNKNOWN, {"bidder": f"{each} Ltd"})
        for each in ("Alfa", "Beta")
    ]

    (entry,) = unjudged(unknown)

    assert entry.why[0].words == (
        "No telephone number, e-mail or other address of Alfa Ltd, Beta Ltd is known.",
    )


def test_of_many_bidders_a_few_are_named_and_the_others_counted() -> None:
    (entry,) = unjudged(no_declaration("shared-owner", *(f"Number {each}" for each in range(40))))

    assert entry.bidders == 40
    assert entry.why[0].words[0].endswith("Number 5 Ltd, and 34 more.")


def test_a_reason_nobody_foresaw_says_when_it_is_asked_again() -> None:
    (entry,) = unjudged([Unclear("no-such-flag", "", "The moon was not up.")])

    assert (entry.questions, entry.bidders) == (("no-such-flag",), 0)
    assert entry.why[0].settled_by == AGAIN
