"""bar-D10: a backup made while others write holds all that was acknowledged before it began, and nothing is torn."""

import os
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from register.models.companies import CompanyRow
from register.store import audit, companies, evidence
from tests.factories.hosts import Host, made_empty
from tests.factories.papers import PDF

FULL = os.environ.get("BARS") == "full"


class _Writers:
    """Three who add a company, a paper and a line of the trail in one transaction each, as fast as they can."""

    def __init__(self, host: Host) -> None:
        self.host, self.acknowledged = host, list[str]()
        self.stop, self.begun = threading.Event(), threading.Event()

    def while_writing(self, deed: Callable[[int], object], times: int) -> list[set[str]]:
        """Do something several times meanwhile; give for each what was acknowledged before it began."""
        writers = [threading.Thread(target=self._write, args=(each,)) for each in range(3)]
        for writer in writers:
            writer.start()
        known = []
        try:
            assert self.begun.wait(60)
            for each in range(times):
                known.append(set(self.acknowledged))
                deed(each)
        finally:
            self.stop.set()
            for writer in writers:
                writer.join()
        return known

    def _write(self, writer: int) -> None:
        number = 0
        while not self.stop.is_set():
            name = f"W{writer}-{number}"
            with self.host.session() as session:
                companies.create(session, name=name, scheme="KE-RCO", number=name, now=datetime.now(UTC))
                evidence.add(
                    session, self.host.data, about=f"authority:{name}", kind="k", name="p.pdf", by="account:1",
                    media_type="application/pdf", content=PDF + name.encode(), scanned=False, now=datetime.now(UTC),
                )  # fmt: skip
                audit.record(session, actor="clock", action="written", about=name, at=datetime.now(UTC))
                session.commit()
            self.acknowledged.append(name)
            number += 1
            if len(self.acknowledged) > 10:
                self.begun.set()

    def whole(self, restored: Host) -> set[str]:
        """What is there of it; each with all its parts, or the test falls."""
        with restored.session() as session:
            names = {name for name in session.scalars(select(CompanyRow.name)) if name.startswith("W")}
            trail = {each.about for each in audit.newest(session, 100_000) if each.action == "written"}
            assert trail == names
            assert list(audit.broken_links(session)) == []
            for name in names:
                (paper,) = evidence.listed(session, f"authority:{name}")
                assert evidence.opened(session, restored.data, paper.id) == PDF + name.encode()
        return names


def test_bar_d10_all_that_was_acknowledged_before_is_there_and_nothing_is_torn(
    host: Host, other: Host
) -> None:
    at_work = _Writers(host)
    files = at_work.while_writing(
        lambda number: host.well("backup", str(host.folder / f"{number}.age")), 20 if FULL else 2
    )
    host.app.extensions["engine"].dispose()
    made_empty(other)

    for number, before in enumerate(files):
        file = host.folder / f"{number}.age"
        other.well("restore", str(file), "--identity", str(host.identity), "--yes")

        assert before <= at_work.whole(other)


def test_what_a_killed_backup_left_is_swept_by_a_later_one(host: Host) -> None:
    left = host.data / "backup-0123456789abcdef"
    left.mkdir()
    (left / "database.db").write_bytes(b"half")
    yesterday = (datetime.now(UTC) - timedelta(days=2)).timestamp()
    os.utime(left, (yesterday, yesterday))

    host.well("backup", str(host.folder / "umiliki.age"))

    assert not left.exists()
