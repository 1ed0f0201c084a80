"""A text message asks who owns a company, and one message answers."""

from datetime import date

import pytest

from register.sms import asked, words
from register.sms.word import GSM, LENGTH, Found, Known, KnownAward, fits, fitted

SIGNED = date(2026, 1, 12)
FOUR = (
    ("Mwĩkali Ndũku Mutiso", "42\u00a0%"),
    ("Joseph Ng’ang’a Kariũki", "25–50\u00a0%"),
    ("Faith Mumbua Musyoka", "20\u00a0%"),
    ("Peter Mutua Kioko", ""),
)
KILUNGU = Known("Kilungu Builders Ltd", SIGNED, FOUR)


def answers(text: str, found: Found) -> list[str]:
    question = asked(text)
    return ["\n".join(map(str, lines)) for lines in question.word.answer(question.about, found)]


def test_a_company_is_answered_by_its_owners_their_shares_and_the_day() -> None:
    fullest, *_ = answers("OWN Kilungu Builders", KILUNGU)

    assert fitted(fullest) == (
        "Kilungu Builders Ltd: Mwikali Nduku Mutiso 42%, Joseph Ng'ang'a Kariuki 25-50%,"
        " Faith Mumbua Musyoka 20% +1. Declared 2026-01-12."
    )


def test_a_tender_is_answered_by_who_won_it_and_who_owns_the_winner() -> None:
    fullest, *_ = answers("own MKN/7", KnownAward("MKN/7", (("Kilungu Builders Ltd", KILUNGU),)))

    assert fitted(fullest).startswith("MKN/7: won by Kilungu Builders Ltd. Owners: Mwikali Nduku Mutiso 42%")


def test_owners_that_do_not_fit_are_counted_instead_of_cut() -> None:
    long = Known("Kilungu Builders and General Contractors of Kibwezi Ltd", SIGNED, FOUR)

    shorter = next(each for each in answers("OWN Kilungu", long) if fits(each))

    assert "Mutiso" in shorter
    assert "Musyoka" not in shorter
    assert shorter.endswith("+2. Declared 2026-01-12.")


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, "Nothing is published about X. Check the name, number or tender code."),
        (Known("Beta Ltd", SIGNED, ()), "Beta Ltd names no owner. Declared 2026-01-12."),
        (
            KnownAward("MKN/7", (("Gama Ltd", None),)),
            "MKN/7: won by Gama Ltd. It has not declared its owners yet.",
        ),
        (
            KnownAward("MKN/7", (("Beta Ltd", Known("Beta Ltd", SIGNED, ())),)),
            "MKN/7: won by Beta Ltd. It names no owner.",
        ),
        (
            KnownAward("MKN/7", (("Alfa Ltd", None), ("Beta Ltd", None))),
            "MKN/7: won by Alfa Ltd; Beta Ltd. Send OWN and a name for its owners.",
        ),
    ],
)
def test_what_is_not_known_is_said(found: Found, said: str) -> None:
    assert answers("OWN X", found)[-1] == said


@pytest.mark.parametrize("text", ["OWN Kilungu", "own  kilungu", "Own, kilungu", "MMILIKI kilungu"])
def test_a_word_is_understood_in_any_case_and_in_both_languages(text: str) -> None:
    question = asked(text)

    assert question.word.codes["en"] == "OWN"
    assert question.about.lower() == "kilungu"
    assert question.language == ("sw" if text.startswith("M") else "en")


@pytest.mark.parametrize("text", ["", "   ", "Kilungu Builders", "STOP", "\x00", "MSAADA"])
def test_an_unknown_word_is_answered_by_the_words_there_are(text: str) -> None:
    (help_,) = answers(text, None)

    for word in words():
        assert (word.help in help_) is (word.codes["en"] != "HELP")
    assert fits(help_)


def test_own_alone_says_what_to_add() -> None:
    assert answers("OWN", None) == ["Send OWN and a company's name or number, or a tender code."]


@pytest.mark.parametrize("name", ["M" * 300, "محمد علي " * 20, "李小龍", "A{}[]~€|", "Ng’ang’a – “Sons”\r\n"])
def test_whatever_a_name_holds_the_answer_is_one_message_of_plain_letters(name: str) -> None:
    sent = fitted(answers("OWN X", Known(name, SIGNED, ((name, "100\u00a0%"),)))[-1])

    assert len(sent) <= LENGTH
    assert set(sent) <= GSM
