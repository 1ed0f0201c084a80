"""Official numbers of companies, written one way so that two publishers' spellings meet."""

#: What publishers write where there is no number, as `plain_number` leaves it: nobody is known by any of these.
NO_NUMBERS = (
    "", "-", "--", "---", ".", "/", "?", "N/A", "NA", "N.A", "N.A.", "N/A.", "NONE", "NIL", "NULL", "NOTAVAILABLE",
    "NOTAPPLICABLE", "NOTPROVIDED", "PENDING", "TBA", "TBD", "UNKNOWN", "0", "00", "000", "0000", "00000", "000000", "X",
    "XX", "XXX", "XXXX",
)  # fmt: skip


def plain_scheme(text: str) -> str:
    """Write the code of a list of numbers one way: `KE-RCO`."""
    return "".join(text.split()).upper()


def plain_number(scheme: str, number: str) -> str:
    """Write an official number one way: capitals, no spaces, and without the scheme before it.

    Makueni's portal repeats the scheme in the number: `X-KE-OCMAKUENI` and `X-KE-OCMAKUENI-146001` give `146001`.
    """
    plain = "".join(number.split()).upper()
    before = f"{plain_scheme(scheme)}-"
    return plain.removeprefix(before) if len(before) > 1 and plain != before else plain


def is_number(text: str) -> bool:
    """Whether a text tells a number; "N/A" and the like tell that there is none."""
    return "".join(text.split()).upper() not in NO_NUMBERS
