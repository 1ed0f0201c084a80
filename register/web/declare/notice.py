"""What the declarant is told before signing: what is published, what is not, and what a false answer means.

The version changes with every change of the words, so that it can be shown what was signed under which notice.
"""

from flask_babel import gettext

from register.jurisdictions import Jurisdiction, PublicationRule
from register.words import N_

VERSION = "2026-01"

PARAGRAPHS = (
    N_(
        "You declare who owns and controls the company, as the law on companies and the county’s tender "
        "documents ask of every supplier. %(county)s keeps the declaration."
    ),
    N_(
        "Published: the company and every body in the chain with name, number and country; each owner’s name, "
        "nationality and country of residence; what each one holds and since when; the reason where nobody is named."
    ),
    N_(
        "Never published: identity documents and their numbers, PIN, date of birth, telephone, e-mail and home "
        "address. They are kept encrypted. Apart from your company, only the county’s officers who check the declaration "
        "see them, and every look is recorded."
    ),
    N_(
        "Everyone who is named may see what is kept about them, have it corrected, and object. An owner who would be "
        "in danger may ask that their entry be withheld. Write to %(contact)s."
    ),
    N_(
        "If an owner or a share changes, tell us within %(days)s days. Somebody who knowingly declares what is false "
        "may lose the award, and commits an offence."
    ),
)

WHEN = {
    PublicationRule.ON_ACCEPTANCE: N_("It is published as soon as the declaration is accepted."),
    PublicationRule.ON_AWARD: N_("It is published when the company wins a contract."),
    PublicationRule.WITH_CONSENT: N_("It is published if the company consents."),
}


def notice(place: Jurisdiction) -> tuple[str, ...]:
    """The notice in the reader's language, a text a paragraph."""
    facts = {
        "county": place.county_title,
        "contact": place.contact_email,
        "days": str(place.change_deadline_days),
    }
    told = [gettext(paragraph) % facts for paragraph in PARAGRAPHS]
    return (*told[:2], when(place), *told[2:])


def when(place: Jurisdiction) -> str:
    """When what is marked “Published” becomes public."""
    return gettext(WHEN[place.publication_rule])
