"""The list of tenders: what waits for an officer, found by filters that live in the address."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.extensions import db
from register.flags.flag import Severity
from register.store import screening_lists
from register.store.screening_lists import Order, Wanted
from register.store.tender_stages import Stage
from register.web.findings.shown import titles
from register.web.guard import allow
from register.web.ruling import local_today
from register.web.screen.declaring import own_tenders
from register.web.screen.door import door
from register.web.withheld import kept_from_me

LONGEST_TEXT = 200
FIRST_DESCENDING = frozenset({Order.CLOSES, Order.BIDDERS, Order.FINDINGS})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    wanted: Wanted
    page: int

    @property
    def answers(self) -> dict[str, str]:
        """The filters as they stand in an address, what is usual left out."""
        wanted = self.wanted
        told = {
            "text": wanted.text,
            "stage": wanted.stage.value if wanted.stage else "",
            "flag": wanted.flag,
            "waiting": "yes" if wanted.to_answer else "",
            "by": wanted.order.value if wanted.order is not Order.CLOSES else "",
            "way": "" if wanted.descending is (wanted.order in FIRST_DESCENDING) else "other",
        }
        return {name: value for name, value in told.items() if value}

    def sorted_by(self, order: Order) -> str:
        """The address of the same list in another order; asked twice, the other way round."""
        again = self.wanted.order is order
        descending = not self.wanted.descending if again else order in FIRST_DESCENDING
        return replace(self, wanted=replace(self.wanted, order=order, descending=descending)).address()

    def address(self, page: int = 1) -> str:
        answers = {**self.answers, "page": str(page)} if page > 1 else self.answers
        return url_for("screen.tenders") + (f"?{urlencode(answers)}" if answers else "")

    def at_stage(self, stage: Stage | None) -> str:
        """The address of the same list at one stage, or at all."""
        return replace(self, wanted=replace(self.wanted, stage=stage)).address()

    def way(self, order: Order) -> str | None:
        """How the column of this order is sorted, for screen readers too."""
        if self.wanted.order is not order:
            return None
        return "descending" if self.wanted.descending else "ascending"


def asked() -> Asked:
    """Read the address; what it cannot mean is left out rather than refused."""
    stage = request.args.get("stage", "")
    by = request.args.get("by", "")
    order = Order(by) if by in set(Order) else Order.CLOSES
    usual = order in FIRST_DESCENDING
    page = request.args.get("page", "1")
    return Asked(
        Wanted(
            today=local_today(),
            text=request.args.get("text", "").strip()[:LONGEST_TEXT],
            stage=Stage(stage) if stage in set(Stage) else None,
            flag=flag if (flag := request.args.get("flag", "")) in titles() else "",
            to_answer=request.args.get("waiting") == "yes",
            without=kept_from_me(),
            order=order,
            descending=usual if request.args.get("way") != "other" else not usual,
        ),
        page=max(int(page[:6]), 1) if page.isdecimal() else 1,
    )


@door.get("")
@allow(Permission.SCREEN)
def tenders() -> ResponseReturnValue:
    question = asked()
    found = screening_lists.tenders(db.session, question.wanted, page=question.page)
    return render_template(
        "screen/tenders.html",
        asked=question,
        found=found,
        orders=Order,
        stages=Stage,
        severities=tuple(Severity),
        flags=sorted(titles().items(), key=lambda each: each[1]),
        to_declare=[each for each in own_tenders() if each.waits],
    )
