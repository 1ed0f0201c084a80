"""Single statements, and what the official checker and we both say of the fields of each."""

from collections.abc import Mapping, Sequence

from tests.bods.checks.raw import Json, entity, owns, person, shares

LISTED = "has_public_listing_information_but_has_public_listing_is_false"
MARKET_ALONE = "entity_security_listing_market_identifier_code_set_but_not_operating_market_identifier_code"
EXCHANGE_ALONE = "entity_security_listing_operating_market_identifier_code_set_but_not_market_identifier_code"
READ_TOMORROW = "statement_source_retrieved_at_future_date"
NOTED_TOMORROW = "statement_annotation_creation_date_is_future_date"
PUBLISHED_TOMORROW = "statement_publication_date_is_future_date"
BORN_TOMORROW = "statement_person_birth_date_in_future"
BORN_LONG_AGO = "statement_person_birth_date_too_far_in_past"
DEATH = "statement_person_death_date_not_sensible_value"
DISSOLVED_FIRST = "statement_entity_dissolution_before_founding_date"
ENDED_FIRST = "statement_relationship_interests_start_after_end_date"
TWO_LOWER = "statement_relationship_interests_share_min_and_exclusivemin"
TWO_UPPER = "statement_relationship_interests_share_max_and_exclusivemax"
EXACT_RANGE = "statement_relationship_interests_exact_has_min_max"
CROSSED = "statement_relationship_interests_not_exact_max_greater_than_min"
EQUAL = "statement_relationship_interests_exact_max_equals_min"
POINTER = "annotation_statement_pointer_target_invalid"
COMPOSITION = "person_identifiers_invalid_composition"
ISSUER = "person_identifiers_no_valid_iso_3166_1_alpha_3_code"
DOCUMENT = "person_identifiers_not_passport_taxid_idcard"
SCHEME = "entity_identifiers_not_known_scheme"
MISSING_INFO = "has_pep_details_with_missing_info_but_incorrect_pep_status"
DENIED = "has_pep_details_but_incorrect_pep_status"

CODES = frozenset({
    LISTED, MARKET_ALONE, EXCHANGE_ALONE, READ_TOMORROW, NOTED_TOMORROW, PUBLISHED_TOMORROW, BORN_TOMORROW,
    BORN_LONG_AGO, DEATH, DISSOLVED_FIRST, ENDED_FIRST, TWO_LOWER, TWO_UPPER, EXACT_RANGE, CROSSED, EQUAL, POINTER,
    COMPOSITION, ISSUER, DOCUMENT, SCHEME, MISSING_INFO, DENIED,
})  # fmt: skip


def listed(listing: Json, *codes: Json) -> Json:
    security = {
        "stockExchangeJurisdiction": "KE",
        "stockExchangeName": "Nairobi",
        "security": {"ticker": "ALFA"},
    }
    if codes:
        listing = listing | {"securitiesListings": [security | each for each in codes]}
    return entity(publicListing=listing)


def held(*each: Json) -> Json:
    return owns("ana", "alfa", *(shares(None, share=share) for share in each))


def noted(made: Json, *targets: str, **note: str) -> Json:
    notes = [{"motivation": "commenting", "statementPointerTarget": target} | note for target in targets]
    return made | {"annotations": notes}


def published(when: str) -> Json:
    details = {"publicationDate": when, "bodsVersion": "0.4", "publisher": {"name": "Example register"}}
    return person(fields={"publicationDetails": details})


def identified(*schemes: str) -> Json:
    return person(identifiers=[{"scheme": scheme, "id": "7001"} for scheme in schemes])


def registered(*schemes: str) -> Json:
    return entity(identifiers=[{"scheme": scheme, "id": "1"} for scheme in schemes])


def exposed(status: str | None, *details: Json) -> Json:
    known = {} if status is None else {"status": status}
    return person(politicalExposure=known | {"details": list(details)})


NO, YES = {"hasPublicListing": False}, {"hasPublicListing": True}
MARKET, EXCHANGE = {"marketIdentifierCode": "XNAI"}, {"operatingMarketIdentifierCode": "XNAI"}
OFFICE, SILENCE = {"reason": "Member of an assembly"}, {"missingInfoReason": "Not asked"}

