"""bar-I4: archives are refused from their directory, before anything is unpacked."""

import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from register.uploads import UploadRefusedError, check_workbook
from tests.factories.archives import BAD, GOOD, workbook_of

ROOT = Path(__file__).resolve().parents[3]
#: Bytes of memory a refusal may take, and seconds.
MEMORY, PATIENCE = 30 * 1024 * 1024, 0.2


@pytest.mark.parametrize("made", GOOD)
def test_bar_i4_an_honest_workbook_comes_in(made: str) -> None:
    check_workbook(GOOD[made]())


@pytest.mark.parametrize("made", [made for made in BAD if made != "xlsx of 190 MB"])
def test_bar_i4_a_dishonest_archive_is_refused_at_once(made: str) -> None:
    content = BAD[made]()
    began = time.process_time()

    with pytest.raises(UploadRefusedError):
        check_workbook(content)

    assert time.process_time() - began < PATIENCE


def test_bar_i4_there_are_enough_of_both() -> None:
    assert len(BAD) >= 20
    assert len(GOOD) >= 5


def test_bar_i4_a_bomb_takes_no_memory(tmp_path: Path) -> None:
    """In a process of its own, whose largest size can be asked for."""
    for made in ("xlsx of 190 MB", "100,000 members", "many parts of 1 MB"):
        (tmp_path / made).write_bytes(BAD[made]())
        program = (
            "import resource, sys, time\n"
            "from register.uploads import UploadRefusedError, check_workbook\n"
            "from tests.factories.archives import workbook_of\n"
            "check_workbook(workbook_of())\n"
            "content = open(sys.argv[1], 'rb').read()\n"
            "before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()\n"
            "try: check_workbook(content)\n"
            "except UploadRefusedError: pass\n"
            "else: sys.exit('it came in')\n"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, time.process_time() - began)\n"
        )
        told = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path / made)],
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        grown, took = told.stdout.split()

        assert int(grown) * 1024 <= MEMORY, made
        assert float(took) <= PATIENCE, made


def test_bar_i4_a_lie_about_the_size_is_met_before_the_workbook_is_read() -> None:
    """Both heads say 3 bytes where three million would come."""
    honest = workbook_of({"xl/styles.xml": b"<a>" + Random(1).randbytes(1_500_000).hex().encode() + b"</a>"})
    check_workbook(honest)

    with pytest.raises(UploadRefusedError, match="cannot be unpacked"):
        check_workbook(honest.replace((3_000_007).to_bytes(4, "little"), (3).to_bytes(4, "little")))
