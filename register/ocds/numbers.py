"""Official numbers of companies, written one way so that two publishers' spellings meet."""


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
