"""The small register that everyone can read, lent by the tests of the public pages."""

from tests.register.web.public.conftest import small

__all__ = ["small"]
