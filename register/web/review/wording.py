"""What kinds of bodies and posts are called on the registrars' screens."""

from collections.abc import Mapping

from register.declarations.draft import EntityKind, PostRole
from register.words import N_

BODIES: Mapping[EntityKind, str] = {
    EntityKind.COMPANY: N_("company"),
    EntityKind.LISTED: N_("listed company"),
    EntityKind.STATE: N_("state"),
    EntityKind.GOVERNMENT: N_("government body"),
    EntityKind.TRUST: N_("trust"),
    EntityKind.PARTNERSHIP: N_("partnership"),
    EntityKind.LIMITED_LIABILITY_PARTNERSHIP: N_("limited liability partnership"),
    EntityKind.SOLE_TRADER: N_("sole trader"),
    EntityKind.SELF_HELP_GROUP: N_("self-help group"),
    EntityKind.COOPERATIVE: N_("cooperative"),
    EntityKind.ASSOCIATION: N_("association or NGO"),
    EntityKind.OTHER: N_("another kind of body"),
    EntityKind.NOMINEE_AGREEMENT: N_("nominee agreement"),
    EntityKind.JOINT_HOLDING: N_("joint holding"),
}

POSTS: Mapping[PostRole, str] = {
    PostRole.BOARD_MEMBER: N_("director"),
    PostRole.BOARD_CHAIR: N_("chair of the board"),
    PostRole.SENIOR_MANAGING_OFFICIAL: N_("senior managing official"),
    PostRole.SECRETARY: N_("secretary"),
    PostRole.TREASURER: N_("treasurer"),
    PostRole.OTHER: N_("another post"),
}
