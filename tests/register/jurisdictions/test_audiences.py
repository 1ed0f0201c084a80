from register.jurisdictions.audiences import Audience, Audiences

SAID = Audiences(
    public=frozenset({"person.full_name"}),
    officers=frozenset({"body.phone"}),
    registrar=frozenset({"particulars.phone"}),
)


def test_a_field_that_the_place_says_nothing_of_is_the_registrars_alone() -> None:
    assert SAID.of("person.full_name") is Audience.PUBLIC
    assert SAID.of("body.phone") is Audience.OFFICERS
    assert SAID.of("person.shoe_size") is Audience.REGISTRAR


def test_a_field_in_two_lists_is_noticed() -> None:
    doubtful = Audiences(SAID.public, SAID.officers | {"person.full_name"}, SAID.registrar)

    assert SAID.said_twice == frozenset()
    assert doubtful.said_twice == {"person.full_name"}
