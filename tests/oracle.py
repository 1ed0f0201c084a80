"""The official checker of BODS data, `libcovebods`, as a second opinion that needs no network."""

import json
import os
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from libcovebods.additionalfields import AdditionalFields
from libcovebods.config import LibCoveBODSConfig
from libcovebods.data_reader import DataReader
from libcovebods.jsonschemavalidate import JSONSchemaValidator
from libcovebods.run_tasks import process_additional_checks
from libcovebods.schema import SchemaBODS
from libcovebods.tasks.checks import legacy_checks, record_based_checks

from bods.validation import organisation_schemes

#: The one documented exception: the standard's guidance recommends identifiers of persons with a `schemeName` alone,
#: and the checker faults them.
DOCUMENTED = frozenset({"person_identifiers_invalid_composition"})


def libcovebods_faults(path: Path) -> list[dict[str, Any]]:
    """Give every complaint about a BODS JSON array: schema errors, additional checks, additional fields.

    Each is a dict with "kind" ("schema", "check" or "field") and "type" (the schema keyword, the check's code, or the
    field's path), and what the checker says besides. About 0.9 milliseconds a statement.
    """
    with warnings.catch_warnings(), _our_schemes(), _where_it_is_morning():
        warnings.simplefilter("ignore")
        reader, config = DataReader(str(path)), LibCoveBODSConfig()
        schema = SchemaBODS(reader, config)
        errors = [error.json() for error in JSONSchemaValidator(schema).validate(reader)]
        checks = process_additional_checks(reader, config, schema)["additional_checks"]
        fields = AdditionalFields(schema).process(reader)
    return [
        *({"kind": "schema", "type": error["validator"], **error} for error in map(_plain, errors)),
        *({"kind": "check", **check} for check in checks),
        *({"kind": "field", "type": place, "found": found} for place, found in fields.items()),
    ]


def libcovebods_statistics(path: Path) -> dict[str, Any]:
    """Give the official checker's statistics of a BODS JSON array."""
    with warnings.catch_warnings(), _our_schemes():
        warnings.simplefilter("ignore")
        reader, config = DataReader(str(path)), LibCoveBODSConfig()
        return process_additional_checks(reader, config, SchemaBODS(reader, config))["statistics"]


def undocumented(complaints: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave out the complaints that the project has a documented reason for."""
    return [complaint for complaint in complaints if complaint["type"] not in DOCUMENTED]


def _plain(error: str | dict[str, Any]) -> dict[str, Any]:
    return json.loads(error) if isinstance(error, str) else error


@contextmanager
def _where_it_is_morning() -> Iterator[None]:
    # Its "today" is the machine's own; where a register stands it may be tomorrow already.
    before = os.environ.get("TZ")
    os.environ["TZ"] = "EAST-14"
    time.tzset()
    try:
        yield
    finally:
        os.environ.pop("TZ")
        if before is not None:
            os.environ["TZ"] = before
        time.tzset()


@contextmanager
def _our_schemes() -> Iterator[None]:
    # Two of its checks fetch the list of schemes over the network when they start; they are given ours instead.
    modules = (legacy_checks, record_based_checks)
    originals = [module.get_orgids_prefixes for module in modules]
    for module in modules:
        module.get_orgids_prefixes = lambda: sorted(organisation_schemes())
    try:
        yield
    finally:
        for module, original in zip(modules, originals, strict=True):
            module.get_orgids_prefixes = original
