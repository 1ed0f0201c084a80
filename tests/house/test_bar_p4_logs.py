"""bar-P4: a log line holds the fields of a list and no others, whatever a careless hand gives it."""

import ast
import json
from pathlib import Path

import pytest
import structlog
from flask import Flask
from sqlalchemy import text

from register import logs
from register.access import Permission
from register.extensions import db
from register.web.guard import allow
from tests.house.canaries import leaks, particulars

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"debug", "info", "warning", "error", "critical", "exception", "msg", "log"}


def _is_log_line(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id in {"log", "logger"}
        and node.func.attr in WORDS
    )


def _calls() -> list[tuple[str, ast.Call]]:
    return [
        (f"{path.relative_to(ROOT)}:{node.lineno}", node)
        for path in sorted((ROOT / "register").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text()))
        if _is_log_line(node) and isinstance(node, ast.Call)
    ]


def test_bar_p4_every_line_of_the_code_logs_listed_fields_and_a_fixed_event() -> None:
    calls = _calls()

    assert len(calls) >= 4
    assert [
        place
        for place, call in calls
        if {word.arg for word in call.keywords} - logs.FIELDS
        or len(call.args) != 1
        or not isinstance(call.args[0], ast.Constant)
        or getattr(call.func, "attr", "") == "exception"
    ] == []


def test_bar_p4_nothing_else_in_the_register_logs_or_prints() -> None:
    loggers = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "register").rglob("*.py"))
        if "import logging" in path.read_text() or "getLogger" in path.read_text()
    ]

    assert loggers == []


def test_bar_p4_what_is_not_on_the_list_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    ana = particulars(1)

    structlog.get_logger("register").error(
        "unforeseen",
        kind="ValueError",
        phone=ana.phone,
        where={"home": ana.home_address},
        exc_info=ValueError(ana.document_number),
        failure="x" * 500,
    )

    (line,) = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert leaks(line, 2) == []
    assert (told["event"], told["kind"], told["left_out"]) == ("unforeseen", "ValueError", 3)
    assert len(told["failure"]) == logs.LONGEST


def test_bar_p4_a_line_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()

    structlog.get_logger("register").warning("work failed", work='mail\r\n{"event":"forged"}\u2028x')

    out = capsys.readouterr().err
    assert out.count("\n") == 1
    assert json.loads(out)["event"] == "work failed"


def test_bar_p4_an_error_on_our_side_tells_a_reference_and_where_and_nothing_of_what_was_told(
    app: Flask, capfd: pytest.CaptureFixture[str]
) -> None:
    """A query that fails with private parameters, in a view whose locals hold more of them."""
    ana = particulars(1)

    @app.get("/fails")
    @allow(Permission.READ_PUBLIC)
    def fails() -> str:
        told = ana
        db.session.execute(text("SELECT :number FROM no_such_table"), {"number": told.document_number})
        raise AssertionError(told.phone)

    page = app.test_client().get("/fails")

    out, err = capfd.readouterr()
    line = json.loads(err.splitlines()[-1])
    assert page.status_code in {500, 503}
    assert leaks(page.text + out + err, 2) == []
    assert line["reference"] in page.text
    assert set(line) <= logs.FIELDS
    assert "Traceback" not in out + err
