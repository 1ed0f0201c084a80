"""Our example files against the standard's own schema."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from jsonschema import Draft4Validator
from referencing import Registry
from referencing.jsonschema import DRAFT4

from tests.factories.releases import EXAMPLES, example

AT = "https://standard.open-contracting.org/schema/1__1__5/"


@pytest.fixture(scope="module")
def schemas(shared: Path) -> dict[str, Any]:
    names = (
        "release-schema",
        "release-package-schema",
        "record-package-schema",
        "versioned-release-validation-schema",
    )
    return {name: orjson.loads((shared / f"ocds/schema_1_1_5/{name}.json").read_bytes()) for name in names}


def errors(schemas: dict[str, Any], name: str, value: Any) -> list[str]:
    known = [(f"{AT}{each}.json", DRAFT4.create_resource(schema)) for each, schema in schemas.items()]
    validator = Draft4Validator(schemas[name], registry=Registry().with_resources(known))
    return [error.message for error in validator.iter_errors(value)]


def test_our_examples_are_valid(schemas: dict[str, Any]) -> None:
    assert errors(schemas, "release-package-schema", orjson.loads(example("school_roof.json"))) == []
    assert errors(schemas, "release-package-schema", orjson.loads(example("portal_export.json"))) == []
    assert errors(schemas, "record-package-schema", orjson.loads(example("school_roof_record.json"))) == []
    for line in example("school_roof.jsonl").splitlines():
        assert errors(schemas, "release-schema", orjson.loads(line)) == []


def test_every_other_example_is_named_for_its_fault() -> None:
    sound = {"school_roof.json", "portal_export.json", "school_roof_record.json", "school_roof.jsonl"}

    assert all(path.name in sound or path.name.startswith("fault_") for path in EXAMPLES.iterdir())
