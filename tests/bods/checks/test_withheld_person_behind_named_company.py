"""Who is withheld must not be found by looking up the company in between."""

from tests.bods.checks.raw import Json, entity, owns, person, told

CODE = "withheld_person_behind_named_company"
REASON = {"reason": "interestedPartyExemptFromDisclosure"}
WITHHELD = person(personType="anonymousPerson", names=[], unspecifiedPersonDetails=REASON)
BETA = entity("beta", isComponent=True)


def chain(subject: str = "beta") -> Json:
    return owns("ana", subject, isComponent=True)


def test_a_withheld_person_behind_a_registered_company_is_found() -> None:
    link = chain()

    (found,) = told(CODE, entity(), BETA, WITHHELD, link)

    assert found.pointer == "/recordDetails/subject"
    assert found.statement_id == link["statementId"]


def test_a_company_that_is_withheld_too_gives_nobody_away() -> None:
    hidden = entity("beta", isComponent=True, name=None, entityType={"type": "anonymousEntity"})

    assert told(CODE, entity(), hidden, WITHHELD, chain()) == []


def test_the_company_that_the_declaration_is_about_has_to_be_named() -> None:
    assert told(CODE, entity(), WITHHELD, chain("alfa"), owns()) == []


def test_a_person_who_is_named_or_unknown_is_not_given_away() -> None:
    unknown = person(personType="unknownPerson", names=[], unspecifiedPersonDetails={"reason": "unknown"})

    assert told(CODE, entity(), BETA, person(), chain()) == []
    assert told(CODE, entity(), BETA, unknown, chain()) == []
