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


EMPTY = _whole("This file is empty. Check that it was written and sent whole.")
UTF_16 = _whole("This file is in UTF-16 or UTF-32. Save it as UTF-8.")
ZIP = _whole(
    "This is a ZIP archive, as spreadsheets are too. Unpack it and give the JSON file that is in it."
)
PACKED = _whole("This file is compressed in another way than gzip. Unpack it first.")
PACKED_TWICE = _whole("This file was gzipped twice. Unpack it once.")
NOT_JSON = _whole("This is no JSON. Give an array of statements, or JSON Lines with one statement a line.")

CUT_ZIP = _whole("The gzipped file was cut off here. Fetch it again, whole.")
DAMAGED_ZIP = _whole("The gzipped file is damaged from here on. Fetch it again.")
CUT_ARRAY = _whole("The file ends before its array does. Fetch it again, whole, or close the array with ].")
CUT_OBJECT = _whole(
    "The file ends before this object does. Fetch it again, whole, or close the object with }."
)
BROKEN_ARRAY = _whole(
    "The array is closed with } here. Look for a bracket missing or too many, and close it with ]."
)
AFTER_ARRAY = _whole(
    "Something follows the end of the array. Keep one array only, or write one statement a line."
)
BETWEEN_OBJECTS = _whole(
    "Something that is no object follows one. Write one array with commas between, or one statement a line."
)
UNENDED = _whole("This has no end before the array has. Look for a bracket or quotation mark missing in it.")
LONG_VALUE = _whole("This has no end within 64 MB. Look for a bracket or quotation mark missing in it.")

LONG_LINE = Unreadable("This line is longer than 64 MB. Write one statement a line.", fatal=False)
