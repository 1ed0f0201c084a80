"""What waits for the end of the file comes back, those of one key together and in order."""

import pytest

from bods.facts.spool import Spool


@pytest.mark.parametrize(("in_memory", "largest"), [(1 << 20, 1 << 20), (200, 1 << 20), (200, 300)])
def test_everything_comes_back_once_key_by_key(in_memory: int, largest: int) -> None:
    spool = Spool(in_memory, largest)
    for number in range(3000):
        spool.put(f"network-{number % 70}", number)

    seen: dict[str, list[int]] = {}
    places: dict[str, set[int]] = {}
    for place, bucket in enumerate(spool.buckets()):
        for key, number in bucket:
            seen.setdefault(key, []).append(number)
            places.setdefault(key, set()).add(place)

    assert seen == {f"network-{key}": list(range(key, 3000, 70)) for key in range(70)}
    assert all(len(buckets) == 1 for buckets in places.values())
