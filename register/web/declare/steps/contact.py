"""Where a body can be reached, and its tax PIN: asked on a page of its own, of the declaring company and of any other."""

from collections.abc import Mapping
from dataclasses import replace

from register.declarations.draft import SUBJECT, Draft, EntityAnswer
from register.web.declare.inputs.form import Answer
from register.web.declare.inputs.texts import (
    email_address,
    lines_field,
    no_longer,
    phone_number,
    text_field,
)
from register.web.declare.steps.parties import entity, name_of, with_entity
from register.web.declare.steps.step import Place, Question
from register.words import _

#: Ends the key of the question about a body of the chain: "a1.contact".
CONTACT = "contact"
_DOT = "."


class ContactForm(Answer):
    """All of it stays with the officers: a small trader's office is often a home. None of it must be told."""

    tax_number = text_field(_("Tax PIN"), most=40)
    registered_address = lines_field(_("Registered address"))
    business_address = lines_field(_("Where it does business, if that is somewhere else"))
    postal_address = text_field(_("Postal address"))
    phone = text_field(_("Telephone"), phone_number, most=40)
    email = text_field(_("E-mail address"), email_address, no_longer(254))


_FIELDS = ("tax_number", "registered_address", "business_address", "postal_address", "phone", "email")


def _key(key: str) -> str:
    return key.partition(_DOT)[0] if _DOT in key else SUBJECT


def _body(draft: Draft, key: str) -> EntityAnswer | None:
    return entity(draft, _key(key))


def _filled(draft: Draft, key: str) -> Mapping[str, object]:
    body = _body(draft, key)
    return {name: getattr(body, name) for name in _FIELDS} if body else {}


def _answer(draft: Draft, key: str, form: ContactForm) -> Draft:
    body = _body(draft, key)
    if body is None:
        return draft
    told = replace(
        body,
        tax_number=(form.tax_number.data or "").upper(),
        registered_address=form.registered_address.data or "",
        business_address=form.business_address.data or "",
        postal_address=form.postal_address.data or "",
        phone=form.phone.data or "",
        email=form.email.data or "",
    )
    return replace(draft, company=told) if _key(key) == SUBJECT else with_entity(draft, told)


def asked_about(slug: str) -> Question:
    """The question, in the part of the form that the body belongs to."""
    return Question(
        template="contact",
        title=lambda draft, key: _("Where can %(name)s be reached?", name=name_of(draft, _key(key))),
        form=ContactForm,
        filled=_filled,
        answer=_answer,
        onward=lambda _draft, _key, _form: Place(slug),
    )
