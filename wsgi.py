"""Where web servers and the `flask` command find the register."""

import gc

from register import create_app

# What is made now stays for good. Going through all of it again would halt a request for more than a tenth of a second.
gc.disable()
app = create_app()
gc.freeze()
# A request makes thousands of things and leaves next to none: looking less often costs no memory worth a pause.
gc.set_threshold(5_000, 20, 50)
gc.enable()
