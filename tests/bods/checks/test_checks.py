"""The folder is the list of checks, and each can be asked."""

from pathlib import Path

import pytest

from bods.checks import checks, findings
from bods.reading import read_statements
from tests.bods.standard import good_examples


def test_every_check_has_a_code_of_its_own_and_a_rule_in_a_sentence() -> None:
    codes = [check.code for check in checks()]

    assert {"shares-over-100", "missing-record-status"} <= set(codes)
    assert len(set(codes)) == len(codes)
    assert all(check.rule.endswith(".") for check in checks())


@pytest.mark.parametrize("file", good_examples(), ids=lambda file: file.stem)
def test_good_files_give_no_findings(file: Path) -> None:
    assert findings(read_statements(file)) == []
