"""Put an approved change of a threshold or a deadline into force, from its day on."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from register.access import Principal
from register.actions.propose import propose
from register.exceptions import RegisterError
from register.four_eyes import Proposal, ProposalKind
from register.jurisdictions import Jurisdiction
from register.jurisdictions.rulesets import RuleChange, RuleValueError, setting_called, value_of
from register.store import published_rules


class RuleDayPastError(RegisterError):
    """A change of the rules would reach back: what was declared and found until today keeps its rules."""

    def __init__(self, from_day: date) -> None:
        self.from_day = from_day
        super().__init__(f"rules do not change from {from_day.isoformat()}: that day is over")


def propose_rule(
    session: Session,
    setting: str,
    value: str,
    from_day: date,
    source: str,
    reason: str,
    *,
    by: Principal,
    now: datetime,
    today: date,
    jurisdiction: Jurisdiction,
) -> Proposal:
    """Propose that a setting has a new value from a day after today on.

    Raises RuleUnknownError; RuleValueError, also when the setting has this value on that day already; RuleDayPastError;
    NotTheirRightError, ProposalReasonMissingError, AlreadyProposedError.
    """
    setting_called(setting).read(setting, value)
    if from_day <= today:
        raise RuleDayPastError(from_day)
    if value_of(published_rules.rules_on(session, jurisdiction, from_day), setting) == value:
        raise RuleValueError(setting, value)

    what = {"value": value, "from": from_day.isoformat(), "source": source.strip()}
    return propose(session, ProposalKind.RULES, setting, what, reason, by=by, now=now)


def change_rules(session: Session, proposal: Proposal, *, now: datetime, today: date) -> None:
    """Keep the change that was approved.

    Raises RuleDayPastError when its day came before the second pair of eyes did; RuleUnknownError, RuleValueError.
    """
    from_day = date.fromisoformat(proposal.what["from"])
    change = RuleChange(
        proposal.about, proposal.what["value"], from_day, proposal.what["source"], proposal.id
    )

    setting_called(change.setting).read(change.setting, change.value)
    if from_day <= today:
        raise RuleDayPastError(from_day)

    published_rules.add(session, change, at=now)
