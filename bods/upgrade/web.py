"""What counts as a web address, by the same judge as the whole schema."""

from functools import lru_cache

import jsonschema_rs


@lru_cache(maxsize=1)
def _judge() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"format": "uri"}, validate_formats=True)


def is_address(text: str) -> bool:
    """Say whether a text is a full web address (an absolute URI), as 0.4 wants it."""
    try:
        return _judge().is_valid(text)
    except ValueError:
        # Half a character, which no JSON file should hold.
        return False
