"""Lines that are told one by one, handed to an engine many at a time, so that few are in memory at once."""

from collections.abc import Mapping

import numpy as np

from register.bulk.engine import Engine

AT_ONCE = 50_000
#: How a column of each type is held on the way.
_HELD: Mapping[str, type] = {"VARCHAR": object, "DOUBLE": np.float64, "BIGINT": np.int64, "BOOLEAN": np.bool_}


class Rows:
    """The lines of one table; `types` by column: VARCHAR, DOUBLE, BIGINT or BOOLEAN. Nothing is ever missing in one."""

    def __init__(self, engine: Engine, name: str, types: Mapping[str, str], at_once: int = AT_ONCE) -> None:
        self._engine, self._name, self._types, self._at_once = engine, name, types, at_once
        self._waiting: list[tuple[object, ...]] = []
        self.count = 0
        engine.begin(name, types)

    def add(self, *values: object) -> None:
        """Add a line, its values in the order of the columns."""
        self._waiting.append(values)
        self.count += 1
        if len(self._waiting) >= self._at_once:
            self.flush()

    def flush(self) -> None:
        """Hand over what waits."""
        if not self._waiting:
            return
        columns = zip(*self._waiting, strict=True)
        self._engine.add(
            self._name,
            {
                name: np.array(column, _HELD[kind])
                for (name, kind), column in zip(self._types.items(), columns, strict=True)
            },
        )
        self._waiting.clear()
