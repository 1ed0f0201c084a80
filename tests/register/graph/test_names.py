import pytest

from register.graph.names import alike


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
