"""A body of the chain is looked for in the register first; what it knows is not typed again."""

from flask import Flask

from tests.factories.supplier import Supplier, supplier_of


def begun(app: Flask, name: str, number: str) -> Supplier:
    supplier = supplier_of(app, name, number)
    supplier.begin()
    supplier.about_the_company()
    return supplier


def published(app: Flask) -> None:
    """Beta Works has declared, and is known."""
    supplier_of(app, "Beta Works Ltd", "PVT-BETA01").declares_alone()


def test_a_company_that_is_found_is_picked_and_not_typed(app: Flask) -> None:
    published(app)
    supplier = begun(app, "Alfa Builders Ltd", "PVT-ALFA01")

    way = supplier.passes("companies", then="add")
    page = supplier.see(f"{way}?sought=beta+works")
    (beta,) = [
        each.attributes["value"] for each in page.all("input") if each.attributes.get("name") == "pick"
    ][:-1]
    above = supplier.passes(f"{way}?sought=beta+works", pick=beta)
    body = supplier.see(above.removesuffix(".above"))

    assert way.endswith("/companies/new-find")
    assert "It has declared its own owners" in page.at("main").text
    assert above.endswith(".above")
    assert body.at("name").attributes["value"] == "Beta Works Ltd"
    assert body.at("number").attributes["value"] == "PVT-BETA01"
    assert body.at("country").attributes["value"] == "Kenya"


def test_a_company_above_another_is_tied_to_it(app: Flask) -> None:
    published(app)
    supplier = begun(app, "Alfa Builders Ltd", "PVT-ALFA01")
    kaiti = supplier.names_body("Kaiti Holdings Ltd")
    way = f"{supplier.passes(f'companies/{kaiti}.above', who='another')}?sought=PVT-BETA01"
    page = supplier.see(way)
    pick = next(
        each.attributes["value"] for each in page.all("input") if each.attributes.get("name") == "pick"
    )

    supplier.passes(way, pick=pick)

    assert "Owned by Beta Works Ltd" in supplier.see("companies").at("main").text


def test_what_is_not_known_is_typed(app: Flask) -> None:
    supplier = begun(app, "Alfa Builders Ltd", "PVT-ALFA01")

    page = supplier.see("companies/new-find?sought=Nobody+Knows+It")

    assert "The register knows nothing like “Nobody Knows It”." in page.at("main").text
    assert [each for each in page.all("a") if each.attributes["href"].endswith("/companies/new")]


def test_none_of_those_found_leads_to_typing(app: Flask) -> None:
    published(app)
    supplier = begun(app, "Alfa Builders Ltd", "PVT-ALFA01")

    assert supplier.passes("companies/new-find?sought=beta", pick="other").endswith("/companies/new")
    refused = supplier.refused("companies/new-find?sought=beta", pick="something else")
    assert "Pick the one you mean, or say that it is none of them" in refused.source


def test_the_own_company_is_not_offered_as_its_own_owner(app: Flask) -> None:
    supplier = supplier_of(app)
    supplier.declares_alone()
    supplier.begin()

    page = supplier.see("companies/new-find?sought=Alfa+Builders")

    assert "The register knows nothing like" in page.at("main").text
