"""The closed codelists of BODS 0.4 as enums, each code with a title in plain words.

Source: BODS 0.4, `schema/codelists/`; `PepStatus` is the enum of `politicalExposure.status`, which has no list file.
"""

from enum import StrEnum


class Code(StrEnum):
    """One code of a codelist: its value is the code as published, its label what people read.

    (`label`, since every string has a method `title` already.)
    """

    label: str

    def __new__(cls, code: str, label: str) -> "Code":
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


class RecordType(Code):
    """What kind of thing a statement speaks about."""

    ENTITY = "entity", "Entity"
    PERSON = "person", "Person"
    RELATIONSHIP = "relationship", "Relationship"


class RecordStatus(Code):
    """Where a statement stands in the life of its record."""

    NEW = "new", "New"
    UPDATED = "updated", "Updated"
    CLOSED = "closed", "Closed"


class EntityType(Code):
    """What kind of body an entity is."""

    REGISTERED_ENTITY = "registeredEntity", "Registered company or body"
    LEGAL_ENTITY = "legalEntity", "Legal person on no register"
    ARRANGEMENT = "arrangement", "Legal arrangement"
    ANONYMOUS_ENTITY = "anonymousEntity", "Entity whose identity is withheld"
    UNKNOWN_ENTITY = "unknownEntity", "Entity that could not be identified"
    STATE = "state", "State"
    STATE_BODY = "stateBody", "Part of a state"


class EntitySubtype(Code):
    """A closer kind of entity; which ones fit depends on its type."""

    GOVERNMENT_DEPARTMENT = "governmentDepartment", "Government department"
    STATE_AGENCY = "stateAgency", "State agency"
    OTHER = "other", "Another kind"
    TRUST = "trust", "Trust"
    NOMINATION = "nomination", "Nominee agreement"


class PersonType(Code):
    """How much is known, and told, about a person."""

    KNOWN_PERSON = "knownPerson", "Named person"
    ANONYMOUS_PERSON = "anonymousPerson", "Person whose identity is withheld"
    UNKNOWN_PERSON = "unknownPerson", "Person who could not be identified"


class InterestType(Code):
    """In what way somebody owns or controls a company."""

    SHAREHOLDING = "shareholding", "Shares"
    VOTING_RIGHTS = "votingRights", "Voting rights"
    APPOINTMENT_OF_BOARD = "appointmentOfBoard", "Right to appoint the board"
    OTHER_INFLUENCE_OR_CONTROL = "otherInfluenceOrControl", "Influence or control of another kind"
    SENIOR_MANAGING_OFFICIAL = "seniorManagingOfficial", "Senior manager"
    SETTLOR = "settlor", "Settlor of a trust"
    TRUSTEE = "trustee", "Trustee"
    PROTECTOR = "protector", "Protector of a trust"
    BENEFICIARY_OF_LEGAL_ARRANGEMENT = (
        "beneficiaryOfLegalArrangement",
        "Beneficiary of a trust or arrangement",
    )
    RIGHTS_TO_SURPLUS_ASSETS_ON_DISSOLUTION = (
        "rightsToSurplusAssetsOnDissolution",
        "Right to what is left when the company closes",
    )
    RIGHTS_TO_PROFIT_OR_INCOME = "rightsToProfitOrIncome", "Right to profit or income"
    RIGHTS_GRANTED_BY_CONTRACT = "rightsGrantedByContract", "Rights under a contract"
    CONDITIONAL_RIGHTS_GRANTED_BY_CONTRACT = (
        "conditionalRightsGrantedByContract",
        "Rights under a contract, on a condition",
    )
    CONTROL_VIA_COMPANY_RULES_OR_ARTICLES = (
        "controlViaCompanyRulesOrArticles",
        "Control through the company's articles",
    )
    CONTROL_BY_LEGAL_FRAMEWORK = "controlByLegalFramework", "Control given by law"
    BOARD_MEMBER = "boardMember", "Member of the board"
    BOARD_CHAIR = "boardChair", "Chair of the board"
    UNKNOWN_INTEREST = "unknownInterest", "Interest of unknown kind"
    UNPUBLISHED_INTEREST = "unpublishedInterest", "Interest that is not published"
    ENJOYMENT_AND_USE_OF_ASSETS = "enjoymentAndUseOfAssets", "Use of the company's assets"
    RIGHT_TO_PROFIT_OR_INCOME_FROM_ASSETS = (
        "rightToProfitOrIncomeFromAssets",
        "Right to income from the company's assets",
    )
    NOMINEE = "nominee", "Nominee"
    NOMINATOR = "nominator", "Nominator: stands behind a nominee"


