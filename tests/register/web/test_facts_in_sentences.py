"""The facts of a sentence are written as the page writes them: days in words, money with its sign."""

from flask import Flask

from register.graph.telling import Sentence
from register.web.words import said


def test_money_in_a_sentence_has_the_sign_of_the_place_or_the_code_of_another_currency(app: Flask) -> None:
    with app.test_request_context():
        here = said(Sentence("%(value_money)s in all.", {"value_money": "1250000 KES"}))
        abroad = said(Sentence("%(value_money)s in all.", {"value_money": "12.5 USD"}))

    assert here == "KSh\u00a01,250,000 in all."
    assert abroad == "USD\u00a012.5 in all."


def test_days_in_a_sentence_are_written_out_and_unknown_ones_left_empty(app: Flask) -> None:
    with app.test_request_context():
        told = said(Sentence("On %(closes_on)s.%(since_on)s", {"closes_on": "2026-03-03", "since_on": ""}))

    assert told == "On 3 March 2026."
