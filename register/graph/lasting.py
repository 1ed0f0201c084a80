"""A key for a party that is the same whatever picture shows it, so that what is kept of several pictures can be joined."""

from collections.abc import Set as AbstractSet

from register.graph.picture import Party, PartyKind


def lasting_key(party: Party, declared: AbstractSet[str]) -> str:
    """Name a person by their identity, a company by its own record, if that is among those that `declared`.

    Another body goes by its number; who has neither is another in each declaration.
    """
    if party.kind is PartyKind.PERSON:
        return party.identity or party.key
    return min(party.record_ids & declared, default=party.key)
