"""What JPEG and PNG pictures have in common: a size that can be shown."""

from register.uploads.refusal import UploadRefusedError
from register.words import N_

#: Pixels along one side, and in all: more than any telephone or scanner makes.
LONGEST_SIDE = 65_000
MOST_PIXELS = 250_000_000

DAMAGED = N_("This file is damaged or not what it seems. Scan or photograph the paper again.")


def check_size(width: int, height: int) -> None:
    """Raises UploadRefusedError for a picture of no size, or one made to fill a memory."""
    if not (0 < width <= LONGEST_SIDE and 0 < height <= LONGEST_SIDE and width * height <= MOST_PIXELS):
        raise UploadRefusedError("picture of an impossible size", DAMAGED)
