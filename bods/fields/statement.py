"""A statement in JSON, and how its record is read by the type that it names.

Source: BODS 0.4, `statement.json`.
"""

from collections.abc import Mapping
from typing import Any

from bods.codelists import AnnotationMotivation, RecordStatus, RecordType
from bods.exceptions import NotAStatementError
from bods.fields.entity import ENTITY
from bods.fields.kinds import MOMENT, TEXT, code, many
from bods.fields.part import AGENT, PUBLISHER, SOURCE
from bods.fields.person import PERSON
from bods.fields.relationship import RELATIONSHIP
from bods.fields.shape import Field, Kind, Shape
from bods.statements import Annotation, PublicationDetails, Statement

PUBLICATION = Shape(
    PublicationDetails,
    Field("publicationDate", "publication_date", MOMENT, required=True),
    Field("bodsVersion", "bods_version", TEXT, required=True),
    Field("license", "license", TEXT),
    Field("publisher", "publisher", PUBLISHER.kind()),
)
ANNOTATION = Shape(
    Annotation,
    Field("statementPointerTarget", "statement_pointer_target", TEXT, required=True),
    Field("creationDate", "creation_date", MOMENT),
    Field("createdBy", "created_by", AGENT.kind()),
    Field("motivation", "motivation", code(AnnotationMotivation), required=True),
    Field("description", "description", TEXT),
    Field("transformedContent", "transformed_content", TEXT),
    Field("url", "url", TEXT),
)

#: How the details of each type of record are read and written.
_RECORDS: Mapping[RecordType, Kind] = {
    RecordType.ENTITY: ENTITY,
    RecordType.PERSON: PERSON,
    RecordType.RELATIONSHIP: RELATIONSHIP,
}
_DETAILS = "recordDetails"

# Read as a dict of attributes: the record is still missing, and what reads it depends on the type named here.
_STATEMENT: Shape[Any] = Shape(
    dict,
    Field("statementId", "statement_id", TEXT, required=True),
    Field("statementDate", "statement_date", MOMENT, required=True),
    Field("annotations", "annotations", many(ANNOTATION.kind())),
    Field("publicationDetails", "publication", PUBLICATION.kind()),
    Field("source", "source", SOURCE.kind()),
    Field("declaration", "declaration", TEXT),
    Field("declarationSubject", "declaration_subject", TEXT, required=True),
    Field("recordId", "record_id", TEXT, required=True),
    Field("recordType", "record_type", code(RecordType), required=True),
    Field("recordStatus", "record_status", code(RecordStatus)),
)


def read_statement(value: object) -> Statement:
    """Read one JSON object as a statement. Raises NotAStatementError with the place of what is in the way."""
    given = _STATEMENT.read(value)
    extra = dict(given.pop("extra"))
    if _DETAILS not in extra:
        raise NotAStatementError("", f"a field {_DETAILS}")
    try:
        record = _RECORDS[given["record_type"]].read(extra.pop(_DETAILS))
    except NotAStatementError as fault:
        raise fault.under(_DETAILS) from None
    return Statement(**given, record=record, extra=extra)


def write_statement(statement: Statement) -> dict[str, Any]:
    """Write a statement as a JSON object, its record last."""
    written = _STATEMENT.write(statement)
    write = _RECORDS[statement.record_type].write
    written[_DETAILS] = write(statement.record) if write else statement.record
    return written