#: What is said by both of each statement; nothing where the list is empty.
STORIES: Mapping[str, tuple[Json, Sequence[str]]] = {
    "not listed, with a listing": (listed(NO, {}), [LISTED]),
    "not listed, with filings": (listed(NO | {"companyFilingsURLs": ["https://example.org/f"]}), [LISTED]),
    "a listing, and no word whether listed": (listed({}, {}), [LISTED]),
    "not listed, with empty lists": (listed(NO | {"companyFilingsURLs": [], "securitiesListings": []}), []),
    "listed": (listed(YES, {}, MARKET | EXCHANGE), []),
    "a market alone": (listed(YES, MARKET | EXCHANGE, MARKET), [MARKET_ALONE]),
    "an exchange alone": (listed(YES, MARKET | EXCHANGE, EXCHANGE), [EXCHANGE_ALONE]),
    "a market beside an empty exchange": (
        listed(YES, MARKET | {"operatingMarketIdentifierCode": ""}),
        [MARKET_ALONE],
    ),
    "one alone in each of two": (listed(YES, MARKET, EXCHANGE), [MARKET_ALONE, EXCHANGE_ALONE]),
    "read tomorrow": (person(fields={"source": {"retrievedAt": "2999-01-01"}}), [READ_TOMORROW]),
    "read tomorrow at noon": (
        entity(fields={"source": {"retrievedAt": "2999-01-01T12:00:00Z"}}),
        [READ_TOMORROW],
    ),
    "read once": (owns(fields={"source": {"retrievedAt": "2020-01-01T12:00:00Z"}}), []),
    "no source read": (owns(fields={"source": {"type": ["selfDeclaration"]}}), []),
    "noted tomorrow": (noted(entity(), "", creationDate="2999-01-01"), [NOTED_TOMORROW]),
    "noted once": (noted(person(), "", creationDate="2020-01-01"), []),
    "published tomorrow": (published("2999-01-01"), [PUBLISHED_TOMORROW]),
    "published tomorrow at noon": (published("2999-01-01T12:00:00+03:00"), [PUBLISHED_TOMORROW]),
    "published once": (published("2020-01-01T12:00:00+03:00"), []),
    "born on a day to come": (person(birthDate="2999-05-17"), [BORN_TOMORROW]),
    "born in a month to come": (person(birthDate="2999-05"), [BORN_TOMORROW]),
    "born in a year to come": (person(birthDate="2999"), [BORN_TOMORROW]),
    "born on the last day of 1799": (person(birthDate="1799-12-31"), [BORN_LONG_AGO]),
    "born in 1799": (person(birthDate="1799"), [BORN_LONG_AGO]),
    "born in 1800": (person(birthDate="1800"), []),
    "born on the first day of 1800": (person(birthDate="1800-01-01"), []),
    "dead in a year to come": (person(deathDate="2999"), [DEATH]),
    "dead in 1799": (person(deathDate="1799-12"), [DEATH]),
    "dead in 1800": (person(deathDate="1800"), []),
    "dead before birth": (person(birthDate="1950-05-17", deathDate="1950-05-16"), [DEATH]),
    "dead in the year before birth": (person(birthDate="1950-05", deathDate="1949"), [DEATH]),
    "dead on the day of birth": (person(birthDate="1950-05-17", deathDate="1950-05-17"), []),
    "lived 43,829 days": (person(birthDate="1899-12-31", deathDate="2019-12-31"), []),
    "lived 43,830 days": (person(birthDate="1899-12-31", deathDate="2020-01-01"), []),
    "lived 43,831 days": (person(birthDate="1899-12-31", deathDate="2020-01-02"), [DEATH]),
    "lived 120 years by the year": (person(birthDate="1880", deathDate="2000"), []),
    "lived 121 years by the year": (person(birthDate="1880", deathDate="2001"), [DEATH]),
    "born long ago and dead now": (person(birthDate="1700", deathDate="1990"), [BORN_LONG_AGO, DEATH]),
    "dissolved first": (entity(foundingDate="2020-02-02", dissolutionDate="2020-02-01"), [DISSOLVED_FIRST]),
    "dissolved at once": (entity(foundingDate="2020-02-02", dissolutionDate="2020-02-02"), []),
    "dissolved": (entity(dissolutionDate="2020-02-02"), []),
    "ended first": (
        owns("ana", "alfa", shares(), shares(startDate="2020-02-02", endDate="2020-02-01")),
        [ENDED_FIRST],
    ),
    "ended at once": (owns("ana", "alfa", shares(startDate="2020-02-02", endDate="2020-02-02")), []),
    "ended": (owns("ana", "alfa", shares(endDate="2020-02-02")), []),
    "two lower bounds": (held({"minimum": 25, "exclusiveMinimum": 25}), [TWO_LOWER]),
    "two upper bounds": (held({"maximum": 50, "exclusiveMaximum": 50}), [TWO_UPPER]),
    "two of both": (
        held({"minimum": 25, "exclusiveMinimum": 25, "maximum": 50, "exclusiveMaximum": 50}),
        [TWO_LOWER],
    ),
    "two lower bounds and one above": (
        held({"minimum": 25, "exclusiveMinimum": 20, "maximum": 50}),
        [TWO_LOWER],
    ),
    "two lower bounds, crossed": (
        held({"minimum": 60, "exclusiveMinimum": 20, "maximum": 50}),
        [TWO_LOWER, CROSSED],
    ),
    "exact and a bound": (held({"exact": 30, "minimum": 20}), [EXACT_RANGE]),
    "exact and crossed bounds": (held({"exact": 30, "minimum": 50, "exclusiveMaximum": 20}), [EXACT_RANGE]),
    "exact and two lower bounds": (
        held({"exact": 30, "minimum": 20, "exclusiveMinimum": 20}),
        [TWO_LOWER, EXACT_RANGE],
    ),
    "exact": (held({"exact": 30}, {"exact": 0}, {}), []),
    "crossed": (held({"exact": 30}, {"minimum": 50, "maximum": 25}), [CROSSED]),
    "crossed, exclusive": (held({"exclusiveMinimum": 50, "exclusiveMaximum": 25}), [CROSSED]),
    "crossed at 0": (held({"minimum": 1, "maximum": 0}), [CROSSED]),
    "equal": (held({"minimum": 25, "maximum": 25}), [EQUAL]),
    "equal, one exclusive": (held({"exclusiveMinimum": 25, "maximum": 25.0}), [EQUAL]),
    "equal at 0": (held({"minimum": 0, "maximum": 0}), [EQUAL]),
    "a range": (held({"exclusiveMinimum": 25, "maximum": 50}, {"minimum": 75}, {"maximum": 10}), []),
    "crossed in one and equal in another": (
        held({"minimum": 50, "maximum": 25}, {"minimum": 25, "maximum": 25}),
        [CROSSED, EQUAL],
    ),
    "a note on nothing": (noted(entity(), "", "/recordDetails/nickname"), [POINTER]),
    "a note without a slash": (noted(entity(), "recordDetails"), [POINTER]),
    "a note below a text": (noted(entity(), "/recordDetails/name/0"), [POINTER]),
    "a note below true or false": (noted(entity(), "/recordDetails/isComponent/x"), [POINTER]),
    "a note past the end": (noted(entity(), "/annotations/1"), [POINTER]),
    "a note at a strange number": (noted(entity(), "/annotations/00"), [POINTER]),
    "a note with a wrong escape": (noted(entity(**{"a~b": 1}), "/recordDetails/a~b"), [POINTER]),
    "a note at an escaped place": (noted(entity(**{"a~/b": 1}), "/recordDetails/a~0~1b"), []),
    "a note on the whole and its parts": (noted(entity(), "", "/recordDetails/name", "/annotations/0"), []),
    "a note on a part of a person": (noted(person(), "/recordDetails/names/0/fullName"), []),
    "a scheme in one part": (identified("KEN-IDCARD", "KENIDCARD"), [COMPOSITION]),
    "a scheme in three parts": (identified("KEN-ID-CARD"), [COMPOSITION]),
    "a scheme without an issuer": (identified("-IDCARD"), [COMPOSITION]),
    "a scheme without a document": (identified("KEN-"), [COMPOSITION]),
    "an empty scheme": (identified(""), [COMPOSITION]),
    "a scheme of no country": (identified("XQQ-PASSPORT"), [ISSUER]),
    "a scheme of a country in two letters": (identified("KE-PASSPORT"), [ISSUER]),
    "a scheme of no country and no document": (identified("XQQ-LIBRARY"), [ISSUER]),
    "a scheme of an issuer in small letters": (identified("uno-PASSPORT"), [ISSUER]),
    "a scheme of no document": (identified("KEN-LIBRARY"), [DOCUMENT]),
    "a scheme of a document in small letters": (identified("KEN-idcard"), [DOCUMENT]),
    "good schemes": (identified("KEN-IDCARD", "ken-TAXID", "UNO-PASSPORT", "XXA-PASSPORT"), []),
    "three wrong schemes": (identified("KEN", "XQQ-TAXID", "KEN-TAX"), [COMPOSITION, ISSUER, DOCUMENT]),
    "a register that is not on the list": (registered("KE-RCO", "KE-BRS"), [SCHEME]),
    "a register in small letters": (registered("ke-rco"), [SCHEME]),
    "registers on the list": (registered("KE-RCO", "XI-LEI", "FR-RCS"), []),
    "a register of one's own": (entity(identifiers=[{"schemeName": "Example register", "id": "1"}]), []),
    "exposed, and not told why not": (exposed("isPep", OFFICE, SILENCE), [MISSING_INFO]),
    "not exposed, and not told why not": (exposed("isNotPep", SILENCE), [MISSING_INFO]),
    "no status, and not told why not": (exposed(None, SILENCE), [MISSING_INFO]),
    "unknown, and told why": (exposed("unknown", SILENCE), []),
    "not exposed, with an office": (exposed("isNotPep", OFFICE), [DENIED]),
    "no status, with an office": (exposed(None, OFFICE), [DENIED]),
    "exposed": (exposed("isPep", OFFICE), []),
    "unknown, with an office": (exposed("unknown", OFFICE), []),
    "not exposed": (exposed("isNotPep"), []),
}
