"""Which page of a long list is asked for, and where the pages before and after it are."""

from dataclasses import dataclass

from flask import request, url_for

#: No list has more pages; a number beyond is taken for the last one.
MOST = 100_000


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list of `total` things, counted from 1."""

    number: int
    size: int
    total: int

    @property
    def first(self) -> int:
        return self.offset + 1

    @property
    def last(self) -> int:
        return min(self.offset + self.size, self.total)

    @property
    def offset(self) -> int:
        return (self.number - 1) * self.size

    @property
    def previous(self) -> str | None:
        return self._address(self.number - 1) if self.number > 1 else None

    @property
    def next(self) -> str | None:
        return self._address(self.number + 1) if self.last < self.total else None

    def _address(self, number: int) -> str:
        asked = {name: value for name, value in request.args.items() if name != "page"}
        values = {**(request.view_args or {}), **asked, **({"page": number} if number > 1 else {})}
        return url_for(request.endpoint or "public.home", **values)


def asked_page() -> int:
    """The number of the page in the address; 1 where there is none that can be."""
    number = request.args.get("page", 1, type=int)
    return min(max(number, 1), MOST)
