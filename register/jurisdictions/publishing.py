"""What goes with a place's published data: who publishes it, by which rules, and what is never in it. In English."""

from bods.publication import About, Licence, Origin, Publisher, Rules
from register.jurisdictions.jurisdiction import Jurisdiction, PublicationRule

_WHEN = {
    PublicationRule.ON_ACCEPTANCE: "A declaration is published as soon as it is accepted.",
    PublicationRule.ON_AWARD: "The declarations of a company are published once an award to it is known, with all that it "
    "declared before.",
    PublicationRule.WITH_CONSENT: "A declaration is published when those who signed it agreed to that.",
}
_NEVER = (
    "Numbers of identity cards, passports, birth certificates and taxes of persons.",
    "Dates of birth, and where and when somebody died or was born.",
    "Addresses of persons: of where they live or take letters there is the country alone.",
    "Telephone numbers and e-mail addresses.",
    (
        "Declarations that are not accepted, answers that are not signed, who bids before an award, and what officers ask "
        "and find."
    ),
)
_WHY = (
    "Who owns a company is public; what would let somebody pass for a person, or find their home, is not. It is given in "
    "confidence, kept apart, and is in none of these files. An owner who is withheld for their safety is there without "
    "a name, with the reason."
)
_DATES = (
    "Days are given as they were declared; none is rounded. `statementDate` is the day of the declaration, `startDate` and "
    "`endDate` of an interest are what was declared. What was published when is told to the second, in UTC."
)
_CORRECTIONS = (
    "A mistake is put right by a new statement and never by changing one. The newest counts; of two that speak of one day, "
    "the one that was published later."
)
_REDACTIONS = (
    "Where something must be withheld after all, the statement is published anew under its identifier without it, as the "
    "standard allows, and the files are made anew. Use the newest."
)


def about_downloads(place: Jurisdiction, base_url: str, up_to: int) -> About:
    """Give what a publication that reaches to a number of the public log says of itself."""
    base = base_url.rstrip("/")
    return About(
        name=f"umiliki-{place.code.replace('_', '-')}",
        title=f"Who owns the companies, {place.name}, {place.country}",
        description=f"Statements about who owns and controls companies in public procurement, {place.name}, "
        f"{place.country}.",
        homepage=f"{base}/data",
        version=f"up to record {up_to} of the public log",
        publisher=Publisher(place.publisher_name, place.publisher_url, place.contact_email),
        licence=Licence(place.licence_title, place.licence, place.licence_code),
        origins=(Origin("Declarations of the companies themselves", f"{base}/"),),
        rules=_rules(place, base),
    )


def _rules(place: Jurisdiction, base: str) -> Rules:
    return Rules(
        who_declares=place.who_declares,
        owner_threshold=place.owner_threshold,
        when_published=_WHEN[place.publication_rule],
        deadlines=(
            (
                f"Whoever wins declares by the day that the letter of award sets; where none is known, within "
                f"{place.declaration_deadline_days} days of the award."
            ),
            f"Changes are declared within {place.change_deadline_days} days.",
        ),
        dates=_DATES,
        corrections=_CORRECTIONS,
        redactions=_REDACTIONS,
        never_published=_NEVER,
        why_left_out=_WHY,
        person_scheme_name=place.person_identifier_scheme_name,
        how_to_check=(
            f"Each statement has a number in the public log, without gaps. {base}/api/published.jsonl gives number, salt, "
            "text and leaf hash: SHA-256 of a zero byte and of SHA-256 of the salt and the text."
        ),
    )
