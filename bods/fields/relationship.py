"""A relationship in JSON. Source: BODS 0.4, `relationship-record.json`."""

from bods.codelists import DirectOrIndirect, InterestType
from bods.fields.kinds import DAY, TEXT, TEXTS, TRUTH, code, many
from bods.fields.part import UNSPECIFIED
from bods.fields.shape import Field, Kind, Shape
from bods.fields.share import SHARE
from bods.parts import Unspecified
from bods.records import Interest, Relationship

_INTEREST = Shape(
    Interest,
    Field("type", "type", code(InterestType)),
    Field("directOrIndirect", "direct_or_indirect", code(DirectOrIndirect)),
    Field("beneficialOwnershipOrControl", "beneficial_ownership_or_control", TRUTH),
    Field("details", "details", TEXT),
    Field("share", "share", SHARE),
    Field("startDate", "start_date", DAY),
    Field("endDate", "end_date", DAY),
)


def _read_party(value: object) -> str | Unspecified:
    return value if isinstance(value, str) else UNSPECIFIED.read(value)


def _write_party(party: str | Unspecified) -> object:
    return party if isinstance(party, str) else UNSPECIFIED.write(party)


_PARTY = Kind(_read_party, _write_party)

_RELATIONSHIP = Shape(
    Relationship,
    Field("isComponent", "is_component", TRUTH, required=True),
    Field("componentRecords", "component_records", TEXTS),
    Field("subject", "subject", _PARTY, required=True),
    Field("interestedParty", "interested_party", _PARTY, required=True),
    Field("interests", "interests", many(_INTEREST.kind())),
)

RELATIONSHIP = _RELATIONSHIP.kind()
