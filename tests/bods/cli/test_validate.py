"""`bods validate` explains every fault, with its place and what to do, and its exit code says what came of it."""

import gzip
import io
import sys
from pathlib import Path

import orjson
import pytest

from tests.bods.checks.raw import entity, owns, person, shares
from tests.bods.standard import EXAMPLES, good_examples


@pytest.mark.parametrize("file", good_examples(), ids=lambda file: file.stem)
def test_a_good_file_is_clean(run, file: Path) -> None:
    code, out, err = run("validate", file, "--strict")

    assert (code, out) == (0, "")
    assert "0 findings" in err


def test_a_fault_is_told_with_its_line_its_field_and_what_to_do(run, write) -> None:
    file = write(entity(), person(), owns(subject="nobody-knows"))

    code, out, _ = run("validate", file)

    assert code == 1
    assert f"{file}: line 3, recordDetails/subject\n" in out
    assert "No statement of this file is about the record nobody-knows." in out
    assert "[subject_must_be_record_id]" in out
    assert "Publish a statement about the subject" in out


def test_in_an_array_the_place_is_the_statement(run) -> None:
    file = EXAMPLES / "fault.enum.recordStatus.json"

    code, out, _ = run("validate", file)

    assert code == 1
    assert f"{file}: statement 2, recordStatus\n" in out
    assert "Use one of the codes new, updated, closed.\n" in out


def test_what_is_only_worth_a_look_is_a_fault_to_the_strict_alone(run, write) -> None:
    file = write(entity(fields={"recordStatus": "updated"}), person(), owns())

    code, out, _ = run("validate", file)

    assert code == 0
    assert "worth a look" in out
    assert run("validate", file, "--strict")[0] == 1


def test_programs_get_an_object_for_each_finding_and_a_summary(run, write) -> None:
    file = write(entity(), person(), owns(subject="nobody-knows"))

    _, out, _ = run("validate", "--json", file)

    *findings, last = map(orjson.loads, out.splitlines())
    finding = next(each for each in findings if each["code"] == "subject_must_be_record_id")
    assert finding["line"] == 3
    assert finding["pointer"] == "/recordDetails/subject"
    assert finding["severity"] == "breaks"
    assert last["summary"]["statements"] == 3
    assert last["summary"]["findings"] == len(findings)
    assert last["summary"]["readToTheEnd"] is True


def test_one_check_can_be_asked_alone_and_the_schema_alone(run, write) -> None:
    file = write(entity(), owns("nobody", "alfa", shares(70), shares(70)))

    assert run("validate", file, "--schema-only")[0] == 0
    code, out, _ = run("validate", file, "--only", "interested_party_must_be_record_id")
    assert code == 1
    assert out.count("[") == 1


def test_many_findings_of_one_kind_are_counted_and_shown_on_demand(run, write) -> None:
    file = write(*(entity(f"company-{number}", fields={"recordStatus": None}) for number in range(30)))

    _, few, err = run("validate", file, "--only", "missing_record_status")
    _, all_of_them, _ = run("validate", file, "--only", "missing_record_status", "--all")

    assert few.count("missing_record_status") == 20
    assert "10 not shown" in err
    assert all_of_them.count("missing_record_status") == 30


def test_what_lies_in_the_future_can_be_told(run, write) -> None:
    file = write(entity(fields={"statementDate": "2025-06-01"}))
    only = ["--only", "statement_date_is_future_date"]

    assert run("validate", file, *only)[0] == 0
    assert run("validate", file, *only, "--today", "2025-01-01")[0] == 1


def test_old_versions_are_sent_to_the_upgrade(run, write) -> None:
    file = write({"statementID": "old", "statementType": "entityStatement", "entityType": "registeredEntity"})

    code, out, _ = run("validate", file)

    assert code == 1
    assert out.count("[") == 1
    assert "bods upgrade" in out


@pytest.mark.parametrize(
    "content", [b"", b"[", b"\x00\x01\x02\x03", b"PK\x03\x04", None, gzip.compress(b"[]", mtime=0)[:-4]]
)
def test_a_file_that_cannot_be_read_says_so(run, content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "given.json"
    if content is not None:
        file.write_bytes(content)

    code, out, err = run("validate", file)

    assert code == 2
    assert str(file) in out + err


def test_a_broken_line_is_a_fault_and_the_rest_is_read(run, write) -> None:
    file = write()
    file.write_bytes(file.read_bytes() + b"\n{broken\n")

    code, out, err = run("validate", file)

    assert code == 1
    assert "line 4" in out
    assert "3 statements" in err


def test_the_worst_file_decides(run, write) -> None:
    good, absent = write(), "no-such-file.json"

    assert run("validate", good, absent)[0] == 2


def test_a_dash_reads_what_comes_in(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"statementId": 5}\n')))

    code, out, _ = run("validate", "-")

    assert code == 1
    assert "standard input: line 1" in out


def test_no_command_is_answered_with_how_to_use_it(run, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        run()

    assert caught.value.code == 2
    assert "usage: bods" in capsys.readouterr().err
