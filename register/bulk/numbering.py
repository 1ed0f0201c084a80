"""Names given numbers, from 0, in the order in which they are met."""


class Numbering:
    """Each name once."""

    def __init__(self) -> None:
        self._number: dict[str, int] = {}
        self._name: list[str] = []

    def of(self, name: str) -> int:
        """Give the number of a name; a new one gets the next."""
        number = self._number.setdefault(name, len(self._name))
        if number == len(self._name):
            self._name.append(name)
        return number

    def known(self, name: str) -> int | None:
        """Give the number of a name, if it has one."""
        return self._number.get(name)

    def __getitem__(self, number: int) -> str:
        return self._name[number]

    def __len__(self) -> int:
        return len(self._name)
