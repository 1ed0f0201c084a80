"""The kinds of bodies, in the words of the form, and what each kind is asked besides its name."""

from collections.abc import Mapping

from wtforms import RadioField

from register.declarations.draft import AGREEMENTS, OF_A_STATE, EntityKind, StateBodyKind
from register.web.declare.inputs.choices import radio_field
from register.words import N_, _

KINDS: Mapping[EntityKind, str] = {
    EntityKind.COMPANY: N_("A company"),
    EntityKind.LISTED: N_("A company whose shares are traded on a stock exchange"),
    EntityKind.PARTNERSHIP: N_("A partnership"),
    EntityKind.LIMITED_LIABILITY_PARTNERSHIP: N_("A limited liability partnership"),
    EntityKind.SOLE_TRADER: N_("A sole trader with a registered business name"),
    EntityKind.SELF_HELP_GROUP: N_("A self-help group"),
    EntityKind.COOPERATIVE: N_("A cooperative society"),
    EntityKind.ASSOCIATION: N_("A non-governmental organisation, society, club or church"),
    EntityKind.TRUST: N_("A trust, foundation or similar arrangement"),
    EntityKind.GOVERNMENT: N_("A government body or state company"),
    EntityKind.STATE: N_("A state itself"),
    EntityKind.OTHER: N_("Something else"),
    EntityKind.NOMINEE_AGREEMENT: N_("An agreement by which somebody holds for another"),
    EntityKind.JOINT_HOLDING: N_("Shares that several hold together"),
}
STATE_BODIES: Mapping[StateBodyKind, str] = {
    StateBodyKind.DEPARTMENT: N_("A ministry, department or county government"),
    StateBodyKind.AGENCY: N_("An agency, commission or fund"),
    StateBodyKind.CORPORATION: N_("A state corporation, made by a law of its own"),
}
#: Kinds with which a chain ends: nobody need be named above them.
ENDS = OF_A_STATE | {EntityKind.LISTED}
#: Kinds whose shares are not added up: what is held in them are roles.
ROLES = frozenset({EntityKind.TRUST, EntityKind.NOMINEE_AGREEMENT})


def kind_field(label: object, *without: EntityKind) -> RadioField:
    """What kind of body it is; agreements between holders have pages of their own."""
    kinds = [kind for kind in KINDS if kind not in (*AGREEMENTS, *without)]
    return radio_field(
        label, [(kind.value, _(KINDS[kind])) for kind in kinds], _("Pick what kind of body it is")
    )


def state_body_field() -> RadioField:
    """What part of the state a government body is."""
    choices = [(kind.value, _(words)) for kind, words in STATE_BODIES.items()]
    return radio_field(_("What part of the state is it?"), choices, _("Pick what part of the state it is"))
