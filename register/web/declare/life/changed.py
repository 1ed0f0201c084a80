"""What changed from one declaration to the next, in sentences."""

from flask_babel import gettext

from register.declarations.answers_compared import Change, Difference, differences
from register.declarations.draft import Draft, Holding, NoOwner
from register.web.declare.steps.nobody import reason_words
from register.web.declare.wording import holding_words
from register.web.words import day


def change_sentences(before: Draft, after: Draft) -> tuple[str, ...]:
    """One sentence for each thing that differs; what came or left is told by what it held, where it held something."""
    found = differences(before, after)
    holders = {each.name for each in found if each.held is not None}
    return tuple(
        _sentence(each)
        for each in found
        if not (each.held is None and each.name in holders and _is_party(each))
    )


def _is_party(each: Difference) -> bool:
    return each.change is not Change.CHANGED


def _sentence(each: Difference) -> str:
    if each.held is not None:
        return _of_holding(each)
    if isinstance(each.after or each.before, NoOwner):
        return _of_nobody(each.after)
    words = {
        Change.CAME: gettext("%(name)s is named.", name=each.name),
        Change.CHANGED: gettext("Details of %(name)s changed.", name=each.name),
        Change.LEFT: gettext("%(name)s is no longer named.", name=each.name),
    }
    return words[each.change]


def _of_holding(each: Difference) -> str:
    before, after = each.before, each.after
    if isinstance(after, Holding) and after.until:
        return gettext(
            "%(holder)s holds nothing in %(held)s since %(day)s.",
            holder=each.name,
            held=each.held,
            day=day(after.until),
        )
    facts = {"holder": each.name, "held": each.held, "before": _held(before), "after": _held(after)}
    if each.change is Change.CAME:
        return gettext("%(holder)s holds in %(held)s: %(after)s.", **facts)
    if each.change is Change.LEFT:
        return gettext("%(holder)s holds nothing in %(held)s any more; before: %(before)s.", **facts)
    return gettext("%(holder)s holds in %(held)s: %(after)s; before: %(before)s.", **facts)


def _held(holding: object) -> str:
    told = holding_words(holding) if isinstance(holding, Holding) else []
    return ", ".join(told) or gettext("nothing")


def _of_nobody(after: object) -> str:
    if isinstance(after, NoOwner):
        return gettext("Nobody can be named: %(reason)s", reason=reason_words(after.reason))
    return gettext("Owners are named now.")
