"""Contracts that were awarded, who won them, and who owned the winners: never who else bid."""

from flask import abort, render_template, request
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.actions import published_contracts
from register.extensions import db
from register.web.guard import allow
from register.web.public import twins
from register.web.public.door import door
from register.web.public.known import today
from register.web.public.paging import Page, asked_page
from register.web.public.winners import Winner, winners

#: Awards on one page of the list.
ON_A_PAGE = 20


@door.get("/contracts")
@allow(Permission.READ_PUBLIC)
def contracts() -> ResponseReturnValue:
    found, page = _asked_contracts()
    return render_template(
        "public/contracts.html", found=found, page=page, waiting=_only_waiting(), as_of=today()
    )


@door.get("/contracts.json")
@allow(Permission.READ_PUBLIC)
def contracts_data() -> ResponseReturnValue:
    return twins.answer(twins.contracts(*_asked_contracts()))


def _only_waiting() -> bool:
    return request.args.get("waiting") == "yes"


def _asked_contracts() -> tuple[tuple[Winner, ...], Page]:
    number = asked_page()
    offset = (number - 1) * ON_A_PAGE
    if _only_waiting():
        awards, total = published_contracts.waiting_contracts(db.session, ON_A_PAGE, offset)
    else:
        awards = published_contracts.latest_contracts(db.session, ON_A_PAGE, offset)
        total = published_contracts.lines(db.session)
    return winners(db.session, awards), Page(number, ON_A_PAGE, total)


@door.get("/contracts/<path:ocid>")
@allow(Permission.READ_PUBLIC)
def contract(ocid: str) -> ResponseReturnValue:
    awards = published_contracts.contract(db.session, ocid) or abort(404)
    days = [award.awarded_on for award in awards if award.awarded_on]
    day = max(days, default=today())
    return render_template(
        "public/contract.html", award=awards[0], won=winners(db.session, awards, day), day=day, as_of=today()
    )


@door.get("/contracts/<path:ocid>.json")
@allow(Permission.READ_PUBLIC)
def contract_data(ocid: str) -> ResponseReturnValue:
    awards = published_contracts.contract(db.session, ocid) or abort(404)
    return twins.answer(twins.contract(winners(db.session, awards)))
