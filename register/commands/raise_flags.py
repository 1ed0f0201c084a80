"""`flask raise-flags`: ask the flags of some processes again, or of all and across them."""

import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click
import orjson
from flask import current_app
from flask.cli import with_appcontext
from tqdm import tqdm

from register.actions.changed_since import changed_since
from register.actions.raise_flags import Outcome, raise_flags
from register.actions.raise_portfolio_flags import OutcomeAcross, raise_portfolio_flags
from register.extensions import db
from register.store import contracts
from register.store.findings import Difference

WHEN = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"])


@click.command("raise-flags")
@click.argument("ocids", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every process the register knows, and across them.")
@click.option("--across", is_flag=True, help="Only the flags that look across tenders.")
@click.option(
    "--since",
    type=WHEN,
    help="Processes of which a release or a declaration told something new since, by the register's clock.",
)
@click.option("--json", "as_json", is_flag=True, help="The outcome as one JSON object.")
@with_appcontext
def command(
    ocids: tuple[str, ...], everything: bool, across: bool, since: datetime | None, as_json: bool
) -> None:
    """Ask the flags of each OCID again; each is kept as soon as it is done, so a run may be broken off."""
    if [everything, across, bool(ocids), since is not None].count(True) != 1:
        raise click.UsageError("Name processes, or say --all.")
    asked = None if across else [_ask(each) for each in _listed(_meant(ocids, since))]
    met = _across() if everything or across else None
    if as_json:
        told = {"processes": list(map(_process, asked or ())), "across": _whole(met) if met else None}
        click.echo(orjson.dumps(told, option=orjson.OPT_INDENT_2).decode())
    else:
        _tell(asked, met)
    failed = {code for each in (*(asked or ()), *([met] if met else ())) for code in each.failed}
    if failed:
        raise click.ClickException(
            f"These flags failed and are marked as not judged: {', '.join(sorted(failed))}."
        )


def _meant(ocids: tuple[str, ...], since: datetime | None) -> tuple[str, ...]:
    if ocids:
        return ocids
    if since is None:
        found = contracts.ocids(db.session)
    else:
        zone = ZoneInfo(current_app.extensions["jurisdiction"].timezone)
        found = changed_since(db.session, since.replace(tzinfo=zone).astimezone(UTC))
    db.session.rollback()
    return found


def _listed(ocids: tuple[str, ...]) -> "tqdm[str]":
    return tqdm(ocids, unit="process", file=sys.stderr, disable=not sys.stderr.isatty())


def _ask(ocid: str) -> Outcome:
    try:
        outcome = raise_flags(
            db.session, ocid, now=datetime.now(UTC), jurisdiction=current_app.extensions["jurisdiction"]
        )
    except contracts.ProcessUnknownError as error:
        raise click.ClickException(str(error)) from error
    db.session.commit()
    return outcome


def _across() -> OutcomeAcross:
    law = current_app.extensions["jurisdiction"]
    outcome = raise_portfolio_flags(db.session, now=datetime.now(UTC), jurisdiction=law)
    db.session.commit()
    return outcome


def _tell(asked: list[Outcome] | None, met: OutcomeAcross | None) -> None:
    if asked is not None:
        click.echo(
            f"{len(asked)} processes asked, {sum(each.found for each in asked)} findings, "
            f"{sum(len(each.difference.new) for each in asked)} of them new."
        )
    if met:
        click.echo(
            f"{met.awards} awards asked across tenders, {met.found} findings, "
            f"{len(met.difference.new)} of them new."
        )


def _process(outcome: Outcome) -> dict[str, object]:
    return {"ocid": outcome.ocid, "asOf": outcome.as_of, **_counts(outcome)}


def _whole(outcome: OutcomeAcross) -> dict[str, object]:
    return {"awards": outcome.awards, **_counts(outcome)}


def _counts(outcome: Outcome | OutcomeAcross) -> dict[str, object]:
    difference: Difference = outcome.difference
    return {
        "found": outcome.found,
        "notJudged": outcome.unclear,
        "new": list(difference.new),
        "changed": list(difference.changed),
        "back": list(difference.back),
        "gone": list(difference.gone),
        "failed": list(outcome.failed),
    }
