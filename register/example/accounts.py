"""The ready-made people who sign in to the example county. Their passphrases are printed: never use them elsewhere."""

from dataclasses import dataclass

from register.access import Role


@dataclass(frozen=True, slots=True)
class ReadyMade:
    """Someone who can sign in to the demo at once; `part` names the supplier they act for."""

    email: str
    name: str
    role: Role
    passphrase: str
    #: Secret of the one-time codes (base 32), staff only.
    code_secret: str | None = None
    part: str | None = None


SUPPLIER = ReadyMade(
    "joinery@kaiti.example", "Beatrice Wanza Kitavi", Role.SUPPLIER, "mango-season-in-kaiti", part="visitor"
)
CLERK = ReadyMade("clerk@county.example", "Charles Musyoka Nzuki", Role.CLERK, "ink-dries-on-wednesdays", "OBQXAZLSEBTG64TNOMQGI4TZEBXW4IDX")  # fmt: skip
REGISTRAR = ReadyMade("registrar@county.example", "Miriam Kasyoka Mativo", Role.REGISTRAR, "every-document-seen-once", "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U")  # fmt: skip
#: Decides about what the other one proposes.
SECOND_REGISTRAR = ReadyMade("second.registrar@county.example", "Philip Mutinda Kyule", Role.REGISTRAR, "no-seal-without-a-witness", "MZXXKZTFEBXWM5DFNZSWI5DIMUQGIZLT")  # fmt: skip
OFFICER = ReadyMade(
    "officer@county.example",
    "Ruth Nthenya Mbuvi",
    Role.OFFICER,
    "tenders-by-daylight-41800",
    "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
)
#: Signs what the other one signed first.
SECOND_OFFICER = ReadyMade("second.officer@county.example", "Paul Muoki Ndeti", Role.OFFICER, "two-pairs-of-eyes-see-more", "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA")  # fmt: skip

READY_MADE = (
    SUPPLIER,
    ReadyMade("works@wote.example", "Janet Mumbua Kimeu", Role.SUPPLIER, "gabions-after-the-rain", part="known"),
    OFFICER,
    SECOND_OFFICER,
    CLERK,
    REGISTRAR,
    SECOND_REGISTRAR,
    ReadyMade("administrator@county.example", "Fredrick Musau Maingi", Role.ADMINISTRATOR, "keys-hang-behind-the-door", "NB2W45DFOIZA4ZLTMVXG64TUNBSXE43P"),
    ReadyMade("auditor@county.example", "Agnes Katumbi Muthama", Role.AUDITOR, "the-trail-has-no-gaps", "ORUGS4ZANFZSAYJAORSXG5BAONSWG4TF"),
)  # fmt: skip
