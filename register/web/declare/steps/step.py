"""The shape of a step of the declaration: the question it asks, and what an answer makes of the draft."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.datastructures import MultiDict

from register.declarations.draft import Draft
from register.web.declare.inputs.form import Answer

#: The key of a question about somebody or something that is not in the draft yet.
NEW = "new"


@dataclass(frozen=True, slots=True)
class Place:
    """Where to go: a step, and whom or what within it."""

    slug: str
    key: str = ""


def _nothing(_form: Any, _draft: Draft, _key: str) -> None:  # noqa: ANN401
    """Nothing to prepare."""


def _nothing_more(_draft: Draft, _key: str) -> object:
    return None


def _straight_on(_draft: Draft, _key: str, _form: Any) -> Place | None:  # noqa: ANN401
    return None


@dataclass(frozen=True, slots=True)
class Question:
    """One page that asks. `key` says whom or what it is about, and is empty for a question about the whole company.

    `filled` gives what stands in the form already; `prepare` gives a form what depends on the draft; `onward` says
    where an answer leads, from the draft as it became (None: to the next part). `watched` gives what an answer may take
    away besides what stands in the form: when that changed elsewhere, it is told as well.
    """

    template: str
    title: Callable[[Draft, str], object]
    form: type[Answer]
    filled: Callable[[Draft, str], Mapping[str, object]]
    answer: Callable[[Draft, str, Any], Draft]
    onward: Callable[[Draft, str, Any], Place | None] = _straight_on
    prepare: Callable[[Any, Draft, str], None] = _nothing
    watched: Callable[[Draft, str], object] = _nothing_more

    def opened(self, draft: Draft, key: str, typed: MultiDict[str, str] | None = None) -> Answer:
        """The form, holding the kept answers, those that were just sent, or those that were typed before."""
        given = {"formdata": typed} if typed is not None else {}
        form = self.form(data=dict(self.filled(draft, key)), **given)
        self.prepare(form, draft, key)
        return form


@dataclass(frozen=True, slots=True)
class Step:
    """One part of the declaration, a line of the task list.

    `item` finds the question about one person, body or holding, None when there is no such one; `remove` takes it out
    of the draft; `says` sums up the answers in a few words; `left` counts what is still to answer. One that is `optional`
    is passed over by the way from question to question; `first` gives the question with which the way goes on in it.
    """

    slug: str
    title: object
    group: object
    question: Question
    done: Callable[[Draft], bool]
    says: Callable[[Draft], object]
    item: Callable[[Draft, str], Question | None] = lambda _draft, _key: None
    remove: Callable[[Draft, str], Draft] | None = None
    left: Callable[[Draft], int] = lambda _draft: 0
    applies: Callable[[Draft], bool] = lambda _draft: True
    optional: bool = False
    first: Callable[[Draft], Place | None] = lambda _draft: None
