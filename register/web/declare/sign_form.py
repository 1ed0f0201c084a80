"""The signature: that it is true, that it may be published where that is asked, and the name typed again."""

import unicodedata

from wtforms import BooleanField, HiddenField

from register.web.declare.inputs.form import Answer, Needed, wrong
from register.web.declare.inputs.texts import text_field
from register.words import _

APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʻ`´ʹ′＇"), "'")


def alike(one: str, other: str) -> bool:
    """Whether two spellings are one name: capitals, spaces, accents and the kind of apostrophe do not matter."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.translate(APOSTROPHES))
    letters = (letter for letter in bare if not unicodedata.combining(letter))
    return " ".join("".join(letters).casefold().split())


class SignForm(Answer):
    """What is asked before the declaration goes to the county."""

    submission_key = HiddenField()
    consent = BooleanField(_("The company consents to the publication of what is marked “Published”"))
    truth = BooleanField(
        _("What I declare is true and complete as far as I know, and I may declare it for the company"),
        validators=[Needed(_("Tick that what you declare is true and complete"))],
    )
    signature = text_field(_("Sign with your full name"), Needed(_("Type your full name to sign")))

    asks_consent = False
    signer = ""
    #: Who signed the paper that a member of staff entered; empty where the signer signs here.
    on_paper = ""

    def validate(self, extra_validators: object = None) -> bool:
        """The typed name is that of whoever signs; consent is asked only where the law makes it a condition."""
        good = super().validate(extra_validators)
        if self.signature.data and not alike(self.signature.data, self.signer):
            return wrong(self.signature, _("Type the name as you gave it: %(name)s", name=self.signer))
        return good


class PaperSignForm(SignForm):
    """What a member of staff says before what they entered from paper goes to the registrar."""

    consent = BooleanField(
        _("On the paper, the company consents to the publication of what is marked “Published”")
    )
    truth = BooleanField(
        _("What I entered is what the signed paper says"),
        validators=[Needed(_("Tick that you entered what the paper says"))],
    )
