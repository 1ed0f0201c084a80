"""Names that may be one are found without comparing all with all; what differs is left alone."""

import os
import random
import time

import pytest

from register.elsewhere.likeness import Like, Looked, Reason, alike, sound
from register.store.published_names import fold


def looked(*names: str) -> list[Looked]:
    return [Looked(f"r{place}", fold(name)) for place, name in enumerate(names)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Njeri Ng'ang'a", "Njeri Nganga"),
        ("Ana Mwikali Kimeu", "Kimeu Ana Mwikali"),
        ("Peter Kariuki Mwangi", "Peter Kaliuki Mwangi"),
        ("Wanjiku Kamau", "Wanjikuu Kamau"),
        ("Alfa Builders Limited", "ALFA BUILDERS (K) LTD"),
        ("Mbuinzau Quarry Co. Ltd", "Mbuinzau Quarry Company Limited"),
        ("Tangaza Roads Ltd", "Tangaza Road Ltd"),
        ("Jua Kali Works Ltd", "Juakali Works Ltd"),
    ],
)
def test_spellings_of_one_name_are_a_question(one: str, other: str) -> None:
    found = alike(looked(one, other))

    assert [(like.one, like.other) for like in found] == [("r0", "r1")]
    assert found[0].score >= 88


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ana Mwikali", "Ben Musyoka"),
        ("Alfa Builders Ltd", "Beta Roads Ltd"),
        ("Mutua Kioko", "Mutiso Kyalo"),
        ("Makueni Water Works Ltd", "Makueni Wood Crafts Ltd"),
    ],
)
def test_different_names_are_none(one: str, other: str) -> None:
    assert alike(looked(one, other)) == ()


def test_one_tax_pin_is_a_question_whatever_the_names_say() -> None:
    pin = frozenset({(Reason.PIN, "h1")})

    found = alike([Looked("a", fold("Ana Mwikali"), pin), Looked("b", fold("Grace Wanza"), pin)])

    assert found == (Like("a", "b", found[0].score, (Reason.PIN,)),)


def test_one_birth_date_makes_a_half_like_name_a_question_and_a_strange_one_none() -> None:
    born = frozenset({(Reason.BORN, "h2")})
    half = [Looked("a", fold("Ana Mwikali Kimeu"), born), Looked("b", fold("Ana Mwikali"), born)]
    strange = [Looked("a", fold("Ana Mwikali"), born), Looked("b", fold("Otieno Baraka"), born)]

    assert [like.reasons for like in alike(half)] == [(Reason.BORN,)]
    assert alike(strange) == ()


def test_what_is_known_to_be_one_is_no_question() -> None:
    assert alike([Looked("a", "ana mwikali", known="i1"), Looked("b", "ana mwikali", known="i1")]) == ()
    assert len(alike([Looked("a", "ana mwikali", known="i1"), Looked("b", "ana mwikali", known="i2")])) == 1


def test_the_likest_pairs_with_the_most_reasons_come_first() -> None:
    born = frozenset({(Reason.BORN, "h")})
    found = alike(
        [Looked("a", "ana mwikali"), Looked("b", "ana mwikali", born), Looked("c", "ana mwikalli", born)]
    )

    assert (found[0].one, found[0].other) == ("b", "c")


def test_sounds_leave_out_what_spelling_varies() -> None:
    assert sound("kariuki") == sound("kaliuki") == sound("karriuki")
    assert sound("wanjiku") == sound("wanjikuu")
    assert sound("otieno") != sound("baraka")


def test_many_names_take_time_in_proportion_and_pairs_are_still_found() -> None:
    dice = random.Random(7)
    many = 100_000 if os.environ.get("BARS") == "full" else 4_000
    given = ["".join(dice.choices("aeioukmntwlsgbr", k=dice.randint(4, 8))) for _ in range(many // 12)]
    names = [" ".join(dice.sample(given, 3)) for _ in range(many)]
    planted = [Looked(f"p{place}", name + "a") for place, name in enumerate(names[:50])]
    begun = time.process_time()

    found = alike([*(Looked(f"n{place:06}", name) for place, name in enumerate(names)), *planted])

    pairs = {(like.one, like.other) for like in found}
    assert sum((f"n{place:06}", f"p{place}") in pairs for place in range(50)) >= 48
    assert time.process_time() - begun < many / 1500
