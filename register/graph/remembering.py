"""What was worked out of a picture once is not worked out again while the picture lives."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, TypeVar, cast
from weakref import WeakKeyDictionary

from register.graph.picture import Picture

Asked = TypeVar("Asked", bound=Callable[..., Any])


def remembered(function: Asked) -> Asked:
    """Keep the answers of a function of a picture and of things that can be told apart; pictures never change."""
    kept: WeakKeyDictionary[Picture, dict[Hashable, Any]] = WeakKeyDictionary()

    @wraps(function)
    def asked(picture: Picture, *things: Hashable) -> Any:  # noqa: ANN401 (whatever the function gives)
        answers = kept.setdefault(picture, {})
        if things not in answers:
            answers[things] = function(picture, *things)
        return answers[things]

    return cast("Asked", asked)
