"""Beside what is held stands what is left, and whether it can hide an owner."""

from flask import Flask

from tests.factories.supplier import supplier_of


def test_what_is_left_is_said_once_all_that_was_begun_is_told(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.begin()
    supplier.about_the_company()
    ana, juma = supplier.names("Ana Mwikali"), supplier.names("Juma Kioko")
    supplier.passes("people", then="everyone")
    supplier.passes("companies", then="all")

    supplier.holds(ana, share="60")
    before = supplier.see("holdings").at("main").text
    supplier.holds(juma, share="32")
    after = supplier.see("holdings").at("main").text

    assert "40\u00a0% is left" in before
    assert "At most 8\u00a0% is left: nobody you have not named can reach 10\u00a0%." in after
