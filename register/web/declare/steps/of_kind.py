"""What a body of one kind is asked besides its name: where a listed one is listed, what part of the state another is."""

import re
from typing import Any

from register.declarations.draft import EntityAnswer, EntityKind, Listing, StateBodyKind
from register.web.declare.inputs.countries import CountryField, country_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import text_field
from register.web.declare.steps.kinds import state_body_field
from register.words import _

_WEB = re.compile(r"https?://[^\s<>\"]+")
_ISIN = re.compile(r"[A-Z]{2}[A-Z0-9]{9}[0-9]")
_MARKET = re.compile(r"[A-Z0-9]{4}")


class OfKindForm(Answer):
    """The questions about kinds; a page that asks them has a field `kind` too."""

    exchange = text_field(_("Which stock exchange?"))
    market_country: CountryField = country_field(
        _("In which country is the stock exchange?"), _("Choose the country of the stock exchange")
    )
    ticker = text_field(_("Its short name there"), most=20)
    isin = text_field(_("ISIN of its shares"), most=20)
    market = text_field(_("Code of the market (MIC)"), most=10)
    filings = text_field(_("Address of the page where its filings are"), most=500)
    listing_unknown = text_field(_("You do not know where it is listed? Say why"))
    state_body = state_body_field()
    statute = text_field(_("Which law made it?"))
    local_kind = text_field(_("What does the law there call it?"), most=100)

    def validate(self, extra_validators: object = None) -> bool:
        """A kind is asked what goes with it, and nothing else."""
        kind = self["kind"].data
        if kind != EntityKind.GOVERNMENT:
            self.state_body.validators = []
        if kind != EntityKind.LISTED or not self.market_country.data:
            self.market_country.validators = []
            self.market_country.data = self.market_country.data if kind == EntityKind.LISTED else ""
        good = super().validate(extra_validators)
        return all([good, self.leaving or kind != EntityKind.LISTED or self._listing_told()])

    def _listing_told(self) -> bool:
        good = all([self._codes_fit(), not self.filings.data or self._filings_fit()])
        told = self.filings.data or (self.exchange.data and self.ticker.data) or self.listing_unknown.data
        return good and (
            bool(told)
            or wrong(
                self.exchange,
                _("Enter the stock exchange and the short name there, or a page with filings, or why not"),
            )
        )

    def _filings_fit(self) -> bool:
        fits = _WEB.fullmatch(self.filings.data or "")
        return bool(fits) or wrong(
            self.filings, _("Enter an address that begins with https://, or leave it empty")
        )

    def _codes_fit(self) -> bool:
        good = True
        if self.isin.data and not _ISIN.fullmatch(_code(self.isin.data)):
            good = wrong(self.isin, _("Enter the twelve letters and figures of the ISIN, or leave it empty"))
        if self.market.data and not _MARKET.fullmatch(_code(self.market.data)):
            good = wrong(self.market, _("Enter the four letters of the market’s code, or leave it empty"))
        return good


def filled_of_kind(body: EntityAnswer) -> dict[str, object]:
    """What stands in the questions about kinds already."""
    listing = body.listing or Listing()
    return {
        "exchange": listing.exchange,
        "market_country": listing.country,
        "ticker": listing.ticker,
        "isin": listing.isin,
        "market": listing.operating_market,
        "filings": listing.filings_url,
        "listing_unknown": listing.unknown,
        "state_body": body.state_body.value if body.state_body else None,
        "statute": body.statute,
        "local_kind": body.local_kind,
    }


def told_of_kind(before: EntityAnswer | None, kind: EntityKind, form: OfKindForm) -> dict[str, Any]:
    """What is told of this kind of body alone; what was told of another kind goes."""
    government = kind is EntityKind.GOVERNMENT
    named = kind in (EntityKind.TRUST, EntityKind.OTHER, EntityKind.PARTNERSHIP)
    return {
        "listing": _listing(before, form) if kind is EntityKind.LISTED else None,
        "state_body": StateBodyKind(form.state_body.data) if government and form.state_body.data else None,
        "statute": (form.statute.data or "") if government else "",
        "local_kind": (form.local_kind.data or "") if named else "",
    }


def _listing(before: EntityAnswer | None, form: OfKindForm) -> Listing:
    told = (before.listing if before else None) or Listing()
    market = _code(form.market.data)
    # A market without parts of its own is its own part: the two codes are then the same.
    same = market == told.operating_market
    return Listing(
        exchange=form.exchange.data or "",
        country=form.market_country.data or told.country or form["country"].data or "",
        ticker=form.ticker.data or "",
        market=told.market if same else market,
        operating_market=market,
        isin=_code(form.isin.data),
        filings_url=form.filings.data or "",
        unknown=form.listing_unknown.data or "",
    )


def _code(typed: str | None) -> str:
    return "".join((typed or "").split()).upper()
