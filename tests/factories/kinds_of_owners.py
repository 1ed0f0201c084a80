"""A story for every kind of owner and structure, told page by page up to the signature."""

from collections.abc import Callable, Mapping

from tests.factories import kinds_of_bodies, kinds_of_people
from tests.factories.telling import Telling

STORIES: Mapping[str, Callable[[Telling], str]] = {
    "person": kinds_of_people.person,
    "two_people": kinds_of_people.two_people,
    "days_apart": kinds_of_people.days_apart,
    "chain": kinds_of_bodies.chain,
    "trust": kinds_of_bodies.trust,
    "nominee": kinds_of_bodies.nominee,
    "joint": kinds_of_bodies.joint,
    "state": kinds_of_bodies.state,
    "listed": kinds_of_bodies.listed,
    "partnership": kinds_of_bodies.of_kind("partnership"),
    "limited_liability_partnership": kinds_of_bodies.of_kind("limited_liability_partnership"),
    "sole_trader": kinds_of_bodies.sole_trader,
    "self_help_group": kinds_of_bodies.of_kind("self_help_group"),
    "cooperative": kinds_of_bodies.of_kind("cooperative"),
    "association": kinds_of_bodies.of_kind("association"),
    "no_owner": kinds_of_people.no_owner,
    "unwilling": kinds_of_people.unwilling,
    "unknown": kinds_of_people.unknown,
    "protected": kinds_of_people.protected,
    "exposed": kinds_of_people.exposed,
    "claiming": kinds_of_people.claiming,
}
