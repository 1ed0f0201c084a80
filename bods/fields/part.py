"""The small parts in JSON. Source: BODS 0.4, `components.json`."""

from bods.codelists import AddressType, SourceType, UnspecifiedReason
from bods.fields.kinds import MOMENT, TEXT, code, many
from bods.fields.shape import Field, Shape
from bods.parts import Address, Agent, Country, Identifier, Jurisdiction, Source, Unspecified

COUNTRY = Shape(Country, Field("name", "name", TEXT, required=True), Field("code", "code", TEXT))
JURISDICTION = Shape(Jurisdiction, Field("name", "name", TEXT, required=True), Field("code", "code", TEXT))
IDENTIFIER = Shape(
    Identifier,
    Field("id", "id", TEXT),
    Field("scheme", "scheme", TEXT),
    Field("schemeName", "scheme_name", TEXT),
    Field("uri", "uri", TEXT),
)
ADDRESS = Shape(
    Address,
    Field("type", "type", code(AddressType)),
    Field("address", "address", TEXT),
    Field("postCode", "post_code", TEXT),
    Field("country", "country", COUNTRY.kind()),
)
UNSPECIFIED = Shape(
    Unspecified,
    Field("reason", "reason", code(UnspecifiedReason), required=True),
    Field("description", "description", TEXT),
)
PUBLISHER = Shape(Agent, Field("name", "name", TEXT), Field("url", "url", TEXT))
AGENT = Shape(Agent, Field("name", "name", TEXT), Field("uri", "url", TEXT))
SOURCE = Shape(
    Source,
    Field("type", "type", many(code(SourceType))),
    Field("description", "description", TEXT),
    Field("url", "url", TEXT),
    Field("retrievedAt", "retrieved_at", MOMENT),
    Field("assertedBy", "asserted_by", many(AGENT.kind())),
)
