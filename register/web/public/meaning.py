"""What the words of the register mean, and what it publishes and never does."""

from flask import render_template
from flask.typing import ResponseReturnValue

from register.access import Permission
from register.web.guard import allow
from register.web.public.door import door
from register.web.public.known import law


@door.get("/words")
@allow(Permission.READ_PUBLIC)
def words() -> ResponseReturnValue:
    return render_template("public/words.html", law=law())


@door.get("/privacy")
@allow(Permission.READ_PUBLIC)
def privacy() -> ResponseReturnValue:
    return render_template("public/privacy.html", law=law())
