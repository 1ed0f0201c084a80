"""Which page of a long list an address asks for."""

from flask import request


def page_asked() -> int:
    """The page that the address asks for, counted from 1; the first where it asks for none."""
    asked = request.args.get("page", "1")
    return max(int(asked[:6]), 1) if asked.isascii() and asked.isdecimal() else 1
