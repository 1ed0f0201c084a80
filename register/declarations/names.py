"""How the form speaks of people and bodies, agreements that nobody named among them."""

from register.declarations.draft import AGREEMENTS, SUBJECT, Draft


def names_of(draft: Draft) -> dict[str, str]:
    """The name of everybody in a draft by key; an agreement without one is called by those who take part in it."""
    names = {SUBJECT: draft.company.name}
    names |= {person.key: person.full_name for person in draft.people}
    names |= {body.key: body.name for body in draft.entities}
    for body in draft.entities:
        if body.kind in AGREEMENTS and not body.name:
            parts = (each.holder for each in draft.holdings if each.held == body.key)
            names[body.key] = ", ".join(filter(None, (names.get(key, "") for key in parts)))
    return names
