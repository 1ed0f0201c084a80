"""Spark answers as DuckDB does: one run of everything on each, in this machine's memory."""

from collections.abc import Iterator
from math import isclose
from pathlib import Path

import pytest

from register.bulk.duck import Duck
from register.bulk.engine import Engine
from register.bulk.spark import Spark, java_found
from register.bulk.whole import FINDINGS
from tests.factories.bulk import Told, lines, record, screened
from tests.factories.pictures import JOINT, Hold

#: A small run is over before a compiler has paid for itself.
QUICK = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "512m",
    "spark.sql.adaptive.enabled": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.shuffle.partitions": "1",
}
#: A chain, two that own each other, a range, a stake through others whom nobody names, a small share, and one held together.
HOLDS = [
    Hold("Ana", "alfa", 60),
    Hold("Ana", "kaiti", 80),
    Hold("kaiti", "beta", 70),
    Hold("beta", "gama", 40),
    Hold("gama", "beta", 20),
    Hold("Ben", "gama", (10, 50)),
    Hold("Ben", "delta", 30, indirect=True),
    Hold("Cid", "delta", 4),
    Hold("Dan", JOINT, 50),
    Hold("Eve", JOINT, 50),
    Hold(JOINT, "alfa", 12),
    Hold("Dan", "gama", 15),
]
#: Bidders known by number, by what an officer decided, and by nothing.
TENDERS = [
    Told("roof", ("alfa", "beta", "gama+delta"), won="beta", worth="1000000.10"),
    Told("well", ("gama", "stranger", "zeta"), {"stranger": record("delta")}, {"zeta": "N/A"}, won="gama"),
]


@pytest.fixture
def spark(tmp_path: Path) -> Iterator[Engine]:
    if not java_found():
        pytest.skip("NO JAVA: Spark was not asked. Install it: apt install default-jre-headless")
    with Spark(master="local[1]", folder=tmp_path, settings=QUICK) as engine:
        yield engine


def alike(one: object, other: object) -> bool:
    """Sums of binary fractions depend on their order; all else is the same."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-12, abs_tol=1e-9)
    return one == other


def test_spark_finds_what_duckdb_finds_to_the_last_share(spark: Engine, tmp_path: Path) -> None:
    with Duck() as duck:
        expected = screened(duck, tmp_path / "by_duckdb", HOLDS, TENDERS)

    found = screened(spark, tmp_path / "by_spark", HOLDS, TENDERS)

    assert found == expected
    assert found.screened is not None
    assert found.screened.pairs > 2
    for name in FINDINGS:
        here = lines(f"{tmp_path}/by_duckdb/{name}.parquet")
        there = lines(f"{tmp_path}/by_spark/{name}.parquet/*.parquet")
        assert here
        assert len(there) == len(here)
        for one, other in zip(there, here, strict=True):
            assert one.keys() == other.keys()
            assert all(alike(one[column], other[column]) for column in one), (one, other)
