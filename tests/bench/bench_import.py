"""Import of contracts: ours into SQLite, against orjson and ocdsmerge alone on the same releases."""

import io
import tempfile
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from zoneinfo import ZoneInfo

import orjson
from ocdsmerge import Merger

from register.actions.import_contracts import import_releases
from register.example.county import county
from register.ocds.reading import releases_in
from register.ocds.releases import Release
from register.ocds.schema import RELEASE
from register.store import schema
from register.store.engine import open_engine, session_factory
from register.store.vault import open_vault
from tests.bench.goals import Goals, peak_megabytes, seconds

COUNTIES = 10


def packages() -> bytes:
    """The releases of ten invented counties as JSON Lines."""
    lines = []
    for seed in range(COUNTIES):
        made = county(date(2026, 3, 9), seed).releases["releases"]
        lines += [orjson.dumps({**release, "ocid": f"{release['ocid']}-{seed}"}) for release in made]
    return b"\n".join(lines)


def by_process(text: bytes) -> list[tuple[Release, ...]]:
    sound = [each for each in releases_in(io.BytesIO(text), "bench") if isinstance(each, Release)]
    sound.sort(key=lambda release: release.ocid)
    return [tuple(group) for _, group in groupby(sound, key=lambda release: release.ocid)]


def ours(text: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/bench.db")
        schema.upgrade(engine)
        with session_factory(engine, open_vault(Path(folder) / "keys.json", create=True))() as session:
            for releases in by_process(text):
                import_releases(session, releases, now=datetime.now(UTC), zone=ZoneInfo("Africa/Nairobi"))
                session.commit()
        engine.dispose()


def bare(text: bytes) -> None:
    grouped: dict[str, list[dict[str, object]]] = {}
    for line in text.splitlines():
        release = orjson.loads(line)
        grouped.setdefault(release["ocid"], []).append(release)
    merger = Merger(dict(RELEASE))
    for releases in grouped.values():
        merger.create_compiled_release(releases)


def main() -> None:
    text = packages()
    print(f"{len(text.splitlines())} releases of {len(by_process(text))} contracting processes")
    goals = Goals("import of contracts")
    fast, whole = seconds(lambda: bare(text)), seconds(lambda: ours(text), times=1)
    print(
        f"  orjson and ocdsmerge alone {fast:.2f} s; ours, kept and audited {whole:.2f} s; peak {peak_megabytes():.0f} MB"
    )
    goals.at_most("times the time of parsing and merging alone", whole / fast, 12)
    goals.done()


if __name__ == "__main__":
    main()
