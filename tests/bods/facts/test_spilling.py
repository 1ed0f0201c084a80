"""Keys and columns in files behave as those in memory."""

from bods.facts.spilling import SpilledColumn, SpilledKeys, SpilledSet


def test_keys_are_found_before_and_after_they_were_written() -> None:
    keys = SpilledKeys({"a": 0, "b": 1}, recent=2)

    for number, name in enumerate("cdefg", start=2):
        keys[name] = number

    assert [keys.get(name) for name in "abcdefgh"] == [0, 1, 2, 3, 4, 5, 6, None]
    assert list(keys) == list("abcdefg")
    assert len(keys) == 7
    keys.close()


def test_a_set_counts_a_name_once() -> None:
    names = SpilledSet({"a"})

    for name in "aabab":
        names.add(name)

    assert len(names) == 2
    names.close()


def test_a_column_grows_and_keeps_what_it_holds() -> None:
    column = SpilledColumn("q", bytes(16))
    column[1] = -5

    for _ in range(3):
        column.frombytes(bytes(8 * 1000))
    column[3001] = 7

    assert (len(column), column[0], column[1], column[3001]) == (3002, 0, -5, 7)
    column.close()
