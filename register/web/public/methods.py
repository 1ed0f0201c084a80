"""What the register looks for, and how: one page a flag, made from the flag's own file."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.flags import portfolio_registry, registry
from register.flags.flag import Flag, PortfolioFlag
from register.flags.methodology import methodology
from register.web.guard import allow
from register.web.public import twins
from register.web.public.door import door
from register.web.public.known import law
from register.web.ruling import rule_lines


@door.get("/flags")
@allow(Permission.READ_PUBLIC)
def flags() -> ResponseReturnValue:
    return render_template(
        "public/flags.html",
        flags=[(each, methodology(each)) for each in registry()],
        across=[(each, methodology(each)) for each in portfolio_registry()],
        rules=rule_lines(),
        ruleset=law().ruleset,
    )


@door.get("/flags.json")
@allow(Permission.READ_PUBLIC)
def flags_data() -> ResponseReturnValue:
    return twins.answer(
        {
            "flags": [twins.flag(each, methodology(each)) for each in _all()],
            "ruleset": law().ruleset,
            "rules": [twins.rule(each) for each in rule_lines()],
        }
    )


@door.get("/flags/<code>")
@allow(Permission.READ_PUBLIC)
def flag(code: str) -> ResponseReturnValue:
    found = _flag(code)
    across = isinstance(found, PortfolioFlag)
    return render_template(
        "public/flag.html", flag=found, method=methodology(found), law=law(), across=across
    )


@door.get("/flags/<code>.json")
@allow(Permission.READ_PUBLIC)
def flag_data(code: str) -> ResponseReturnValue:
    found = _flag(code)
    return twins.answer(twins.flag(found, methodology(found)))


def _flag(code: str) -> Flag | PortfolioFlag:
    return next((each for each in _all() if each.code == code), None) or abort(404)


def _all() -> list[Flag | PortfolioFlag]:
    return [*registry(), *portfolio_registry()]