class DirectOrIndirect(Code):
    """Whether an interest is held straight or through others."""

    DIRECT = "direct", "Held directly"
    INDIRECT = "indirect", "Held through others"
    UNKNOWN = "unknown", "Not known whether directly"


class UnspecifiedReason(Code):
    """Why a party is not named."""

    NO_BENEFICIAL_OWNERS = "noBeneficialOwners", "There is no beneficial owner to declare"
    SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER = (
        "subjectUnableToConfirmOrIdentifyBeneficialOwner",
        "The company could not find out who its owner is",
    )
    INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION = (
        "interestedPartyHasNotProvidedInformation",
        "The owner has not given the information",
    )
    SUBJECT_EXEMPT_FROM_DISCLOSURE = "subjectExemptFromDisclosure", "The company need not declare its owners"
    INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE = (
        "interestedPartyExemptFromDisclosure",
        "The owner need not be named",
    )
    UNKNOWN = "unknown", "The reason is not known"
    INFORMATION_UNKNOWN_TO_PUBLISHER = (
        "informationUnknownToPublisher",
        "The publisher does not have the information",
    )


class AddressType(Code):
    """What an address is used for."""

    PLACE_OF_BIRTH = "placeOfBirth", "Place of birth"
    RESIDENCE = "residence", "Home address"
    REGISTERED = "registered", "Registered office"
    SERVICE = "service", "Address for letters"
    ALTERNATIVE = "alternative", "Another address"
    BUSINESS = "business", "Place of business"


class NameType(Code):
    """What kind of name a person's name is."""

    LEGAL = "legal", "Legal name"
    TRANSLATION = "translation", "Translated name"
    TRANSLITERATION = "transliteration", "Name in another script"
    FORMER = "former", "Former name"
    ALTERNATIVE = "alternative", "Also known as"
    BIRTH = "birth", "Name at birth"


class SourceType(Code):
    """Where information came from."""

    SELF_DECLARATION = "selfDeclaration", "Declared by the company itself"
    OFFICIAL_REGISTER = "officialRegister", "Official register"
    THIRD_PARTY = "thirdParty", "Somebody else"
    PRIMARY_RESEARCH = "primaryResearch", "Own research"
    VERIFIED = "verified", "Checked by the publisher"


class AnnotationMotivation(Code):
    """Why a note was added to a statement."""

    COMMENTING = "commenting", "Comment"
    CORRECTING = "correcting", "Correction"
    IDENTIFYING = "identifying", "Identification"
    LINKING = "linking", "Link"
    TRANSFORMATION = "transformation", "Change of form"


class SecuritiesIdentifierScheme(Code):
    """Who numbers a listed security."""

    ISIN = "isin", "ISIN"
    FIGI = "figi", "FIGI"
    CUSIP = "cusip", "CUSIP"
    CINS = "cins", "CINS"


class PepStatus(Code):
    """Whether a person is politically exposed."""

    IS_PEP = "isPep", "Politically exposed"
    IS_NOT_PEP = "isNotPep", "Not politically exposed"
    UNKNOWN = "unknown", "Not known whether politically exposed"


#: Interests that bring money or assets. Source: the official visualisation tool's two classes of interest.
OWNERSHIP = frozenset(
    {
        InterestType.SHAREHOLDING,
        InterestType.BENEFICIARY_OF_LEGAL_ARRANGEMENT,
        InterestType.RIGHTS_TO_SURPLUS_ASSETS_ON_DISSOLUTION,
        InterestType.RIGHTS_TO_PROFIT_OR_INCOME,
        InterestType.ENJOYMENT_AND_USE_OF_ASSETS,
        InterestType.RIGHT_TO_PROFIT_OR_INCOME_FROM_ASSETS,
    }
)

#: Interests that bring a say. Unknown and unpublished interests are in neither class.
CONTROL = (
    frozenset(InterestType) - OWNERSHIP - {InterestType.UNKNOWN_INTEREST, InterestType.UNPUBLISHED_INTEREST}
)
