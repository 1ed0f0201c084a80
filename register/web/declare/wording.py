"""Answers in the words of a sentence: shares, what somebody holds, countries, documents."""

from datetime import date

from flask_babel import gettext

from bods.codelists import InterestType
from register.declarations.draft import Declarant, Draft, EntityAnswer, Holding, IndirectClaim
from register.web.declare.inputs.countries import country_name, two_letters
from register.web.declare.kept import jurisdiction
from register.web.declare.share_words import share_words
from register.web.declare.steps.declarant import capacity_words
from register.web.declare.steps.holding import control_words
from register.web.declare.steps.kinds import KINDS
from register.web.declare.steps.parties import said
from register.web.words import day

__all__ = [
    "claim_words",
    "country_name",
    "declarant_words",
    "document_words",
    "holding_words",
    "kind_words",
    "number_words",
    "share_words",
    "shares_short",
    "since_words",
    "term_words",
]


def shares_short(holding: Holding) -> str:
    """The shares held, for a running total; what else there is, when there are none."""
    if holding.shares is not None:
        return share_words(holding.shares)
    return gettext("no shares") if said(holding) else gettext("not answered")


def holding_words(holding: Holding) -> list[str]:
    """What is held, each thing in a few words; empty while nothing was said."""
    return [_with_days(holding, each, _kind(holding, each)) for each in holding.interests]


def _kind(holding: Holding, interest: InterestType) -> str:
    if interest is InterestType.SHAREHOLDING and holding.shares is not None:
        return gettext("%(share)s of the shares", share=share_words(holding.shares))
    if interest is InterestType.VOTING_RIGHTS and holding.votes is not None:
        return gettext("%(share)s of the votes", share=share_words(holding.votes))
    return str(control_words(interest))


def _with_days(holding: Holding, interest: InterestType, words: str) -> str:
    """One thing that is held, with the days that are its own."""
    own = next((each for each in holding.terms if each.interest is interest), None)
    told = term_words(own.since, own.until) if own else ""
    return f"{words} ({told})" if told else words


def term_words(since: date | None, until: date | None) -> str:
    """From when until when, as far as it is told."""
    told = (
        gettext("since %(day)s", day=day(since)) if since else "",
        gettext("until %(day)s", day=day(until)) if until else "",
    )
    return " ".join(each for each in told if each)


def since_words(holding: Holding) -> str:
    """Since when, as far as it is known."""
    if holding.since is None and all(holding.term(each).since for each in holding.interests):
        return gettext("each since its own day")
    if holding.since is None:
        return gettext("since a day that is not known")
    return gettext("since %(day)s", day=day(holding.since))


def kind_words(body: EntityAnswer) -> str:
    """What kind of body it is."""
    return gettext(KINDS[body.kind])


def number_words(body: EntityAnswer) -> str:
    """A body's number with the name of its list."""
    if not body.number:
        return ""
    scheme = jurisdiction().scheme(body.scheme)
    return f"{body.number} ({gettext(scheme.label)})" if scheme else body.number


def declarant_words(declarant: Declarant | None) -> str:
    """Who declares, and as what."""
    if declarant is None or not declarant.name:
        return ""
    capacity = str(capacity_words(declarant.capacity))
    return f"{declarant.name}, {capacity[:1].lower()}{capacity[1:]}" if capacity else declarant.name


def document_words(draft: Draft, key: str) -> str:
    """Which identity document a person was named with; for the company's own eyes only."""
    private = draft.particulars.get(key)
    if private is None or not private.document_number:
        return ""
    documents = jurisdiction().identity_documents
    label = next((gettext(each.label) for each in documents if each.scheme == private.document_scheme), None)
    return f"{label or _foreign(private.document_scheme)} {private.document_number}"


def _foreign(scheme: str) -> str:
    """A document of another country, by the standard's code of it: UGA-PASSPORT is a passport of Uganda."""
    country = two_letters(scheme.partition("-")[0])
    return gettext("Passport (%(country)s)", country=country_name(country)) if country else scheme


def claim_words(told: IndirectClaim) -> str:
    """What somebody says they hold in all, through others."""
    shares = share_words(told.shares) if told.shares else ""
    if told.votes is None or told.votes == told.shares:
        return shares
    votes = gettext("%(share)s of the votes", share=share_words(told.votes))
    return "; ".join(each for each in (shares, votes) if each)
