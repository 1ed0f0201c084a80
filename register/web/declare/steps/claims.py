"""What the company claims for public buying: reservations for groups, citizen or local contractor; and whether it is barred."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from register.declarations.draft import Claims, Contractor, Draft, Group, Particulars, PersonKind
from register.web.declare.inputs.choices import ChecksField, choices_of, radio_field
from register.web.declare.inputs.form import Answer, wrong
from register.web.declare.inputs.texts import lines_field, text_field
from register.web.declare.steps import disability
from register.web.declare.steps.parties import answered
from register.web.declare.steps.step import Place, Question, Step
from register.words import N_, _

SLUG = "claims"
#: The key of the question about who belongs to the groups.
MEMBERS = "members"
YES, NO, NONE = "yes", "no", "none"

GROUPS: Mapping[Group, str] = {
    Group.WOMEN: N_("Women"),
    Group.YOUTH: N_("Youth"),
    Group.DISABILITY: N_("Persons with disabilities"),
}
CONTRACTORS: Mapping[Contractor, str] = {
    Contractor.CITIZEN: N_("Citizen contractor: wholly owned and controlled by citizens"),
    Contractor.LOCAL: N_("Local contractor: registered here, most of it owned by citizens"),
    Contractor.FOREIGN: N_("Foreign contractor"),
}


class ClaimsForm(Answer):
    """The company's own claims."""

    groups = ChecksField(
        _("For which groups does the company claim a reservation?"),
        choices=choices_of((group.value, _(words)) for group, words in GROUPS.items()),
    )
    certificate = text_field(_("Number of the certificate for reserved tenders"), most=100)
    contractor = radio_field(
        _("What kind of contractor is it?"),
        [
            *((kind.value, _(words)) for kind, words in CONTRACTORS.items()),
            (NONE, _("It claims none of these")),
        ],
        _("Pick what kind of contractor it is"),
    )
    barred = radio_field(
        _("Is the company barred from public buying anywhere?"),
        [(YES, _("Yes")), (NO, _("No"))],
        _("Pick whether the company is barred"),
    )
    barred_details = lines_field(_("By whom, since when, and why?"))

    def validate(self, extra_validators: object = None) -> bool:
        """Who is barred says by whom."""
        good = super().validate(extra_validators)
        if self.barred.data == YES and not self.barred_details.data and not self.leaving:
            return wrong(self.barred_details, _("Say who barred the company, since when, and why"))
        return good


class MembersForm(Answer):
    """Who belongs to a group: one list of people for each."""

    women = ChecksField(_("Who is a woman?"), choices=[])
    youth = ChecksField(_("Who counts as youth (18 to 34 years old)?"), choices=[])
    disability = ChecksField(_("Who is registered as a person with a disability?"), choices=[])


def _filled(draft: Draft, _key: str) -> Mapping[str, object]:
    claims = draft.claims
    seen = SLUG in draft.answered
    return {
        "groups": sorted(claims.groups or ()),
        "certificate": claims.certificate,
        "contractor": claims.contractor.value if claims.contractor else (NONE if seen else None),
        "barred": None if claims.barred is None else YES if claims.barred else NO,
        "barred_details": claims.barred_details,
    }


def _answer(draft: Draft, _key: str, form: ClaimsForm) -> Draft:
    contractor = form.contractor.data
    barred = form.barred.data
    claims = Claims(
        groups=frozenset(Group(each) for each in form.groups.data or ()),
        certificate=form.certificate.data or "",
        contractor=Contractor(contractor) if contractor and contractor != NONE else None,
        barred=None if not barred else barred == YES,
        barred_details=(form.barred_details.data or "") if barred == YES else "",
    )
    changed = replace(draft, claims=claims)
    return changed if form.leaving else answered(changed, SLUG)


def _onward(draft: Draft, _key: str, form: ClaimsForm) -> Place | None:
    return Place(SLUG, MEMBERS) if form.groups.data and _people(draft) else None


def _people(draft: Draft) -> list[tuple[str, str]]:
    return [(each.key, each.full_name) for each in draft.people if each.kind is PersonKind.NAMED]


def _prepare_members(form: MembersForm, draft: Draft, _key: str) -> None:
    for group in Group:
        form[group.value].choices = choices_of(_people(draft))


def _members(draft: Draft, _key: str) -> Mapping[str, object]:
    return {group.value: sorted(_in(draft, group)) for group in Group}


def _in(draft: Draft, group: Group) -> Iterable[str]:
    return (key for key, private in draft.particulars.items() if group in (private.groups or ()))


def _answer_members(draft: Draft, _key: str, form: MembersForm) -> Draft:
    told = dict(draft.particulars)
    for key, _name in _people(draft):
        groups = frozenset(group for group in Group if key in (form[group.value].data or ()))
        private = told.get(key, Particulars("", ""))
        number = private.disability_number if Group.DISABILITY in groups else ""
        told[key] = replace(private, groups=groups, disability_number=number)
    return replace(draft, particulars=told)


def _says(draft: Draft) -> object:
    if SLUG not in draft.answered:
        return _("Only if you bid for reserved tenders or as a citizen contractor")
    claimed = [str(_(GROUPS[each])) for each in Group if each in (draft.claims.groups or ())]
    return ", ".join(claimed) or _("None claimed")


def _item(draft: Draft, key: str) -> Question | None:
    if key == MEMBERS:
        return OF_MEMBERS if _people(draft) else None
    return disability.item(draft, key)


OF_MEMBERS = Question(
    template="members",
    title=lambda _draft, _key: _("Who belongs to these groups?"),
    form=MembersForm,
    filled=_members,
    answer=_answer_members,
    onward=lambda draft, _key, _form: disability.after(draft),
    prepare=_prepare_members,
)

STEP = Step(
    slug=SLUG,
    title=_("Reserved tenders and citizen contractors"),
    group=_("Only if it applies"),
    question=Question(
        template="claims",
        title=lambda _draft, _key: _("Does the company claim a reservation or preference?"),
        form=ClaimsForm,
        filled=_filled,
        answer=_answer,
        onward=_onward,
    ),
    done=lambda draft: SLUG in draft.answered,
    says=_says,
    item=_item,
    optional=True,
)
