"""Keys that a draft gives to its people and bodies, and the two that are always the same."""

import re

#: The key of the declaring company itself in `Holding.held` (and in `Holding.holder`, where it holds its own holder).
SUBJECT = "subject"
#: Stands for the holder who is not named, in record ids alone.
NOBODY = "nobody"
#: How a key looks.
KEY = re.compile(r"[a-z0-9]{1,32}")
