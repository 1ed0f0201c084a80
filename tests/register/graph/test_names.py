import pytest

from register.graph.names import alike, nearly_alike, same_body_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Stephen Wambua Nzuki", "NZUKI, Stephen"),
        ("Mwĩkali Ndũku Mutiso", "Mwikali Nduku Mutiso"),
        ("Joseph Ng’ang’a", "joseph ng'ang'a"),
    ],
)
def test_names_are_alike_whatever_their_case_accents_and_order(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Stephen", "Stephen Wambua"), ("Stephen Nzuki", "Stephen Mutua"), ("", "Stephen Nzuki")],
)
def test_one_name_alone_or_another_name_is_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mohammed Mutua", "Mutua, Mohamed"),
        ("Stephen Nzuki", "Stephen Wambua Nzuki"),
        ("Wanjiku Kamau", "Wanjiko Kamau"),
    ],
)
def test_names_a_letter_apart_are_nearly_alike(one: str, other: str) -> None:
    assert nearly_alike(one, other)
    assert nearly_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ali Musa", "Adi Musa"), ("Mohammed Mutua", "Mohamed Mutuo"), ("Stephen", "Stephan"), ("", "")],
)
def test_short_parts_two_letters_and_single_names_are_not_nearly_alike(one: str, other: str) -> None:
    assert not nearly_alike(one, other)


def test_the_form_of_a_body_does_not_tell_it_apart() -> None:
    assert same_body_name("Kaiti Works Ltd", "KAITI WORKS LIMITED")
    assert not same_body_name("Kaiti Works Ltd", "Kaiti Water Works Ltd")
    assert not same_body_name("Company Ltd", "The Company")
