"""A sentence of a finding is read in the reader's words, and a party without a name is not a gap in it."""

from flask import Flask

from register.graph.telling import Sentence
from register.web.words import said


def test_a_sentence_names_its_party_and_writes_its_day(app: Flask) -> None:
    sentence = Sentence("%(person)s left on %(left_on)s.", {"person": "Ana Mwende", "left_on": "2026-03-03"})

    with app.test_request_context():
        assert said(sentence) == "Ana Mwende left on 3 March 2026."


def test_a_party_without_a_name_is_somebody_who_is_not_named(app: Flask) -> None:
    first = Sentence("%(person)s is younger than %(years)s.", {"person": "", "years": "18"})
    later = Sentence("%(one)s is a child of %(other)s.", {"one": "Ana Mwende", "other": ""})

    with app.test_request_context():
        assert said(first) == "Somebody who is not named is younger than 18."
        assert said(later) == "Ana Mwende is a child of somebody who is not named."
