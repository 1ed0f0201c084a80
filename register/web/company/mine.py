"""The companies somebody acts for, and what became of what they asked."""

from dataclasses import dataclass
from datetime import date

from flask import render_template
from flask.typing import ResponseReturnValue

from register.extensions import db
from register.store import claims, companies, mandates
from register.store.claims import Claim, ClaimState
from register.store.companies import Company
from register.web.company.door import ACT, door, last_day, now
from register.web.guard import allow, signed_in
from register.web.mandate_words import role_words, state_words


@dataclass(frozen=True, slots=True)
class Held:
    """A company somebody acts for."""

    company: Company
    role: str
    until: date | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A company somebody asked to act for, and where the claim stands as (words, look)."""

    claim: Claim
    company: Company
    state: tuple[str, str]


@door.get("/")
@allow(ACT)
def mine() -> ResponseReturnValue:
    me = signed_in().account_id
    held = [
        Held(companies.company(db.session, each.company_id), role_words(each.role), last_day(each.ends_at))
        for each in mandates.held_by(db.session, me, now=now())
    ]
    asked = [
        Asked(each, companies.company(db.session, each.company_id), state_words(each.state))
        for each in claims.of_account(db.session, me)
        if each.state is not ClaimState.APPROVED
    ]
    return render_template("company/mine.html", held=held, asked=asked)
