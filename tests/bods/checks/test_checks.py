"""The folder is the list of checks, and each says what it asks, why, and what to do."""

import inspect
import sys

import pytest

from bods.checks import Check, checks


@pytest.mark.parametrize("code", checks())
def test_a_check_says_its_rule_its_reason_its_source_and_what_to_do(code: str) -> None:
    module = sys.modules[f"bods.checks.{code}"]

    words = inspect.getdoc(module) or ""

    assert words.splitlines()[0].endswith(".")
    assert "Source: " in words
    assert isinstance(checks()[code], Check)
    assert checks()[code].remedy.endswith(".")
