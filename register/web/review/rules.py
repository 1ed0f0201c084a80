"""Thresholds and deadlines: what is in force, what changes when, and proposing a change."""

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from register.access import Permission
from register.actions.change_rules import RuleDayPastError, propose_rule
from register.actions.propose import AlreadyProposedError
from register.extensions import db
from register.four_eyes import ProposalKind
from register.jurisdictions.rulesets import SETTINGS, RuleValueError, Setting, value_of
from register.store import proposals
from register.web.guard import allow, signed_in
from register.web.review.asking import RuleForm
from register.web.review.door import door, law, local_day, now
from register.web.ruling import rule_lines


@door.get("/rules")
@allow(Permission.SET_RULES)
def rules() -> ResponseReturnValue:
    today = local_day(now())
    waiting = {each.about for each in proposals.waiting(db.session, [ProposalKind.RULES])}
    return render_template(
        "review/rules.html", lines=rule_lines(), waiting=waiting, ruleset=law().ruleset, today=today
    )


@door.route("/rules/<setting>", methods=["GET", "POST"])
@allow(Permission.SET_RULES)
def rule(setting: str) -> ResponseReturnValue:
    known, form = SETTINGS.get(setting) or abort(404), RuleForm()
    if form.validate_on_submit() and _proposed(known, form):
        db.session.commit()
        flash(gettext("Your proposal waits for a colleague."))
        return redirect(url_for("review.rules"))
    value = value_of(law(), setting)
    return render_template("review/rule.html", setting=known, value=value, form=form)


def _proposed(setting: Setting, form: RuleForm) -> bool:
    moment = now()
    try:
        propose_rule(
            db.session,
            setting.name,
            form.value.data.strip(),
            form.from_day.value or abort(400),
            form.source.data,
            form.reason.data,
            by=signed_in(),
            now=moment,
            today=local_day(moment),
            jurisdiction=law(),
        )
    except RuleValueError:
        form.value.errors = [
            gettext("Enter another value than today’s: a share between 0 and 100, or a whole number of days.")
        ]
        return False
    except RuleDayPastError:
        form.from_day.form.form_errors.append(gettext("Enter a day after today: rules do not reach back."))
        return False
    except AlreadyProposedError:
        form.value.errors = [gettext("A change of this setting waits for a colleague already.")]
        return False
    return True
