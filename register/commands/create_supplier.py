"""`flask create-supplier EMAIL NAME ...`: an account for a supplier's person, and a link to enrol with."""

from datetime import UTC, datetime

import click
from flask import current_app
from flask.cli import with_appcontext

from register.actions.create_supplier import NumberMisfitError, create_supplier
from register.extensions import db
from register.jurisdictions import IdentifierScheme, Jurisdiction
from register.store.accounts import EmailTakenError


@click.command("create-supplier")
@click.argument("email")
@click.argument("name")
@click.option("--company-scheme", required=True, help="Code of the list that numbers companies (KE-RCO).")
@click.option("--company-number", required=True, help="The company's number on that list.")
@click.option("--company-name", required=True, help="The registered name; a known company keeps its own.")
@click.option("--language", default="en", help="Language of letters to the person.")
@with_appcontext
def command(
    email: str, name: str, company_scheme: str, company_number: str, company_name: str, language: str
) -> None:
    """Make an account for NAME, who signs in as EMAIL and declares for one company."""
    try:
        invitation = create_supplier(
            db.session,
            email,
            name,
            scheme=_scheme(company_scheme),
            number=company_number,
            company_name=company_name,
            by="clock",
            now=datetime.now(UTC),
            language=language,
        )
    except EmailTakenError:
        raise click.ClickException("Somebody has an account with this address already.") from None
    except NumberMisfitError as error:
        raise click.ClickException(f"The number does not fit its list. {error.scheme.hint}") from None
    db.session.commit()
    click.echo("Hand over this link yourself. It works once, for 72 hours, and is not shown again:")
    click.echo(invitation.address(current_app.extensions["config"].base_url))


def _scheme(code: str) -> IdentifierScheme:
    jurisdiction: Jurisdiction = current_app.extensions["jurisdiction"]
    scheme = jurisdiction.scheme(code)
    if scheme is None:
        known = ", ".join(each.code for each in jurisdiction.identifier_schemes)
        raise click.ClickException(f"There is no such list here; there are {known}.")
    return scheme
