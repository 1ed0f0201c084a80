"""What a room of the library gives to others says what it takes, what it gives, and which errors it raises."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from textwrap import dedent

import pytest

import bods
from bods import exceptions

_ERRORS = {
    name for name, kind in vars(exceptions).items() if inspect.isclass(kind) and issubclass(kind, Exception)
}


def given() -> Iterator[tuple[str, object]]:
    """Every function and class of ours that a module names in `__all__`, or that a module without one makes public."""
    for found in pkgutil.walk_packages(bods.__path__, "bods."):
        if found.name.endswith("__main__") or found.name.startswith(
            ("bods.cli", "bods.checks.", "bods.exports.")
        ):
            continue
        module = importlib.import_module(found.name)
        for name in getattr(module, "__all__", ()):
            thing = getattr(module, name)
            if inspect.isfunction(thing) or (inspect.isclass(thing) and thing.__module__.startswith("bods.")):
                yield f"{found.name}.{name}", thing


GIVEN = dict(given())


@pytest.mark.parametrize("name", GIVEN)
def test_what_is_given_to_others_is_explained(name: str) -> None:
    words = inspect.getdoc(GIVEN[name]) or ""

    assert len(words) > 15
    assert words.split("\n")[0].rstrip().endswith((".", ":", ",")) or "\n" in words


@pytest.mark.parametrize("name", [name for name, thing in GIVEN.items() if inspect.isfunction(thing)])
def test_errors_that_a_function_raises_are_named(name: str) -> None:
    tree = ast.parse(dedent(inspect.getsource(GIVEN[name])))  # type: ignore[arg-type]  # a function
    raised = {
        node.exc.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and isinstance(node.exc.func, ast.Name)
    }

    assert all(error in (inspect.getdoc(GIVEN[name]) or "") for error in raised & _ERRORS)


def test_many_things_are_given() -> None:
    assert len(GIVEN) > 100
