"""`flask screen TENDER`: what the flags say of one tender now, with what proves it; nothing is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime

import click
import orjson
from flask import current_app
from flask.cli import with_appcontext

from register.actions.screen_tender import Asked, ScreenedTender, SeveralTendersError, screen_tender
from register.extensions import db
from register.flags.flag import Finding, Proof, Severity, Unclear
from register.graph.telling import Sentence
from register.store.contracts import ProcessUnknownError

WEIGHT = {
    Severity.ANSWER_FIRST: "Answer first",
    Severity.STRONG: "Strong",
    Severity.ASK: "Ask",
    Severity.CONTEXT: "For context",
}


@click.command("screen")
@click.argument("tender")
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@with_appcontext
def command(tender: str, as_json: bool) -> None:
    """Ask the flags of TENDER, by its OCID or its number. For officers: nothing is left out, and nothing is kept."""
    try:
        seen = screen_tender(
            db.session, tender, now=datetime.now(UTC), jurisdiction=current_app.extensions["jurisdiction"]
        )
    except (ProcessUnknownError, SeveralTendersError) as error:
        raise click.ClickException(f"{str(error)[:1].upper()}{str(error)[1:]}.") from error
    click.echo(
        orjson.dumps(_json(seen), option=orjson.OPT_INDENT_2).decode() if as_json else "\n".join(_lines(seen))
    )


def _lines(seen: ScreenedTender) -> Iterator[str]:
    yield f"{seen.title} ({seen.ocid}) on {seen.as_of}: {len(seen.bidders)} bidders, {seen.effective} in effect."
    for each in seen.findings:
        state = f", {each.state.value}" if each.state else ""
        yield f"  {WEIGHT[each.finding.severity]}: {_words(each.finding)}  [{each.finding.code}{state}]"
        for proof in each.finding.proofs:
            yield f"    {proof.words}  [{' '.join((*proof.statement_ids, *proof.pointers))}]"
    if not seen.findings:
        yield "  Nothing was found."
    names = dict(seen.bidders)
    for unclear in seen.unclear:
        whose = f" of {names[unclear.bidder]}" if unclear.bidder in names else ""
        yield f"  Could not be judged{whose}: {_reason(unclear)}  [{unclear.code}]"


def _words(finding: Finding) -> str:
    return str(Sentence(finding.sentence, finding.facts))


def _reason(unclear: Unclear) -> str:
    return str(Sentence(unclear.reason, unclear.facts))


def _json(seen: ScreenedTender) -> dict[str, object]:
    return {
        "ocid": seen.ocid,
        "title": seen.title,
        "asOf": seen.as_of,
        "bidders": [{"key": key, "name": name} for key, name in seen.bidders],
        "effectiveBidders": seen.effective,
        "findings": [_finding(each) for each in seen.findings],
        "notJudged": [
            {"code": each.code, "bidder": each.bidder or None, "reason": _reason(each)}
            for each in seen.unclear
        ],
    }


def _finding(asked: Asked) -> dict[str, object]:
    finding = asked.finding
    return {
        "code": finding.code,
        "version": finding.version,
        "fingerprint": finding.fingerprint,
        "severity": finding.severity.name.lower().replace("_", "-"),
        "strength": finding.strength.value,
        "sentence": _words(finding),
        "details": [str(each) for each in finding.details],
        "state": asked.state.value if asked.state else None,
        "bidders": list(asked.bidders),
        "about": list(asked.about),
        "proofs": [_proof(each) for each in finding.proofs],
    }


def _proof(proof: Proof) -> dict[str, object]:
    return {
        "words": str(proof.words),
        "statements": list(proof.statement_ids),
        "pointers": list(proof.pointers),
    }
