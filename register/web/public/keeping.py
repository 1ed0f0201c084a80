"""How long a public page may be kept by browsers and proxies, and how they ask whether it is still true."""

from flask import request, session
from werkzeug.wrappers import Response

from register.web.guard import current_principal
from register.web.public.door import door

#: Seconds.
KEPT = 60


@door.after_request
def keep(response: Response) -> Response:
    """Let anyone keep a page that is the same for everyone; what a signed-in person sees is theirs alone."""
    if request.method not in {"GET", "HEAD"} or response.status_code != 200:
        return response
    if current_principal() is not None or session.modified:
        return response
    response.headers["Cache-Control"] = f"public, max-age={KEPT}"
    if not response.is_streamed:
        response.add_etag()
        response.make_conditional(request)
    return response
