"""A question as it is asked now: of which step, about whom or what, and how its answers looked when the page was made."""

import hmac
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import orjson
from flask import current_app

from register.declarations.draft import Draft
from register.web.declare.inputs.form import Answer
from register.web.declare.steps.parties import keys_of
from register.web.declare.steps.step import NEW, Question, Step


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a step. `key` says whom or what it is about, and is empty where it is about the whole company."""

    step: Step
    question: Question
    key: str

    def about(self, draft: Draft, form: Answer) -> str:
        """Under which key the answers are kept by now: somebody new may have been saved from this very page before."""
        proposed = str(getattr(getattr(form, "key", None), "data", None) or "")
        return proposed if self.key.startswith(NEW) and proposed in keys_of(draft) else self.key

    def seen(self, draft: Draft, key: str) -> str:
        """A keyed hash of what an answer would replace, to notice when it changes elsewhere."""
        shown = {name: each for name, each in self.question.filled(draft, key).items() if name != "key"}
        return sealed([shown, self.question.watched(draft, key)])


def sealed(value: Any) -> str:  # noqa: ANN401 (whatever JSON can tell)
    """A keyed hash of a value: it tells whether it changed, and nothing of what it is."""
    secret = str(current_app.config["SECRET_KEY"]).encode()
    told = orjson.dumps(value, option=orjson.OPT_SORT_KEYS, default=repr)
    return hmac.new(secret, told, sha256).hexdigest()[:32]
