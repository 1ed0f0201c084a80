"""Contracting processes read from examples that others made."""

from collections.abc import Iterator

from register.graph.process import Process
from register.ocds.merging import merged
from register.ocds.processes import process_facts
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.store.told_process import process_of


def processes(data: bytes) -> Iterator[Process]:
    """Read each release as a process of its own; short examples leave much out, which is told as faults."""
    for each in releases_in(data, "example"):
        if not isinstance(each, Release):
            continue
        compiled, faults = merged([each])
        assert not faults
        yield process_of(process_facts(compiled))
