"""Our good examples are good in the eyes of the official checker too."""

from pathlib import Path

import orjson
import pytest

from tests.bods.standard import EXAMPLES, good_examples
from tests.oracle import libcovebods_faults, undocumented


@pytest.mark.parametrize("file", good_examples(), ids=lambda file: file.stem)
def test_the_official_checker_has_no_complaint_about_a_good_example(file: Path) -> None:
    assert undocumented(libcovebods_faults(file)) == []


def test_the_official_checker_does_complain_when_there_is_reason(tmp_path: Path) -> None:
    values = orjson.loads((EXAMPLES / "owner_through_a_chain.json").read_bytes())
    values[0]["unheardOf"] = True
    values[1]["recordDetails"]["identifiers"] = [{"id": "1", "scheme": "KE-NOBODY"}]
    values[2]["recordStatus"] = "renewed"
    file = tmp_path / "faulty.json"
    file.write_bytes(orjson.dumps(values))

    complaints = {(complaint["kind"], complaint["type"]) for complaint in libcovebods_faults(file)}

    assert complaints >= {
        ("schema", "enum"),
        ("check", "entity_identifiers_not_known_scheme"),
        ("field", "/unheardOf"),
    }
