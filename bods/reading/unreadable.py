"""What stands in the place of a value that could not be read, and the plain words for what is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A place in a file that holds no JSON value.

    The sentence says what is wrong and what to do, and repeats nothing of what the file holds. After a fatal one
    nothing more of the file could be read.
    """

    sentence: str
    fatal: bool


def _whole(sentence: str) -> Unreadable:
    return Unreadable(sentence, fatal=True)


EMPTY = _whole("This file is empty: check that it was written and sent whole.")
UTF_16 = _whole("This file is in UTF-16 or UTF-32: save it as UTF-8.")
ZIP = _whole("This is a ZIP archive (spreadsheets are, too): unpack it first, and give the JSON file in it.")
PACKED = _whole("This file is compressed in another way than gzip: unpack it first.")
PACKED_TWICE = _whole("This file was gzipped twice: unpack it once.")
NOT_JSON = _whole(
    "This is no JSON: give a JSON array of statements, or JSON Lines with one statement a line."
)

CUT_ZIP = _whole("The gzipped file was cut off here: fetch it again, whole.")
DAMAGED_ZIP = _whole("The gzipped file is damaged from here on: fetch it again.")
CUT_ARRAY = _whole("The file ends before its array does: fetch it again, whole, or close the array with ].")
CUT_OBJECT = _whole(
    "The file ends before this object does: fetch it again, whole, or close the object with }."
)
BROKEN_ARRAY = _whole("The array ends here with } where ] should be: look for a bracket missing or too many.")
AFTER_ARRAY = _whole("Something follows the end of the array: keep one array only, or one statement a line.")
BETWEEN_OBJECTS = _whole(
    "Between objects stands what is none: write one array with commas between, or one statement a line."
)
LONG_VALUE = _whole(
    "This value does not end within 64 MB: look for a bracket or quotation mark missing in it."
)

LONG_LINE = Unreadable("This line is longer than 64 MB: write one statement a line.", fatal=False)
