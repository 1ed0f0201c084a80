from decimal import Decimal
from importlib.resources import files

import pytest

from register.jurisdictions import JurisdictionFaultError, JurisdictionUnknownError, PublicationRule, load
from register.jurisdictions.loading import known, parsed

MAKUENI = files("register.jurisdictions").joinpath("kenya_makueni.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("place", known())
def test_every_place_is_sound(place: str) -> None:
    assert load(place).code == place


def test_the_example_county_has_its_law_money_and_wards() -> None:
    makueni = load("kenya_makueni")

    assert makueni.owner_threshold == Decimal(10)
    assert makueni.publication_rule is PublicationRule.ON_ACCEPTANCE
    assert makueni.accepts_at_once
    assert (makueni.currency, makueni.currency_symbol, makueni.country_code) == ("KES", "KSh", "KE")
    assert len(makueni.wards) == 30
    assert makueni.sms_number is None


def test_a_place_without_a_file_is_refused_by_name() -> None:
    with pytest.raises(JurisdictionUnknownError, match="atlantis"):
        load("atlantis")


@pytest.mark.parametrize(
    ("line", "instead", "key"),
    [
        ('threshold = "10"', 'threshold = "110"', "ownership.threshold"),
        ('threshold = "10"', 'threshold = "ten"', "ownership.threshold"),
        ('timezone = "Africa/Nairobi"', 'timezone = "Africa/Atlantis"', "place.timezone"),
        ('rule = "on_acceptance"', 'rule = "some_day"', "publication.rule"),
        ("accepts_at_once = true", 'accepts_at_once = "yes"', "publication.accepts_at_once"),
        ("change_days = 14", "change_days = -1", "deadlines.change_days"),
        ('ruleset = "2026-01"', "", "ruleset"),
        ('code = "KE-RCO"', "", "identifier_schemes[0].code"),
        ("P[0-9]{9}[A-Z]", "P[0-9", "identifier_schemes[1].pattern"),
        ('"particulars.occupation",', '"person.full_name",', "fields"),
        ('contact_email = "register@makueni.example"', 'contact_email = "nobody"', "publisher.contact_email"),
    ],
)
def test_a_fault_is_told_by_the_name_of_its_key(line: str, instead: str, key: str) -> None:
    assert line in MAKUENI

    with pytest.raises(JurisdictionFaultError) as caught:
        parsed("somewhere", MAKUENI.replace(line, instead, 1))

    assert caught.value.key == key


def test_a_file_that_is_no_toml_is_told_as_such() -> None:
    with pytest.raises(JurisdictionFaultError):
        parsed("somewhere", "place = [")


@pytest.mark.parametrize(
    ("scheme", "number", "fits"),
    [
        ("KE-RCO", "PVT-7K2XM9QA", True),
        ("KE-RCO", "CPR/2011/123456", True),
        ("KE-KRA", "P012345678Z", True),
        ("KE-KRA", "12345", False),
    ],
)
def test_a_number_is_held_against_its_schemes_form(scheme: str, number: str, fits: bool) -> None:
    found = load("kenya_makueni").scheme(scheme)

    assert found is not None
    assert found.fits(number) is fits
