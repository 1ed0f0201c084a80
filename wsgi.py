"""Where web servers and the `flask` command find the register."""

import atexit
import gc

from register import create_app

# What is made now stays for good. Going through all of it again would halt a request for more than a tenth of a second.
gc.disable()
app = create_app()
gc.freeze()
# A request makes thousands of things and leaves next to none: looking less often costs no memory worth a pause.
gc.set_threshold(5_000, 20, 50)
gc.enable()
# What stays for good goes at the end like all else: a library that counts its leftovers would report them.
atexit.register(gc.unfreeze)
