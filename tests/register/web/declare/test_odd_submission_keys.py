"""A submission key that no page of ours gave is nobody's, and the register says so instead of failing."""

import pytest
from flask import Flask

from register.access import Role
from tests.factories.people import NAMES
from tests.factories.supplier import supplier_of


@pytest.mark.parametrize("key", ["a\x00b", "\x1b[2J", "a\nb"])
def test_bar_i3_a_hidden_character_in_the_key_of_a_signature_is_no_failure(app: Flask, key: str) -> None:
    alfa = supplier_of(app)
    alfa.declares_alone()
    told = {"truth": "y", "signature": NAMES[Role.SUPPLIER], "capacity": "director"}

    confirmed = alfa.post("confirm", alfa.see("confirm"), **told, submission_key=key)

    assert confirmed.status_code in {302, 422}
