"""`flask owners COMPANY`: who owned a company on a day, as known on a day, with the statements that say so."""

from datetime import UTC, date, datetime

import click
import orjson
from flask import current_app
from flask.cli import with_appcontext

from register.actions.ask_owners import (
    CompanyNotDeclaredError,
    NothingKnownThenError,
    OwnerShown,
    OwnersShown,
    SeveralCompaniesError,
    Step,
    ask_owners,
)
from register.extensions import db
from register.graph.shares import Range, text_of

DAY = click.DateTime(["%Y-%m-%d"])


@click.command("owners")
@click.argument("company")
@click.option("--at", type=DAY, help="The day asked about; today when left out.")
@click.option("--known", type=DAY, help="Only what the register had learnt by the end of this day counts.")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@with_appcontext
def command(company: str, at: datetime | None, known: datetime | None, as_json: bool) -> None:
    """Say who owned COMPANY, by its official number or its record id. For officers: nothing is left out."""
    law = current_app.extensions["jurisdiction"]
    today: date = law.day_of(datetime.now(UTC))
    try:
        shown = ask_owners(
            db.session,
            company,
            at=at.date() if at else today,
            known=known.date() if known else today,
            jurisdiction=law,
        )
    except (CompanyNotDeclaredError, SeveralCompaniesError, NothingKnownThenError) as error:
        raise click.ClickException(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    click.echo(orjson.dumps(_json(shown), option=orjson.OPT_INDENT_2).decode() if as_json else _text(shown))


def _text(shown: OwnersShown) -> str:
    head = f"{shown.name} ({shown.company}) on {shown.at}, as known on {shown.known}:"
    lines = [line for each in shown.owners for line in _lines(each)]
    return "\n".join([head, *(lines or [f"  nobody has {shown.threshold} % or more, or control."])])


def _lines(each: OwnerShown) -> list[str]:
    owner = each.owner
    said = [text_of(owner.economic)] if owner.economic and owner.economic.high > 0 else []
    said += [f"by {way}" for way in owner.ways]
    doubt = "" if owner.does else " (perhaps)"
    end = "" if owner.ultimate else ", on the way"
    links = [
        f"    {step.holder} > {step.held}{f' {step.shares} %' if step.shares else ''}  [{step.statement_id}]"
        for step in dict.fromkeys(step for chain in each.chains for step in chain)
    ]
    return [f"  {owner.name}: {', '.join(said)}{doubt}{end}", *links]


def _json(shown: OwnersShown) -> dict[str, object]:
    return {
        "company": shown.company,
        "name": shown.name,
        "at": shown.at,
        "known": shown.known,
        "threshold": shown.threshold,
        "owners": [
            {
                "key": each.owner.key,
                "kind": each.owner.kind,
                "name": each.owner.name,
                "economic": _share(each.owner.economic),
                "control": list(each.owner.ways),
                "certain": each.owner.does,
                "ultimate": each.owner.ultimate,
                "chains": [[_step(step) for step in chain] for chain in each.chains],
                "statements": list(each.evidence),
            }
            for each in shown.owners
        ],
    }


def _share(share: Range | None) -> dict[str, object] | None:
    if share is None:
        return None
    return {
        "low": f"{share.low:f}",
        "high": f"{share.high:f}",
        "lowExcluded": share.low_excluded,
        "highExcluded": share.high_excluded,
    }


def _step(step: Step) -> dict[str, object]:
    return {
        "holder": step.holder,
        "held": step.held,
        "shares": step.shares or None,
        "since": step.since,
        "declaredOn": step.declared_on,
        "statement": step.statement_id,
    }
