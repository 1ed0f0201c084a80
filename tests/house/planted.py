"""A mark in every private place there is: each answer of a declaration, and each column that is not for the public."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, get_args, get_type_hints

from sqlalchemy import Boolean, Column, Date, Engine, Integer, LargeBinary, String, Table, insert, text

from bods.codelists import UnspecifiedReason
from register.declarations.bodies import EntityAnswer, EntityKind, Listing, Number
from register.declarations.claims import Claims, Partner, Subcontractor, SubcontractorOwner, Venture
from register.declarations.draft import Declarant, Draft
from register.declarations.field_names import SHAPES
from register.declarations.nobody import NoOwner
from register.declarations.persons import Exposure, Particulars, Tie
from register.models.base import Base, Exact, Instant
from register.store.rotation import SEALED
from register.store.vault import Vault
from tests.house.canaries import YEAR

#: Every mark begins so; a number follows.
STEM = "zuqa7f3k"
DAY = date(YEAR, 4, 17)
#: What the office or the supplier writes for the office alone, unsealed: the words of rows that no public page may read.
PRIVATE: Mapping[str, Set[str]] = {
    "account": {"email", "name"},
    "account_session": {"browser"},
    "audit_event": {"about", "facts", "actor"},
    "authority": {"firm"},
    "bid_snapshot": {"tender"},
    "bulk_upload": {"file_name", "told"},
    "claim": {"firm", "reason"},
    "colleague_invitation": {"firm"},
    "committee_member": {"name"},
    "conflict_declaration": {"signed"},
    "contract_import": {"source"},
    "contract_import_fault": {"file", "sentence"},
    "decision": {"reason"},
    "declaration": {"answers", "signed_name", "signed_capacity", "reason"},
    "declaration_move": {"reason"},
    "draft": {"answers", "why"},
    "evidence": {"uploaded_by", "removed_because"},
    "evidence_check": {"words"},
    "filing": {"agent_name", "agent_firm"},
    "finding": {"body"},
    "gate_note": {"reason"},
    "invitation": {"name"},
    "invitation_list": {"title"},
    "issued_paper": {"body"},
    "kept_owner": {"name"},
    "listed_mark": {"mark"},
    "listed_party": {"name", "other_names", "numbers", "birth_month", "decided_by", "reason"},
    "official": {"name", "body"},
    "one_time_link": {"about"},
    "outbox": {"failure"},
    "owner_change": {"name"},
    "paper": {"title", "signed_name", "signed_capacity"},
    "party_reach": {"phone", "email", "address"},
    "passkey": {"name"},
    "portfolio_decision": {"reason"},
    "portfolio_finding": {"body"},
    "portfolio_screening": {"unclear"},
    "proposal": {"what", "reason"},
    "proposal_decision": {"reason"},
    "registry_extract": {"source"},
    "registry_extract_party": {"name", "number"},
    "sameness_decision": {"reason", "evidence"},
    "screening": {"unclear"},
    "sign_in_elsewhere": {"subject"},
    "ticket": {"opened_by"},
    "typed_answer": {"address"},
}
#: Words of the other tables' kind: what is published or bought in public, codes of ours, hashes, and what the law names.
OPEN: Mapping[str, Set[str]] = {
    "account": {"role", "language", "passphrase_hash", "phone_hash"},
    "account_session": {"secret_hash"},
    "audit_event": {"action", "hash"},
    "authority": {"role", "capacity"},
    "award": {"award_id", "title", "name", "scheme", "number", "currency", "status"},
    "bid": {"party_id", "name", "scheme", "number", "currency", "status"},
    "bid_snapshot": {"code_hash"},
    "bulk_upload": {"handle", "file_hash", "state"},
    "claim": {"role", "capacity", "state"},
    "clarification": {"answered_with"},
    "colleague_invitation": {"role", "capacity"},
    "committee_member": {"committee", "seat", "document_hash"},
    "company": {"subject_record_id", "name", "scheme", "number"},
    "conflict_declaration": {"step", "language", "bidders", "words_hash"},
    "contact_change": {"kind"},
    "contract": {"contract_id", "award_id", "title", "status", "currency", "reserved_for"},
    "contract_import": {"way", "state"},
    "contract_import_fault": {"place"},
    "contract_import_process": {"ocid", "outcome"},
    "contract_part": {"contract_id", "part", "party_id", "name", "scheme", "number", "pointer"},
    "crosswalk": {"scheme", "number", "folded", "subject_record_id"},
    "decision": {"kind", "facts"},
    "declaration": {
        "reference", "state", "shown_hash", "notice", "notice_version", "language", "ruleset", "submission_key", "kind",
        "why", "corrects", "replaces",
    },
    "declaration_move": {"state", "mover", "move"},
    "draft": {"kind", "corrects", "clarifies"},
    "entity_identifier": {"scheme", "number", "record_id", "declaration_subject"},
    "evidence": {"token", "about", "kind", "media_type", "scan"},
    "evidence_check": {"outcome"},
    "feed_address": {"secret_hash"},
    "filing": {"capacity"},
    "finding": {"fingerprint", "code", "severity", "facts", "matched"},
    "gate_note": {"item", "facts"},
    "identity": {"document_hash", "public_identifier"},
    "identity_claim": {"record_id", "subject_record_id", "confirmed_by"},
    "invitation": {"scheme", "number", "channel"},
    "invitation_list": {"ocid"},
    "issued_paper": {"kind", "fingerprint"},
    "kept_company": {"company"},
    "kept_owner": {"company", "owner_key", "kind", "ways"},
    "likeness": {"kind", "one", "other", "reasons"},
    "list_sender": {"content_hash"},
    "listed_party": {"key", "country", "document_hash"},
    "official": {"role", "ocid", "document_hash"},
    "official_list": {"source", "content_hash"},
    "official_relative": {"document_hash"},
    "one_time_code": {"request_hash", "purpose", "code_hash"},
    "one_time_link": {"secret_hash", "purpose"},
    "other_file": {"content_hash", "name"},
    "other_identifier": {"scheme", "number"},
    "other_register": {"name", "url"},
    "other_statement": {"content_hash", "statement_id", "record_id", "record_type", "subject", "body"},
    "outbox": {"kind", "idempotency_key"},
    "owner_change": {"company", "owner_key", "kind", "turn"},
    "particulars": {"scope"},
    "party_reach": {"party_id"},
    "party_list": {"kind", "source", "content_hash"},
    "person_key": {"subject_record_id", "person_key"},
    "portfolio_decision": {"kind"},
    "portfolio_finding": {"fingerprint", "code", "severity", "buyer"},
    "process": {
        "ocid", "compiled", "title", "tender_id", "buyer", "method", "status", "department", "ward", "reserved_for",
        "classes",
    },
    "proposal": {"kind", "about"},
    "proposal_decision": {"outcome"},
    "published": {"statement_id", "record_id", "record_type", "record_status", "declaration_subject", "declaration"},
    "published_gram": {"gram"},
    "published_name": {"record_id", "kind", "declaration_subject", "name", "folded", "identifier"},
    "recovery_code": {"code_hash"},
    "redaction": {"statement_id"},
    "registry_extract": {"scheme", "number", "name", "folded", "status", "content_hash"},
    "registry_extract_gram": {"gram"},
    "registry_extract_party": {"role"},
    "release": {"content_hash", "ocid", "release_id", "released_at", "body", "source"},
    "reminder": {"key", "kind"},
    "rule_change": {"setting", "value", "source"},
    "sameness_decision": {"kind", "one", "other", "decision", "reasons"},
    "sign_in_elsewhere": {"issuer"},
    "statement": {"statement_id", "record_id", "record_type", "record_status", "declaration_subject", "declaration", "body"},
    "throttle": {"key"},
    "ticket": {"reference", "kind", "state", "about", "subject_record_id", "outcome"},
    "watch": {"company"},
    "withheld": {"record_id", "standing", "reason", "words"},
}  # fmt: skip
#: Tables whose rows the story itself fills: a made-up row would be none that a page could read.
BY_THE_STORY = frozenset({"declaration"})
#: Answers that are no words and no day: yes or no, one of a list, a share. Nothing can be recognised in them.
WORDLESS = frozenset(
    {
        "declaration.nobody_runs", "claims.groups", "claims.contractor", "claims.barred", "venture.share", "venture.leads",
        "partner.share", "partner.leads", "subcontractor.share", "subcontractor_owner.share", "particulars.exposed",
        "particulars.groups", "particulars.barred", "exposure.tie",
    }
)  # fmt: skip


def text_columns(table: Table) -> set[str]:
    """The columns of a table that hold words and point at no other table."""
    return {
        column.name for column in table.columns if isinstance(column.type, String) and not column.foreign_keys
    }


class Planting:
    """Puts marks into a declaration; `where` says of each mark what it stands in."""

    def __init__(self, private: Set[str]) -> None:
        self.private, self.where = private, dict[str, str]()
        #: Places that have a mark of another kind: a day, or what stands in a row of the story.
        self.otherwise: set[str] = set()

    @property
    def planted(self) -> set[str]:
        """Every place that has a mark."""
        return {*self.where.values(), *self.otherwise}

    def mark(self, place: str) -> str:
        made = f"{STEM}{len(self.where):04}"
        self.where[made] = place
        return made

    def draft(self, told: Draft, person: str) -> Draft:
        """A declaration in which every private answer with words or a day is marked, about one of its people too."""
        whole = replace(
            told,
            declarant=Declarant("", ""),
            entities=tuple(replace(each, no_holder=_WHY) for each in told.entities),
            no_owner=None,
            claims=Claims(),
            ventures=(Venture("v", "", "", (Partner("q", "", "KE", Number("KE-RCO", "PVT-1")),)),),
            subcontractors=(Subcontractor("s", "", "KE", None, owners=(SubcontractorOwner("Kioo Mwema"),)),),
            particulars={},
        )
        particulars = Particulars("", "", exposures=(Exposure(Tie.SPOUSE),))
        listed = EntityAnswer("listed", "Kanari Listed PLC", EntityKind.LISTED, "KE", listing=Listing())
        marked = self._marked(whole)
        return replace(
            marked,
            entities=(*marked.entities, self._marked(listed)),
            particulars={person: self._marked(particulars)},
        )

    def _marked(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._marked(each) for each in value)
        if not is_dataclass(value) or type(value) not in SHAPES:
            return value
        hints, kept = get_type_hints(type(value)), {}
        for each in fields(value):
            place = f"{SHAPES[type(value)]}.{each.name}"
            if each.name == "particulars":
                continue
            kept[each.name] = self._answer(place, hints[each.name], getattr(value, each.name))
        return replace(value, **kept)

    def _answer(self, place: str, kind: Any, now: Any) -> Any:
        inner = {kind, *get_args(kind)}
        if place not in self.private or place in WORDLESS or place.endswith(".key"):
            return self._marked(now)
        if kind == frozenset[str]:
            return frozenset({*now, self.mark(place)})
        if str in inner:
            return self.mark(place)
        if date in inner:
            self.otherwise.add(place)
            return DAY
        return self._marked(now)


_WHY = NoOwner(UnspecifiedReason.SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER)


def plant_rows(engine: Engine, vault: Vault, planting: Planting) -> None:
    """One row more in every table that holds something private, a mark in each private column, sealed where it is."""
    sealed = {(each.table.__tablename__, each.column): each.place for each in SEALED}
    tables = {name for name, _ in sealed} | set(PRIVATE)
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = replica"))
        for table in Base.metadata.sorted_tables:
            if table.name not in tables - BY_THE_STORY:
                continue
            row = {column.name: _value(column) for column in table.columns}
            for column in table.columns:
                place = f"{table.name}.{column.name}"
                if column.name in PRIVATE.get(table.name, ()):
                    row[column.name] = planting.mark(place)
                elif (table.name, column.name) in sealed:
                    bound = sealed[table.name, column.name].format_map(row)
                    row[column.name] = vault.seal(planting.mark(place).encode(), bound)
            connection.execute(insert(table).values(row))
        if engine.dialect.name == "postgresql":
            connection.execute(text("SET session_replication_role = origin"))


def _value(column: Column[object]) -> object:
    """Something for a column in which there is nothing private."""
    values: tuple[tuple[type, object], ...] = (
        (Instant, datetime(2026, 3, 9, 11, 2, tzinfo=UTC)),
        (Exact, Decimal("12.50")),
        (Boolean, True),
        (Integer, 900_001),
        (Date, date(2026, 3, 9)),
        (LargeBinary, b"sealed"),
    )
    found = next((value for kind, value in values if isinstance(column.type, kind)), f"one {column.name}")
    return None if column.nullable and column.foreign_keys else found
